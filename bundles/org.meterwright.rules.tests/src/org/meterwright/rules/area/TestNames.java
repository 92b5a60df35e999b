// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.obis.GroupValues;

/** An OBIS dictionary for tests, read from {@code names.txt}. */
final class TestNames {
	private static final int COUNTER = 4;

	private TestNames() {
	}

	static Dictionary read() {
		try (InputStream in = TestNames.class.getResourceAsStream("names.txt")) {
			return new Dictionary(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(TestNames::entry).toList());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static DictionaryEntry entry(String line) {
		String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
		List<GroupValues> groups = new ArrayList<>();
		for (String part : cells[1].split("[-:*](?![^{]*\\})|\\.(?![^{]*\\})")) {
			groups.add(values(part));
		}
		if (!cells[5].isEmpty()) {
			String[] texts = new String[256];
			groups.get(COUNTER).stream().forEach(value -> texts[value] = "%s %d".formatted(cells[5], value));
			groups.set(COUNTER, GroupValues.named(cells[5], texts));
		}
		return new DictionaryEntry(groups, cells[6], numbers(cells[2]), cells[3].equals("only"), numbers(cells[4]), "", Integer.parseInt(cells[0]));
	}

	private static Set<Integer> numbers(String cell) {
		return cell.isEmpty() ? Set.of() : Arrays.stream(cell.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
	}

	private static GroupValues values(String part) {
		if (part.equals("x")) {
			return GroupValues.any();
		}
		return Arrays.stream(part.replaceAll("[{}]", "").split(",")).map(each -> each.split("\\.\\."))
				.map(each -> GroupValues.range(Integer.parseInt(each[0]), Integer.parseInt(each[each.length - 1]))).reduce(GroupValues::or).orElseThrow();
	}
}
