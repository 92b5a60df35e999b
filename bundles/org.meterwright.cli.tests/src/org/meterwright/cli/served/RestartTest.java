// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Octets;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.WrapperLine;
import org.meterwright.scenario.host.MeterProcess;

/** The host program keeps NVM, buffers of profiles, keys and counters in files: another process goes on where the first one ended. */
class RestartTest {

	private static final byte[] FRESH = HexFormat.of().parseHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");
	private static final Map<Integer, String> KEYS = Map.of(1, HexFormat.of().formatHex(LivingMeter.ENCRYPTION), 2, HexFormat.of().formatHex(LivingMeter.AUTHENTICATION), 3,
			HexFormat.of().formatHex(LivingMeter.SECRET), 5, HexFormat.of().formatHex(LivingMeter.MASTER));

	@TempDir
	private Path folder;

	private MeterProcess start(Path program) throws IOException {
		return new MeterProcess(program, KEYS, "-n", folder.resolve("nvm.bin").toString());
	}

	private static DlmsClient head(MeterProcess meter, byte[] encryption, long counter) throws IOException {
		return new DlmsClient(new WrapperLine(meter.port(), 1, 1), Optional.of(new Suite0(encryption, LivingMeter.AUTHENTICATION)), counter);
	}

	private static byte[] wrapped() throws GeneralSecurityException {
		Cipher wrap = Cipher.getInstance("AESWrap");
		wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(LivingMeter.MASTER, "AES"));
		return wrap.wrap(new SecretKeySpec(FRESH, "AES"));
	}

	@Test
	void buffersKeysAndCountersOutlastTheProgram() throws IOException, GeneralSecurityException {
		Path program = BehavingProgram.in(folder);
		String buffer;
		try (MeterProcess meter = start(program)) {
			assertEquals("result 0", meter.command("time 2026 11 23 12 0 0"));
			assertEquals("result 0", meter.command("set 3 1.0.1.8.0.255 2 0600000007"));
			assertEquals("result 0", meter.command("do %s 2 0f00".formatted(LivingMeter.BILLING)));
			buffer = meter.command("get %s 2".formatted(LivingMeter.BILLING));
			assertTrue(buffer.startsWith("0101") && buffer.endsWith("0600000007"), buffer);
			try (DlmsClient client = head(meter, LivingMeter.ENCRYPTION, 1000)) {
				assertEquals(0, client.open(5, LivingMeter.SECRET, 1024));
				assertEquals(0, client.act(64, LivingMeter.name("0-0:43.0.0*255"), 2, new Octets().hex("0101 0202 1600 0918").put(wrapped()).bytes()).result());
			}
		}
		try (MeterProcess meter = start(program)) {
			assertEquals("0600000007", meter.command("get 3 1.0.1.8.0.255 2"));
			assertEquals(buffer, meter.command("get %s 2".formatted(LivingMeter.BILLING)));
			try (DlmsClient client = head(meter, FRESH, 2000)) {
				assertEquals(0, client.open(5, LivingMeter.SECRET, 1024));
			}
		}
	}

	/** A log of another length is that of another meter: its rows mean nothing here. */
	@Test
	void aLogOfAnotherLengthIsNotTaken() throws IOException {
		Path program = BehavingProgram.in(folder);
		try (MeterProcess meter = start(program)) {
			assertEquals("result 0", meter.command("do %s 2 0f00".formatted(LivingMeter.BILLING)));
		}
		Path log = folder.resolve("nvm.bin.log");
		byte[] octets = Files.readAllBytes(log);
		Files.write(log, Arrays.copyOf(octets, octets.length - 1));
		try (MeterProcess meter = start(program)) {
			assertEquals("0100", meter.command("get %s 2".formatted(LivingMeter.BILLING)));
		}
	}
}
