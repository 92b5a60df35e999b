// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.Workspace;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/** The example meter serves DLMS clients: in each association, with each mechanism, what the model says. */
@TestInstance(Lifecycle.PER_CLASS)
class ServedMeterTest {

	private static final Path EXAMPLE = Path.of("../../dsl/examples/three-phase");
	private static final byte[] SECRET = "12345678".getBytes(StandardCharsets.US_ASCII);
	private static final Suite0 KEYS = new Suite0(HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F"), HexFormat.of().parseHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF"));
	private static final LogicalName CLOCK = LogicalName.valueOf("0-0:1.0.0*255");
	private static final LogicalName UTF8 = LogicalName.valueOf("0-0:96.128.16*255");
	private static final LogicalName SCRIPTS = LogicalName.valueOf("0-0:10.0.106*255");
	private static final int MANY = 100_000;
	private static final int READ_WRITE_DENIED = 3;
	private static final int OBJECT_UNDEFINED = 4;

	@TempDir
	private static Path folder;
	private ServedMeter meter;
	private TableLayout layout;
	private Golden golden;
	private long counter;

	@BeforeAll
	void start() throws IOException {
		CliRun run = CliRun.of("generate", EXAMPLE, "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Path program = new GeneratedFolder(folder).host("tp3", List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
		Map<Integer, String> keys = new TreeMap<>();
		keys.put(1, HexFormat.of().formatHex(KEYS.encryption()));
		keys.put(2, HexFormat.of().formatHex(KEYS.authentication()));
		keys.put(3, HexFormat.of().formatHex(SECRET));
		meter = new ServedMeter(program, keys);
		Meter model = Workspace.open(List.of(EXAMPLE)).compile().meters().getFirst().model();
		layout = new TableLayout(model);
		golden = new Golden(layout);
	}

	@AfterAll
	void stop() throws IOException {
		meter.close();
	}

	private DlmsClient connect(int client, boolean ciphered) throws IOException {
		counter += MANY; // invocation counters never go back, whatever an earlier test used up
		return new DlmsClient(meter.port(), client, 1, ciphered ? Optional.of(KEYS) : Optional.empty(), counter);
	}

	/** Read every attribute that the model has, visible or not, and compare octets or refusals. */
	private void readAll(DlmsClient client, int sap, int protection) throws IOException {
		int association = IntStream.range(0, layout.associations().size()).filter(i -> layout.associations().get(i).getClientSap() == sap).findFirst().orElseThrow();
		int read = 0;
		for (Golden.AccessRow row : golden.attributes()) {
			if (row.association() == association) {
				LaidObject object = layout.objects().get(row.object());
				DlmsClient.Answer answer = client.get(CosemObjects.classId(object.object()), object.object().getLogicalName(), row.index());
				String where = "%s attribute %d".formatted(object.object().getName(), row.index());
				int wanted = row.code() == 0 && (row.mode() & 0x1C & ~protection) != 0 ? READ_WRITE_DENIED : row.code();
				assertEquals(wanted, answer.result(), where);
				if (wanted == 0) {
					assertArrayEquals(golden.values().get(row.value()).encoding().toArray(), answer.data(), where);
					read++;
				}
			}
		}
		assertTrue(read > 10, "only %d attributes could be read".formatted(read));
	}

	@Test
	void thePublicClientReadsWhatTheModelSays() throws IOException {
		try (DlmsClient client = connect(16, false)) {
			assertEquals(0, client.open(0, SECRET, 512));
			readAll(client, 16, 0);
			client.release();
		}
	}

	@Test
	void aClientWithASecretReadsWhatTheModelSays() throws IOException {
		try (DlmsClient client = connect(2, false)) {
			assertEquals(0, client.open(1, SECRET, 128));
			readAll(client, 2, 0);
		}
	}

	@Test
	void aClientWithKeysReadsWhatTheModelSays() throws IOException {
		try (DlmsClient client = connect(1, true)) {
			assertEquals(0, client.open(5, SECRET, 256));
			readAll(client, 1, 0x0C);
			client.useGeneralCiphering();
			readAll(client, 1, 0x0C);
		}
	}

	@Test
	void aWrongSecretContextOrMechanismIsRefused() throws IOException {
		try (DlmsClient client = connect(2, false)) {
			assertEquals(13, client.open(1, "87654321".getBytes(StandardCharsets.US_ASCII), 512));
			assertEquals(14, client.open(0, SECRET, 512));
			assertArrayEquals(HexFormat.of().parseHex("D80101"), client.exchange(HexFormat.of().parseHex("C00141000801000001 00FF0200".replace(" ", ""))));
		}
		try (DlmsClient client = connect(1, false)) {
			assertEquals(2, client.open(1, SECRET, 512));
		}
		try (DlmsClient stranger = connect(77, false)) {
			assertEquals(1, stranger.open(0, SECRET, 512));
		}
	}

	@Test
	void aRecordedMessageIsNotHeardAgain() throws IOException {
		try (DlmsClient client = connect(1, true)) {
			assertEquals(0, client.open(5, SECRET, 512));
			byte[] message = new Octets().put(0xC8)
					.counted(KEYS.protect(0x30, DlmsClient.TITLE, client.counter(), HexFormat.of().parseHex("C00141000801000001" + "00FF0200"))).bytes();
			assertEquals(0xCC, client.exchange(message)[0] & 0xFF);
			assertArrayEquals(HexFormat.of().parseHex("D80105"), client.exchange(message));
		}
	}

	@Test
	void whatMayBeWrittenIsKept() throws IOException {
		try (DlmsClient client = connect(1, true)) {
			assertEquals(0, client.open(5, SECRET, 512));
			assertEquals(0, client.set(8, CLOCK, 3, new Octets().put(16, 0, 90).bytes()));
			assertTrue(meter.line().startsWith("written "));
			assertArrayEquals(new byte[] { 16, 0, 90 }, client.get(8, CLOCK, 3).data());
			assertEquals(0, client.setInBlocks(8, CLOCK, 3, new Octets().put(16, 0, 60).bytes(), 2));
			assertTrue(meter.line().startsWith("written "));
			assertEquals("10003c", meter.command("get 8 0.0.1.0.0.255 3"));
			assertEquals(12, client.set(8, CLOCK, 3, new Octets().put(9, 1, 0).bytes()));
			assertEquals(READ_WRITE_DENIED, client.set(1, UTF8, 2, new Octets().put(12, 1, 'x').bytes()));
			assertEquals(OBJECT_UNDEFINED, client.set(1, LogicalName.valueOf("0-0:96.99.99*255"), 2, new Octets().put(12, 1, 'x').bytes()));
		}
	}

	@Test
	void methodsReachTheFirmware() throws IOException {
		try (DlmsClient client = connect(1, true)) {
			assertEquals(0, client.open(5, SECRET, 512));
			assertEquals(0, client.act(9, SCRIPTS, 1, new Octets().put(18, 0, 2).bytes()).result());
			assertTrue(meter.line().startsWith("method "));
			assertEquals(READ_WRITE_DENIED, client.act(8, CLOCK, 1, new Octets().put(15, 0).bytes()).result());
		}
	}

	@Test
	void severalAttributesAnswerTogether() throws IOException {
		try (DlmsClient client = connect(1, true)) {
			assertEquals(0, client.open(5, SECRET, 256));
			List<byte[]> asked = List.of(DlmsClient.descriptor(8, CLOCK, 1), DlmsClient.descriptor(1, LogicalName.valueOf("0-0:96.99.99*255"), 2),
					DlmsClient.descriptor(15, LogicalName.valueOf("0-0:40.0.0*255"), 2), DlmsClient.descriptor(8, CLOCK, 8));
			Octets wanted = new Octets().put(4);
			wanted.put(0).put(client.get(8, CLOCK, 1).data()).put(1, OBJECT_UNDEFINED);
			wanted.put(0).put(client.get(15, LogicalName.valueOf("0-0:40.0.0*255"), 2).data()).put(0).put(client.get(8, CLOCK, 8).data());
			assertArrayEquals(wanted.bytes(), client.getList(asked));
		}
	}
}
