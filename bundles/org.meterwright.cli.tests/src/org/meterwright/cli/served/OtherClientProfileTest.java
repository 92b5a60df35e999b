// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.scenario.host.MeterProcess;

/** A client of another DLMS library reads profiles by entry and by range, in every association that may read them: rows are those that the meter has captured. */
class OtherClientProfileTest {

	private static final int PROFILE = 7;
	private static final int BUFFER = 2;
	private static final int CAPTURE_OBJECTS = 3;
	/** Bit 21 of a conformance block. */
	private static final int SELECTIVE_ACCESS = 1 << 23 - 21;
	private static final int ROWS = 4;
	private static final int REGISTER = 3;
	private static final int EXTENDED_REGISTER = 4;
	private static final int CLOCK = 8;
	private static final int VALUE = 2;
	/** A number of one to eight octets, and the first one that registers get. */
	private static final String NUMBER = "(0f|11)..|(10|12).{4}|(05|06).{8}|(14|15).{16}";
	private static final int FIRST_VALUE = 0x31;
	/** A date-time of 22 November 2026, nine o'clock, up to the minute. */
	private static final String MORNING = "090c07ea0b16..09";

	private final Map<String, List<Value>> captured = new HashMap<>();
	/** What the test knows of the rows, by profile: octets of their cells. */
	private final Map<String, List<List<String>>> rowsOf = new HashMap<>();
	private int own;
	private int entries;
	private int ranges;

	static Stream<String> names() {
		return ServedMeters.names().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void rowsAreSelectedByEntryAndByRange(String name) throws IOException {
		ServedMeters.Served served = ServedMeters.of(name);
		OtherClientVisit.inEveryAssociation(served.program(), served.model(), (client, meter, association) -> readAll(client, meter, served.expectation(), association));
		assertEquals(captured.values().stream().anyMatch(rows -> rows.size() >= ROWS), entries > 0, captured::toString);
		assertTrue(ranges <= entries);
		assertEquals(entries > 0, own > 0, "rows that the test has put there");
	}

	private void readAll(OtherClient client, MeterProcess meter, Expectation expectation, Association association) throws IOException {
		List<Expectation.Asked> all = expectation.of(association, OtherClientVisit.protection(association));
		if (captured.isEmpty()) {
			capture(meter, all.stream().filter(asked -> asked.classId() == PROFILE && asked.attribute() == BUFFER).map(asked -> OtherClient.dotted(asked.logicalName())).toList());
		}
		for (Expectation.Asked asked : all) {
			String profile = OtherClient.dotted(asked.logicalName());
			boolean columns = all.stream().anyMatch(other -> other.logicalName().equals(asked.logicalName()) && other.classId() == PROFILE && other.attribute() == CAPTURE_OBJECTS && other.result() == 0);
			if (asked.classId() == PROFILE && asked.attribute() == BUFFER && asked.result() == 0 && columns && captured.get(profile).size() >= ROWS) {
				read(client, profile, (association.getConformance() & SELECTIVE_ACCESS) != 0);
			}
		}
	}

	/** Let every profile of the meter capture, at 9:00, 9:10, 9:20 and 9:30. */
	private void capture(MeterProcess meter, List<String> profiles) throws IOException {
		for (int i = 0; i < ROWS; i++) {
			meter.command("time 2026 11 22 9 %d 0 7".formatted(10 * i));
			for (String profile : profiles) {
				put(meter, profile, i);
			}
		}
		for (String profile : profiles) {
			String whole = meter.command("get 7 %s 2".formatted(profile));
			captured.put(profile, whole.startsWith("01") ? Values.parts(Axdr.decode(Bytes.ofHex(whole))) : List.of());
			checkRows(profile);
		}
	}

	/** Give the registers that a profile captures other values, keep what a row must hold now, and let it capture. */
	private void put(MeterProcess meter, String profile, int number) throws IOException {
		String columns = meter.command("get 7 %s 3".formatted(profile));
		List<String> row = new ArrayList<>();
		if (columns.startsWith("01")) {
			for (Value column : Values.parts(Axdr.decode(Bytes.ofHex(columns)))) {
				row.add(cell(meter, Values.parts(column), number));
			}
		}
		meter.command("do 7 %s 2 0f00".formatted(profile));
		rowsOf.computeIfAbsent(profile, key -> new ArrayList<>()).add(row);
	}

	/** Return the octets that a column must have; of a clock's time what the test has told it. */
	private static String cell(MeterProcess meter, List<Value> column, int number) throws IOException {
		int classId = number(column.get(0));
		String attribute = "%d %s %d".formatted(classId, OtherClient.dotted(LogicalName.of(((Value.Octets) column.get(1)).bytes())), number(column.get(2)));
		String value = meter.command("get %s".formatted(attribute)).toLowerCase(Locale.ROOT);
		if ((classId == REGISTER || classId == EXTENDED_REGISTER) && number(column.get(2)) == VALUE && value.matches(NUMBER)) {
			String other = "%s%s%02x".formatted(value.substring(0, 2), "0".repeat(value.length() - 4), FIRST_VALUE + number);
			value = meter.command("set %s %s".formatted(attribute, other)).equals("result 0") ? other : value;
		}
		if (classId == CLOCK && number(column.get(2)) == VALUE) {
			assertTrue(value.matches(MORNING + "%02x00.*".formatted(10 * number)), value);
		}
		int part = number(column.get(3));
		return part == 0 || value.startsWith("result") ? value : Axdr.encode(Values.parts(Axdr.decode(Bytes.ofHex(value))).get(part - 1)).hex().toLowerCase(Locale.ROOT);
	}

	private static int number(Value value) {
		return ((Value.Int) value).value().intValue();
	}

	/** The rows that the test has put there follow one another in the buffer, in its order; what happened besides may stand between them. */
	private void checkRows(String profile) {
		List<String> buffer = captured.get(profile).stream().map(row -> String.join(" ", Values.parts(row).stream().map(cell -> Axdr.encode(cell).hex().toLowerCase(Locale.ROOT)).toList())).toList();
		List<String> expected = new ArrayList<>(rowsOf.get(profile).stream().map(row -> String.join(" ", row)).toList());
		if (buffer.size() < ROWS) {
			return;
		}
		boolean oldestFirst = isWithin(expected, buffer);
		Collections.reverse(expected);
		assertTrue(oldestFirst || isWithin(expected, buffer), () -> "%s: %s: %s".formatted(profile, expected, buffer));
		own++;
	}

	private static boolean isWithin(List<String> some, List<String> all) {
		Iterator<String> left = all.iterator();
		return some.stream().allMatch(row -> {
			boolean found = false;
			while (!found && left.hasNext()) {
				found = left.next().equals(row);
			}
			return found;
		});
	}

	private void read(OtherClient client, String profile, boolean selects) throws IOException {
		List<Value> rows = captured.get(profile);
		check(client.ask("{\"do\":\"rows\",\"name\":\"%s\",\"first\":2,\"count\":2}", profile), selects, rows.subList(1, 3));
		entries++;
		if (rows.stream().allMatch(row -> first(row).matches(MORNING + ".*"))) {
			List<Value> between = rows.stream().filter(row -> first(row).matches(MORNING + "(0a|14).*")).toList();
			assertEquals(2, between.size(), profile);
			check(client.ask("{\"do\":\"rows\",\"name\":\"%s\",\"from\":\"2026-11-22T09:05:00\",\"to\":\"2026-11-22T09:25:00\"}", profile), selects, between);
			ranges++;
		}
	}

	private static String first(Value row) {
		return Axdr.encode(Values.parts(row).getFirst()).hex().toLowerCase(Locale.ROOT);
	}

	private static void check(String answer, boolean selects, List<Value> expected) {
		assertEquals(selects, !answer.contains("\"error\""), answer);
		if (selects) {
			assertEquals(expected, Values.parts(Axdr.decode(Bytes.ofHex(answer.replaceAll(".*\"axdr\":\"([0-9a-f]*)\".*", "$1")))));
		} else {
			assertTrue(answer.contains("The meter answers"), answer);
		}
	}
}
