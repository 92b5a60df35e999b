// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Octets;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.WrapperLine;
import org.meterwright.scenario.host.MeterProcess;

/** A generated meter lives by itself: time is moved, values change, the supply fails, and clients look. */
@TestInstance(Lifecycle.PER_CLASS)
class BehaviourTest {

	private static final Path MODEL = Path.of("samples/behaviour");
	private static final byte[] SECRET = "12345678".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] ENCRYPTION = HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F");
	private static final byte[] AUTHENTICATION = HexFormat.of().parseHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");
	private static final byte[] MASTER = HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF");
	private static final String LOAD = "7 1.0.99.1.0.255";
	private static final String BILLING = "7 0.0.98.1.0.255";
	private static final String EVENTS = "7 0.0.99.98.0.255";
	private static final String RATE = "1 0.0.96.14.0.255 2";
	private static final String MARK = "1 0.0.96.14.1.255 2";
	private static final String BREAKER = "70 0.0.96.3.10.255";
	private static final String CREDIT = "112 0.0.19.10.0.255";

	@TempDir
	private static Path folder;
	private Path program;
	private MeterProcess meter;
	private long counter = 1;

	@BeforeAll
	void build() {
		CliRun run = CliRun.of("generate", MODEL, "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		program = new GeneratedFolder(folder).host(List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
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

	private void does(String command) throws IOException {
		assertEquals("result 0", meter.command(command), command);
	}

	private String get(String attribute) throws IOException {
		return meter.command("get %s".formatted(attribute));
	}

	private int rows(String profile) throws IOException {
		return Integer.parseInt(get("%s 7".formatted(profile)).substring(2), 16);
	}

	private List<String> told(String start) {
		return meter.told().stream().filter(line -> line.startsWith(start)).toList();
	}

	private DlmsClient local() throws IOException {
		DlmsClient client = new DlmsClient(new WrapperLine(meter.port(), 2, 1), Optional.empty(), 0);
		assertEquals(0, client.open(1, SECRET, 1024));
		return client;
	}

	private static LogicalName name(String text) {
		return LogicalName.valueOf(text);
	}

	private static byte[] hex(String text) {
		return HexFormat.of().parseHex(text.replace(" ", ""));
	}

	// ---- time

	@Test
	void aMonthIsBilledOnceAndAtItsMoment() throws IOException {
		does("until 2026 11 30 23 59 59");
		assertEquals(0, rows(BILLING));
		does("advance 1");
		assertEquals(1, rows(BILLING));
		assertTrue(get(BILLING + " 2").contains("090c07ea0c0102000000"), get(BILLING + " 2"));
		does("advance 86400");
		assertEquals(1, rows(BILLING));
	}

	/** Forward over the date: at once, and once. Back before it: not again. Back by more than a day: again, at the right time. */
	@Test
	void theClockIsSetAcrossABillingDate() throws IOException {
		does("clock 2026 12 1 0 30 0");
		assertEquals(1, rows(BILLING));
		does("clock 2026 11 30 23 50 0");
		does("advance 7200");
		assertEquals(1, rows(BILLING));
		does("clock 2026 11 25 0 0 0");
		does("until 2026 12 1 0 0 1");
		assertEquals(2, rows(BILLING));
		does("clock 2028 1 15 0 0 0");
		assertEquals(3, rows(BILLING));
	}

	@Test
	void aLossOfPowerIsMadeUpForOnce() throws IOException {
		does("until 2026 11 30 12 0 0");
		does("power 259200");
		assertEquals("2026-12-03T12:00:00", meter.command("now"));
		assertEquals(1, rows(BILLING));
		does("power off");
		assertEquals("off", get(RATE));
		does("advance 60");
		does("power on");
		assertEquals(1, rows(BILLING));
	}

	/** A capture by the hour each hour of the day, 23 of them when daylight saving begins and 25 when it ends; 02:30 comes once. */
	@ParameterizedTest
	@CsvSource({ "3, 29, 23", "10, 25, 25", "11, 24, 24" })
	void daysThatAreShorterAndLonger(int month, int day, int hours) throws IOException {
		does("time 2026 %d %d 0 0 0".formatted(month, day));
		does("until 2026 %d %d 0 0 0".formatted(month, day + 1));
		assertEquals(hours, rows(LOAD));
		assertEquals(1, rows(EVENTS));
	}

	@Test
	void aScheduleRunsOnItsDaysAndWithinItsWindow() throws IOException {
		does("until 2026 11 24 7 59 59");
		assertEquals("1100", get(MARK));
		does("advance 1");
		assertEquals("1101", get(MARK));
		does("set %s 1105".formatted(MARK));
		does("time 2026 11 28 7 0 0"); // a Saturday
		does("advance 86400");
		assertEquals("1105", get(MARK));
		does("time 2026 12 25 7 0 0"); // a special day
		does("advance 7200");
		assertEquals("1105", get(MARK));
		does("time 2026 11 26 7 0 0");
		does("power 5400"); // half past eight: still within the window
		assertEquals("1101", get(MARK));
		does("set %s 1105".formatted(MARK));
		does("time 2026 11 26 7 0 0");
		does("power 7200"); // nine: too late
		assertEquals("1105", get(MARK));
	}

	@Test
	void clientsEditASchedule() throws IOException {
		try (DlmsClient client = local()) {
			byte[] entry = hex("020A 120002 0301 0906 00000A0064FF 12000C 0904 09000000 12FFFF 0407FE 0400 0905 FFFFFFFFFF 0905 FFFFFFFFFF");
			assertEquals(0, client.act(10, name("0-0:12.0.0*255"), 2, entry).result());
			assertEquals(2, client.get(10, name("0-0:12.0.0*255"), 2).data()[1]);
			does("until 2026 11 24 9 0 0");
			assertEquals("1102", get(MARK));
			assertEquals(0, client.act(10, name("0-0:12.0.0*255"), 1, hex("0204 120002 120002 120002 120001")).result());
			does("set %s 1105".formatted(MARK));
			does("until 2026 11 25 9 0 0");
			assertEquals("1101", get(MARK));
			assertEquals(0, client.act(10, name("0-0:12.0.0*255"), 3, hex("0202 120001 120001")).result());
			assertEquals(1, client.get(10, name("0-0:12.0.0*255"), 2).data()[1]);
			assertEquals(0, client.act(11, name("0-0:11.0.0*255"), 1, hex("0203 120002 0905 07EA0B1AFF 1102")).result());
			assertEquals(2, client.get(11, name("0-0:11.0.0*255"), 2).data()[1]);
			assertEquals(0, client.act(11, name("0-0:11.0.0*255"), 2, hex("120001")).result());
			assertEquals(1, client.get(11, name("0-0:11.0.0*255"), 2).data()[1]);
			assertEquals(0, client.act(6, name("0-0:14.0.0*255"), 2, hex("0202 090354574F 0101 1102")).result());
			assertEquals(2, client.get(6, name("0-0:14.0.0*255"), 3).data()[1]);
			assertEquals(0, client.act(6, name("0-0:14.0.0*255"), 3, hex("09034F4E45")).result());
			assertEquals(1, client.get(6, name("0-0:14.0.0*255"), 3).data()[1]);
		}
	}

	@Test
	void theCalendarChoosesTheRate() throws IOException {
		does("until 2026 11 23 22 0 0");
		assertEquals("1101", get(RATE));
		does("advance 28800");
		assertEquals("1102", get(RATE));
		does("until 2026 11 28 0 0 0"); // the weekend
		assertEquals("1101", get(RATE));
		does("until 2026 12 25 7 0 0"); // a Friday, and a special day
		assertEquals("1101", get(RATE));
		try (DlmsClient client = local()) {
			assertEquals(0, client.set(20, name("0-0:13.0.0*255"), 10, hex("090C 07EB0104FF 0B0000FF 8000FF")));
			does("until 2027 1 4 10 59 59");
			assertEquals("09034f4c44", get("20 0.0.13.0.0.255 2"));
			does("set %s 1100".formatted(RATE));
			does("advance 1");
			assertEquals("09034e4557", get("20 0.0.13.0.0.255 2"));
			assertEquals("1102", get(RATE)); // the action in force since ten
		}
	}

	@Test
	void theClockIsAdjusted() throws IOException {
		try (DlmsClient client = local()) {
			LogicalName clock = name("0-0:1.0.0*255");
			does("time 2026 11 23 12 8 40");
			assertEquals(0, client.act(8, clock, 3, hex("0F00")).result());
			assertEquals("2026-11-23T12:09:00", meter.command("now"));
			assertEquals(0, client.act(8, clock, 1, hex("0F00")).result());
			assertEquals("2026-11-23T12:15:00", meter.command("now"));
			assertEquals(0, client.act(8, clock, 6, hex("10FFF6")).result());
			assertEquals("2026-11-23T12:14:50", meter.command("now"));
			assertEquals(0, client.act(8, clock, 2, hex("0F00")).result());
			assertEquals("2026-11-23T12:00:00", meter.command("now"));
			assertEquals(0, client.act(8, clock, 5, hex("0203 090C 07EA0B17FF 0D0000FF 8000FF 090C 07EA0B17FF 0C0000FF 8000FF 090C 07EA0B17FF 0C1E00FF 8000FF")).result());
			assertEquals(0, client.act(8, clock, 4, hex("0F00")).result());
			assertEquals("2026-11-23T13:00:00", meter.command("now"));
			assertEquals(250, client.act(8, clock, 4, hex("0F00")).result());
			assertEquals(0, client.set(8, clock, 2, hex("090C 07EA0C01FF 000100FF 800000")));
			assertEquals(1, rows(BILLING));
		}
	}

	// ---- watching

	@Test
	void aMonitorHasTwoThresholds() throws IOException {
		for (int volts : new int[] { 2300, 2069, 2050, 2090, 2099, 2100, 2080, 2000 }) {
			does("set 3 1.0.32.7.0.255 2 12%04x".formatted(volts));
		}
		assertEquals(3, rows(EVENTS)); // low at 206.9, back at 210.0, low at 200.0
		String log = get(EVENTS + " 2");
		assertTrue(log.matches(".*12004c.*12004d.*12004c"), log);
	}

	/** The first value after power-up counts as if the voltage had been good before. */
	@Test
	void aBadValueAtFirstIsNoticed() throws IOException {
		does("set 3 1.0.32.7.0.255 2 1207d0");
		assertEquals(1, rows(EVENTS));
		does("power 10");
		does("set 3 1.0.32.7.0.255 2 1207d0");
		assertEquals(2, rows(EVENTS));
	}

	@Test
	void aLimiterWaits() throws IOException {
		does("set 3 1.0.1.7.0.255 2 0500001770");
		does("advance 59");
		assertEquals("1601", get(BREAKER + " 3"));
		does("set 3 1.0.1.7.0.255 2 0500000000"); // too short
		does("set 3 1.0.1.7.0.255 2 0500001770");
		does("clock 2026 11 23 18 0 0"); // a clock that is set makes no difference
		does("advance 59");
		assertEquals("1601", get(BREAKER + " 3"));
		does("advance 1");
		assertEquals("1600", get(BREAKER + " 3"));
		does("set 3 1.0.1.7.0.255 2 0500000000");
		does("advance 30");
		assertEquals("1602", get(BREAKER + " 3")); // mode 5: somebody has to press the button
		does("supply %s 1".formatted(BREAKER));
		assertEquals("1601", get(BREAKER + " 3"));
	}

	/** Modes, and what remote, manual and local transitions do from connected: state afterwards. */
	@ParameterizedTest
	@CsvSource({ "1, 02, 02, 02", "2, 02, 02, 01", "3, 01, 02, 02", "4, 01, 02, 01", "5, 02, 02, 02", "6, 01, 02, 02" })
	void theSwitchMovesAsItsModeAllows(int mode, String manual, String local, String remote) throws IOException {
		does("set %s 4 16%02x".formatted(BREAKER, mode));
		meter.command("supply %s 0".formatted(BREAKER));
		assertEquals("16" + manual, get(BREAKER + " 3"));
		does("set %s 3 1601".formatted(BREAKER));
		does("supply %s 2".formatted(BREAKER));
		assertEquals("16" + local, get(BREAKER + " 3"));
		does("do %s 1 0f00".formatted(BREAKER));
		assertEquals("1600", get(BREAKER + " 3"));
		assertEquals("0300", get(BREAKER + " 2"));
		does("do %s 2 0f00".formatted(BREAKER));
		assertEquals("16" + remote, get(BREAKER + " 3"));
		does("do %s 2 0f00".formatted(BREAKER));
		assertEquals("16" + remote, get(BREAKER + " 3"));
	}

	@Test
	void demandSlides() throws IOException {
		for (int watts : new int[] { 300, 600, 900, 0 }) {
			for (int i = 0; i < 5; i++) {
				does("measure 5 1.0.1.4.0.255 %d".formatted(60 * watts));
				does("advance 60");
			}
		}
		assertEquals("06%08x".formatted(500), get("5 1.0.1.4.0.255 3"));
		does("do 5 1.0.1.4.0.255 1 0f00");
		assertEquals("0600000000", get("5 1.0.1.4.0.255 3"));
	}

	/** What the calendar of quiet hours holds back is done when they end, if the credit is still used up then. */
	@Test
	void aGuardHoldsBackAndLetsGo() throws IOException {
		does("until 2026 11 23 23 0 0");
		does("set %s 2 0500000000".formatted(CREDIT));
		assertEquals("1100", get(MARK));
		does("until 2026 11 24 5 59 0");
		assertEquals("1100", get(MARK));
		does("advance 120");
		assertEquals("1102", get(MARK));
		does("set %s 2 0500100000".formatted(CREDIT)); // more than the charges of the day
		assertEquals("1101", get(MARK));
		does("until 2026 11 24 23 0 0");
		does("set %s 1105".formatted(MARK));
		does("set %s 2 0500000000".formatted(CREDIT));
		does("set %s 2 0500000100".formatted(CREDIT)); // nothing was done, and there is nothing to undo
		assertEquals("1105", get(MARK));
	}

	// ---- payment

	@Test
	void aChargeByTimeIsCollected() throws IOException {
		assertEquals("05%08x".formatted(700), get(CREDIT + " 2")); // made up for once, since the clock began anew
		does("advance 86400");
		assertEquals("05%08x".formatted(400), get(CREDIT + " 2"));
		assertEquals("05%08x".formatted(400), get("111 0.0.19.0.0.255 5"));
		does("advance 172800");
		assertEquals("1604", get(CREDIT + " 8")); // exhausted
		try (DlmsClient client = local()) {
			assertEquals(0, client.act(112, name("0-0:19.10.1*255"), 3, hex("0F00")).result());
			assertEquals("1603", get("112 0.0.19.10.1.255 8"));
			assertEquals("1101", get("111 0.0.19.0.0.255 3"));
			DlmsClient.Answer before = client.act(112, name("0-0:19.10.0*255"), 2, hex("0500002710"));
			assertEquals(0, before.result());
			assertArrayEquals(hex("05%08x".formatted(-200)), before.data());
			assertEquals("1603", get(CREDIT + " 8"));
			assertEquals(0, client.act(113, name("0-0:19.20.0*255"), 1, hex("0101 0202 0900 1001F4")).result());
			assertEquals(0, client.set(113, name("0-0:19.20.0*255"), 7, hex("090C 07EA0C01FF 000000FF 8000FF")));
			does("until 2026 12 1 12 0 1");
			assertTrue(get("113 0.0.19.20.0.255 5").endsWith("1001f4"), get("113 0.0.19.20.0.255 5"));
			assertEquals("05%08x".formatted(500), get("113 0.0.19.20.0.255 11"));
		}
	}

	// ---- writing

	@ParameterizedTest
	@CsvSource({ "1, 1109, 0", "1, 110A, 250", "1, 120001, 12", "2, 1601, 0", "2, 1602, 250", "2, 16C8, 0", "3, 09024142, 0", "3, 090141, 12", "3, 09054142434445, 12",
			"4, 0102 0202 1601 120001 0202 1602 120064, 0", "4, 0101 0202 1603 120001, 250", "4, 0101 0202 1601 120065, 250", "4, 0100, 12",
			"4, 0104 0202 1601 120001 0202 1601 120001 0202 1601 120001 0202 1601 120001, 12", "5, 1107, 0", "5, 1108, 250", "5, 0F01, 12" })
	void onlyValuesOfTheTypeAreTaken(int data, String value, int result) throws IOException {
		try (DlmsClient client = local()) {
			LogicalName object = name("0-0:96.14.%d*255".formatted(data));
			byte[] before = client.get(1, object, 2).data();
			assertEquals(result, client.set(1, object, 2, hex(value)));
			assertArrayEquals(result == 0 ? hex(value) : before, client.get(1, object, 2).data());
		}
	}

	@Test
	void anImageComesInBlocks() throws IOException {
		byte[] content = new byte[36];
		IntStream.range(0, content.length).forEach(i -> content[i] = (byte) i);
		CRC32 crc = new CRC32();
		crc.update(content);
		byte[] image = new Octets().put(content).u32(crc.getValue()).bytes();
		LogicalName object = name("0-0:44.0.0*255");
		try (DlmsClient client = local()) {
			assertEquals(0, client.act(18, object, 1, hex("0202 0903464D57 06%08x".formatted(image.length))).result());
			for (int block : new int[] { 2, 0 }) {
				assertEquals(0, client.act(18, object, 2, block(image, block)).result());
			}
			assertArrayEquals(hex("0403A0"), client.get(18, object, 3).data());
			assertArrayEquals(hex("0600000001"), client.get(18, object, 4).data());
			assertEquals(250, client.act(18, object, 3, hex("0F00")).result());
			assertEquals(250, client.act(18, object, 2, block(image, 3)).result());
			assertEquals(0, client.act(18, object, 2, block(image, 1)).result());
			assertEquals(250, client.act(18, object, 4, hex("0F00")).result());
			assertEquals(0, client.act(18, object, 3, hex("0F00")).result());
			assertArrayEquals(hex("1603"), client.get(18, object, 6).data());
			assertEquals(0, client.act(18, object, 4, hex("0F00")).result());
			assertArrayEquals(hex("1606"), client.get(18, object, 6).data());
		}
	}

	private static byte[] block(byte[] image, int number) {
		byte[] part = java.util.Arrays.copyOfRange(image, Math.min(image.length, 16 * number), Math.min(image.length, 16 * number + 16));
		return new Octets().put(2, 2, 6).u32(number).put(9, part.length).put(part).bytes();
	}

	// ---- pushes

	@Test
	void aPushIsTriedAgainUntilItIsConfirmed() throws IOException {
		does("link down");
		does("event 0");
		assertEquals(1, told("unsent 40 0.1.25.9.0.255").size());
		does("link up");
		does("advance 59");
		assertEquals(0, told("push ").size());
		does("advance 1");
		String sent = told("push ").getFirst();
		assertTrue(sent.contains(" 0f40000001") && sent.contains(" alert 1 "), sent);
		does("advance 120"); // no confirmation came, and then the delay
		assertEquals(1, told("push ").size());
		does("confirm 1");
		does("advance 600");
		assertEquals(0, told("push ").size());
	}

	@Test
	void aPushIsGivenUpAfterItsRetries() throws IOException {
		does("link down");
		does("event 0");
		does("advance 600");
		List<String> all = meter.told();
		assertEquals(3, all.stream().filter(line -> line.startsWith("unsent ")).count());
		assertEquals(1, all.stream().filter(line -> line.startsWith("lost 40 0.1.25.9.0.255 alert 1")).count());
	}

	/** At random within a hundred seconds, in the window between one and two; a loss of power does not forget it. */
	@Test
	void aPushWaitsForItsWindow() throws IOException {
		does("seed 7");
		does("event 1");
		does("advance 3600");
		does("power 3600");
		assertEquals(0, told("push ").size());
		does("until 2026 11 24 2 0 0");
		String sent = told("push 40 0.2.25.9.0.255").getFirst();
		assertTrue(sent.matches(".* at 2026-11-24T01:0[0-2]:\\d\\d"), sent);
	}

	/** Eight places: what carries an Alert that is always sent takes those of others. */
	@Test
	void aStormDoesNotPushOutAnAlert() throws IOException {
		for (int i = 0; i < 8; i++) {
			does("event 1");
		}
		does("event 1");
		assertEquals(1, told("lost 40 0.2.25.9.0.255").size());
		does("link down");
		for (int i = 0; i < 3; i++) {
			does("event 0");
		}
		List<String> all = meter.told();
		assertEquals(3, all.stream().filter(line -> line.startsWith("lost 40 0.2.25.9.0.255")).count());
		assertEquals(3, all.stream().filter(line -> line.startsWith("unsent 40 0.1.25.9.0.255")).count());
	}

	// ---- security

	private DlmsClient head(byte[] encryption) throws IOException {
		counter += 1000;
		return new DlmsClient(new WrapperLine(meter.port(), 1, 1), Optional.of(new Suite0(encryption, AUTHENTICATION)), counter);
	}

	@Test
	void keysComeWrappedAndThePolicyGrowsStronger() throws IOException, GeneralSecurityException {
		byte[] fresh = hex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");
		Cipher wrap = Cipher.getInstance("AESWrap");
		wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(MASTER, "AES"));
		byte[] wrapped = wrap.wrap(new SecretKeySpec(fresh, "AES"));
		LogicalName keys = name("0-0:43.0.0*255");
		try (DlmsClient client = head(ENCRYPTION)) {
			assertEquals(0, client.open(5, SECRET, 1024));
			byte[] damaged = wrapped.clone();
			damaged[3] ^= 1;
			assertEquals(250, client.act(64, keys, 2, new Octets().hex("0101 0202 1600 0918").put(damaged).bytes()).result());
			assertEquals(0, client.act(64, keys, 2, new Octets().hex("0101 0202 1600 0918").put(wrapped).bytes()).result());
		}
		try (DlmsClient client = head(fresh)) {
			assertEquals(0, client.open(5, SECRET, 1024));
			assertEquals(250, client.act(64, keys, 1, hex("1604")).result());
			assertEquals(0, client.act(64, keys, 1, hex("166C")).result());
			assertArrayEquals(hex("166C"), client.get(64, keys, 2).data());
			assertArrayEquals(hex("D80101"), client.exchange(hex("C0014100400000 2B0000FF 0200")));
		}
	}
}
