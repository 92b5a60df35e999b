// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.HdlcLine;
import org.meterwright.scenario.client.Octets;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.Taker;
import org.meterwright.scenario.client.WrapperLine;
import org.meterwright.scenario.host.MeterProcess;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.Workspace;

/** The example meter serves DLMS clients: in each association, with each mechanism, what the model says. */
@TestInstance(Lifecycle.PER_CLASS)
class ServedMeterTest {

	private static final Path EXAMPLE = Path.of("../../dsl/examples/three-phase");
	private static final byte[] SECRET = "12345678".getBytes(StandardCharsets.US_ASCII);
	private static final Suite0 KEYS = new Suite0(HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F"), HexFormat.of().parseHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF"));
	private static final LogicalName CLOCK = LogicalName.valueOf("0-0:1.0.0*255");
	private static final LogicalName UTF8 = LogicalName.valueOf("0-0:96.128.16*255");
	private static final LogicalName SCRIPTS = LogicalName.valueOf("0-0:10.0.106*255");
	private static final LogicalName LOAD_PROFILE = LogicalName.valueOf("1-0:99.1.0*255");
	private static final LogicalName EVENT_LOG = LogicalName.valueOf("0-0:99.98.0*255");
	private static final int MANY = 100_000;
	private static final int READ_WRITE_DENIED = 3;
	private static final int OBJECT_UNDEFINED = 4;

	@TempDir
	private static Path folder;
	private MeterProcess meter;
	private MeterProcess serial;
	private Expectation expectation;
	private long counter;

	@BeforeAll
	void start() throws IOException {
		CliRun run = CliRun.of("generate", EXAMPLE, "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Path program = new GeneratedFolder(folder).host(List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
		Map<Integer, String> keys = new TreeMap<>();
		keys.put(1, HexFormat.of().formatHex(KEYS.encryption()));
		keys.put(2, HexFormat.of().formatHex(KEYS.authentication()));
		keys.put(3, HexFormat.of().formatHex(SECRET));
		meter = new MeterProcess(program, keys, "-n", folder.resolve("nvm.bin").toString());
		serial = new MeterProcess(program, keys, "-s");
		expectation = new Expectation(Workspace.open(List.of(EXAMPLE)).compile().meters().getFirst().model(), LocalTime.NOON);
	}

	@AfterAll
	void stop() throws IOException {
		meter.close();
		serial.close();
	}

	private DlmsClient connect(int client, boolean ciphered) throws IOException {
		counter += MANY; // invocation counters never go back, whatever an earlier test used up
		return new DlmsClient(new WrapperLine(meter.port(), client, 1), ciphered ? Optional.of(KEYS) : Optional.empty(), counter);
	}

	@BeforeEach
	void noon() throws IOException {
		setTime(12, 0);
	}

	/** Read every attribute that the model has, visible or not, and compare octets or refusals. */
	private void readAll(DlmsClient client, int sap, int protection) throws IOException {
		int read = 0;
		for (Expectation.Asked asked : expectation.of(sap, protection)) {
			DlmsClient.Answer answer = client.get(asked.classId(), asked.logicalName(), asked.attribute());
			assertEquals(asked.result(), answer.result(), asked.toString());
			if (asked.result() == 0) {
				assertArrayEquals(asked.encoding(), answer.data(), asked.toString());
				read++;
			}
		}
		assertTrue(read > 10, "only %d attributes could be read".formatted(read));
	}

	private void setTime(int hour, int minute) throws IOException {
		assertEquals("result 0", meter.command("time 2026 11 22 %d %d 0 7".formatted(hour, minute)));
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

	/** Over a serial line, with server addresses of one, two and four octets, in small pieces, and with damaged frames between. */
	@ParameterizedTest
	@CsvSource({ "03, 128, 128, false", "0203, 32, 48, false", "00020003, 128, 64, true" })
	void aSerialLineCarriesTheSame(String server, int piece, int most, boolean damaging) throws IOException {
		serial.command("time 2026 11 22 12 0 0 7");
		HdlcLine line = new HdlcLine(serial.port(), 1, HexFormat.of().parseHex(server), piece, damaging);
		line.connect(most);
		counter += MANY;
		try (DlmsClient client = new DlmsClient(line, Optional.of(KEYS), counter)) {
			assertEquals(0, client.open(5, SECRET, 256));
			readAll(client, 1, 0x0C);
			assertEquals(0, client.setInBlocks(8, CLOCK, 3, new Octets().put(16, 0, 60).bytes(), 2));
			assertEquals(0x73, line.disconnect());
			assertEquals(0x1F, line.disconnect());
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

	/** An exception-response has no ciphered form: it comes plain, and the association goes on. */
	@Test
	void aMalformedRequestInsideACipheredAssociationIsAnsweredPlain() throws IOException {
		for (boolean general : new boolean[] { false, true }) {
			try (DlmsClient client = connect(1, true)) {
				assertEquals(0, client.open(5, SECRET, 512));
				if (general) {
					client.useGeneralCiphering();
				}
				assertArrayEquals(new byte[] { (byte) 0xD8, 2, 3 }, client.request(new byte[] { (byte) 0xC0, 9, 0x41 }));
				assertArrayEquals(new byte[] { (byte) 0xD8, 2, 3 }, client.request(new byte[] { (byte) 0xC1, 1, 0x41, 0, 8, 0 }));
				assertEquals(0, client.get(8, CLOCK, 2).result());
				client.release();
			}
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
			assertArrayEquals(new byte[] { 16, 0, 90 }, client.get(8, CLOCK, 3).data());
			assertEquals(0, client.setInBlocks(8, CLOCK, 3, new Octets().put(16, 0, 60).bytes(), 2));
			assertEquals("10003c", meter.command("get 8 0.0.1.0.0.255 3"));
			assertEquals(2, meter.told().stream().filter(line -> line.startsWith("written ")).count());
			assertEquals(READ_WRITE_DENIED, client.act(8, CLOCK, 1, new Octets().put(15, 0).bytes()).result());
			assertEquals(12, client.set(8, CLOCK, 3, new Octets().put(9, 1, 0).bytes()));
			assertEquals(READ_WRITE_DENIED, client.set(1, UTF8, 2, new Octets().put(12, 1, 'x').bytes()));
			assertEquals(OBJECT_UNDEFINED, client.set(1, LogicalName.valueOf("0-0:96.99.99*255"), 2, new Octets().put(12, 1, 'x').bytes()));
		}
	}

	@Test
	void aScriptMovesTheSwitch() throws IOException {
		try (DlmsClient client = connect(1, true)) {
			assertEquals(0, client.open(5, SECRET, 512));
			assertEquals(0, client.act(9, SCRIPTS, 1, new Octets().put(18, 0, 2).bytes()).result());
			assertEquals("1600", meter.command("get 70 0.0.96.3.10.255 3"));
			assertTrue(meter.told().stream().anyMatch(line -> line.startsWith("acted ")));
			assertEquals(0, client.act(9, SCRIPTS, 1, new Octets().put(18, 0, 3).bytes()).result());
			assertEquals("1602", meter.command("get 70 0.0.96.3.10.255 3"));
			assertEquals(0, client.act(9, SCRIPTS, 1, new Octets().put(18, 0, 1).bytes()).result());
			assertEquals("1601", meter.command("get 70 0.0.96.3.10.255 3"));
			assertEquals("result 0", meter.command("set 70 0.0.96.3.10.255 2 0300"));
			meter.told();
		}
	}

	/** Rows of the load profile: a capture every quarter of an hour, the total a hundred more each time. */
	@Test
	void rowsAndColumnsAreSelected() throws IOException {
		for (int i = 1; i <= 5; i++) {
			setTime(9, 10 * i);
			assertEquals("result 0", meter.command("set 3 1.0.1.8.0.255 2 06%08x".formatted(100 * i)));
			assertEquals("result 0", meter.command("do 7 1.0.99.1.0.255 2 0f00"));
		}
		try (DlmsClient client = connect(2, false)) {
			assertEquals(0, client.open(1, SECRET, 128));
			assertEquals("06" + "00000005", HexFormat.of().formatHex(client.get(7, LOAD_PROFILE, 7).data()));
			assertEquals(List.of("10 100 0", "20 200 0", "30 300 0", "40 400 0", "50 500 0"), rows(client.get(7, LOAD_PROFILE, 2)));
			assertEquals(List.of("20 200", "30 300"), rows(client.select(7, LOAD_PROFILE, 2, 2, "0204 0600000002 0600000003 120001 120002")));
			assertEquals(List.of("500 0"), rows(client.select(7, LOAD_PROFILE, 2, 2, "0204 0600000005 0600000000 120002 120000")));
			assertEquals(List.of(), rows(client.select(7, LOAD_PROFILE, 2, 2, "0204 0600000006 0600000009 120001 120000")));
			String clock = "0204 120008 0906 0000010000FF 0F02 120000 ";
			String from = "090C 07EA0B16 07 09 13 00 00 8000 00 ";
			String to = "090C 07EA0B16 07 09 28 00 FF 8000 00 ";
			assertEquals(List.of("20 200 0", "30 300 0", "40 400 0"), rows(client.select(7, LOAD_PROFILE, 2, 1, "0204" + clock + from + to + "0100")));
			String total = "0204 120003 0906 0100010800FF 0F02 120000";
			assertEquals(List.of("200", "300", "400"), rows(client.select(7, LOAD_PROFILE, 2, 1, "0204" + clock + from + to + "0101" + total)));
			assertEquals(13, client.select(7, LOAD_PROFILE, 2, 1, "0204" + total.replace("0108", "0308") + from + to + "0100").result());
			assertEquals(13, client.select(7, LOAD_PROFILE, 2, 2, "0202 0600000005 0600000000").result());
			assertEquals(13, client.select(8, CLOCK, 2, 1, "00").result());
		}
		assertEquals("result 0", meter.command("do 7 1.0.99.1.0.255 1 0f00"));
		assertEquals("0100", meter.command("get 7 1.0.99.1.0.255 2"));
		assertEquals("result 0", meter.command("set 3 1.0.1.8.0.255 2 0600000000"));
		meter.told();
	}

	/** Rows as the minutes of a time, and numbers. */
	private static List<String> rows(DlmsClient.Answer answer) {
		assertEquals(0, answer.result());
		return Values.parts(Axdr.decode(Bytes.of(answer.data()))).stream().map(row -> Values.parts(row).stream().map(ServedMeterTest::cell).collect(Collectors.joining(" "))).toList();
	}

	private static String cell(Value value) {
		return value instanceof Value.Octets time ? String.valueOf(time.bytes().at(6)) : ((Value.Int) value).value().toString();
	}

	@Test
	void anEventIsLoggedAndToldOnce() throws IOException {
		setTime(9, 42);
		assertEquals("result 0", meter.command("event 0"));
		assertEquals(1, meter.told().stream().filter("alert 1 at 2026-11-22T09:42:00"::equals).count());
		try (DlmsClient client = connect(2, false)) {
			assertEquals(0, client.open(1, SECRET, 512));
			assertEquals(List.of("42 40"), rows(client.get(7, EVENT_LOG, 2)));
		}
		assertEquals("result 0", meter.command("do 7 0.0.99.98.0.255 1 0f00"));
		meter.told();
	}

	/** The billing period ends: the log is captured, and the push carries it and the total: after a random wait, in its window, ciphered. */
	@Test
	void aPushCarriesWhatItsListNames() throws IOException {
		setTime(1, 0); // the window is open until six
		assertEquals("result 0", meter.command("set 3 1.0.1.8.0.255 2 0600000400"));
		assertEquals("result 0", meter.command("do 7 0.0.98.1.0.255 2 0f00"));
		assertEquals("result 0", meter.command("do 40 0.1.25.9.0.255 1 0f00"));
		assertEquals("result 0", meter.command("advance 300"));
		String message = meter.told().stream().filter(line -> line.startsWith("push ")).findFirst().orElseThrow().split(" ")[3];
		assertEquals("db084d57520000000001", message.substring(0, 20));
		Taker taker = new Taker(HexFormat.of().parseHex(message.substring(20)));
		String push = HexFormat.of().formatHex(KEYS.open(HexFormat.of().parseHex("4d57520000000001"), taker.take(taker.length())));
		assertTrue(push.matches("0f[0-9a-f]{8}00.*"), push);
		List<Value> sent = Values.parts(Axdr.decode(Bytes.ofHex(push.substring(12))));
		assertEquals(Axdr.decode(Bytes.ofHex(meter.command("get 7 0.0.98.1.0.255 2"))), sent.get(0));
		assertEquals(Axdr.decode(Bytes.ofHex("0600000400")), sent.get(1));
		assertEquals(2, sent.size());
		assertEquals("result 0", meter.command("do 7 0.0.98.1.0.255 1 0f00"));
		assertEquals("result 0", meter.command("set 3 1.0.1.8.0.255 2 0600000000"));
		meter.told();
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
