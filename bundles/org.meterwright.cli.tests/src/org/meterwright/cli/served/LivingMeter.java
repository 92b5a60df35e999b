// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.WrapperLine;
import org.meterwright.scenario.host.MeterProcess;

/** A generated meter that lives by itself: time is moved, values change, the supply fails, and clients look. Each test has one of its own. */
abstract class LivingMeter {

	static final byte[] SECRET = "12345678".getBytes(StandardCharsets.US_ASCII);
	static final byte[] ENCRYPTION = HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F");
	static final byte[] AUTHENTICATION = HexFormat.of().parseHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");
	static final byte[] MASTER = HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF");
	static final String LOAD = "7 1.0.99.1.0.255";
	static final String BILLING = "7 0.0.98.1.0.255";
	static final String EVENTS = "7 0.0.99.98.0.255";
	static final String RATE = "1 0.0.96.14.0.255 2";
	static final String MARK = "1 0.0.96.14.1.255 2";
	static final String BREAKER = "70 0.0.96.3.10.255";
	static final String CREDIT = "112 0.0.19.10.0.255";
	static final String CHARGE = "113 0.0.19.20.0.255";

	@TempDir
	private static Path folder;
	private static Path program;
	private MeterProcess meter;

	@BeforeAll
	static void build() throws IOException {
		program = BehavingProgram.in(folder);
	}

	@BeforeEach
	void start() throws IOException {
		HexFormat hex = HexFormat.of();
		meter = new MeterProcess(program, Map.of(1, hex.formatHex(ENCRYPTION), 2, hex.formatHex(AUTHENTICATION), 3, hex.formatHex(SECRET), 5, hex.formatHex(MASTER)));
		does("time 2026 11 23 12 0 0"); // a Monday
	}

	@AfterEach
	void stop() throws IOException {
		meter.close();
	}

	final MeterProcess meter() {
		return meter;
	}

	final void does(String command) throws IOException {
		assertEquals("result 0", meter.command(command), command);
	}

	final String get(String attribute) throws IOException {
		return meter.command("get %s".formatted(attribute));
	}

	final int rows(String profile) throws IOException {
		return Integer.parseInt(get("%s 7".formatted(profile)).substring(2), 16);
	}

	final List<String> told(String start) {
		return meter.told().stream().filter(line -> line.startsWith(start)).toList();
	}

	final DlmsClient local() throws IOException {
		DlmsClient client = new DlmsClient(new WrapperLine(meter.port(), 2, 1), Optional.empty(), 0);
		assertEquals(0, client.open(1, SECRET, 1024));
		return client;
	}

	static LogicalName name(String text) {
		return LogicalName.valueOf(text);
	}

	static byte[] hex(String text) {
		return HexFormat.of().parseHex(text.replace(" ", ""));
	}
}
