// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Octets;
import org.meterwright.scenario.client.WrapperLine;
import org.meterwright.scenario.host.MeterProcess;

/** A meter whose product leaves out all but GET and secrets: what is there works, what is not is not offered, and is refused. */
class SmallestMeterTest {

	private static final byte[] SECRET = "12345678".getBytes(StandardCharsets.US_ASCII);
	private static final LogicalName CLOCK = LogicalName.valueOf("0-0:1.0.0*255");
	private static final LogicalName ASSOCIATION = LogicalName.valueOf("0-0:40.0.0*255");
	private static final List<String> LEFT_OUT = Stream.of("SET", "ACTION", "BLOCKS", "LISTS", "SUITE0", "PROFILES").map("-DMW_HAVE_%s=0"::formatted).toList();
	private static final byte[] NOT_SUPPORTED = { (byte) 0xD8, 2, 2 };
	private static final byte[] MALFORMED = { (byte) 0xD8, 2, 3 };
	private static final int OTHER_REASON = 250;
	/** Where the conformance block of an AARE without ciphering begins, counted from its end. */
	private static final int CONFORMANCE = 7;
	private static final int GET = 0x10;
	private static final String AARQ = "6036A1090607608574050801018A0207808B0760857405080201AC0A8008%sBE10040E01000000065F1F0400FFFFFF0080";

	@TempDir
	private Path folder;

	@Test
	void readsAndRefuses() throws IOException {
		CliRun run = CliRun.of("generate", Path.of("../../dsl/examples/three-phase"), "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		try (MeterProcess meter = new MeterProcess(new GeneratedFolder(folder).host(LEFT_OUT), Map.of(3, HexFormat.of().formatHex(SECRET)));
				DlmsClient client = new DlmsClient(new WrapperLine(meter.port(), 2, 1), Optional.empty(), 1)) {
			byte[] aare = client.exchange(HexFormat.of().parseHex(AARQ.formatted("3132333435363738")));
			assertEquals(GET, conformance(aare), HexFormat.of().formatHex(aare));
			assertEquals(0, client.get(8, CLOCK, 2).result());
			assertEquals(OTHER_REASON, client.get(15, ASSOCIATION, 2).result());
			assertArrayEquals(NOT_SUPPORTED, client.request(new Octets().put(0xC1, 1, 0x41).put(DlmsClient.descriptor(8, CLOCK, 3)).put(0).hex("100000").bytes()));
			assertArrayEquals(NOT_SUPPORTED, client.request(new Octets().put(0xC3, 1, 0x41).put(DlmsClient.descriptor(8, CLOCK, 1)).put(1).hex("0F00").bytes()));
			assertArrayEquals(MALFORMED, client.request(new Octets().put(0xC0, 3, 0x41, 1).put(DlmsClient.descriptor(8, CLOCK, 2)).put(0).bytes()));
		}
	}

	private static int conformance(byte[] aare) {
		int at = aare.length - CONFORMANCE;
		return (aare[at] & 0xFF) << 16 | (aare[at + 1] & 0xFF) << 8 | aare[at + 2] & 0xFF;
	}
}
