// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.obis.GroupValues;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.elaborate.ObisDictionaries;

/**
 * Proposes logical names behind the class of an object: those that the OBIS dictionary has for the class, with their titles. Channel 0, the
 * current value and the first of many counted ones stand for the others; what has been typed of a name is kept.
 */
final class LogicalNameProposals {
	private static final Pattern HEADER = Pattern.compile(":\\s*([A-Za-z_][\\w.]*)(?:\\s+version\\s+\\d+)?\\s+([0-9][-0-9:.*]*)?$");
	private static final int MOST = 400;
	private static final int CURRENT = 255;

	private LogicalNameProposals() {
	}

	/** Returns the proposals for a cursor; none where no logical name is expected. */
	static Stream<Proposal> at(String text, int cursor, DeclaredNames names) {
		int line = text.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
		Matcher header = HEADER.matcher(text.substring(line, cursor));
		if (!header.find()) {
			return Stream.empty();
		}
		String typed = header.group(2) == null ? "" : header.group(2);
		Set<Integer> classes = names.classes().getOrDefault(header.group(1), List.of()).stream().map(each -> Integer.valueOf(each.getClassId())).collect(Collectors.toSet());
		Dictionary dictionary = ObisDictionaries.standard();
		return dictionary.entries().stream().filter(entry -> !entry.isFree() && entry.classes().stream().anyMatch(classes::contains))
				.flatMap(entry -> names(entry, typed).stream()).filter(name -> name.toString().startsWith(typed)).distinct().sorted().limit(MOST)
				.map(name -> new Proposal(name.toString(), dictionary.name(name).orElse(""), "", Proposal.Kind.LITERAL, cursor - typed.length(), typed.length()));
	}

	/** Spells an entry out: all values of A, C and D; all of E only when the groups before it have been typed. */
	private static List<LogicalName> names(DictionaryEntry entry, String typed) {
		boolean counted = typed.chars().filter(c -> c == '.').count() == 2;
		List<LogicalName> found = new ArrayList<>();
		int b = usual(entry.groups().get(1), 0);
		int f = usual(entry.groups().get(5), CURRENT);
		for (int a : entry.groups().get(0).stream().toArray()) {
			for (int c : entry.groups().get(2).stream().toArray()) {
				for (int d : entry.groups().get(3).stream().toArray()) {
					for (int e : counted || isNamed(entry) ? entry.groups().get(4).stream().toArray() : new int[] { usual(entry.groups().get(4), 0) }) {
						found.add(new LogicalName(a, b, c, d, e, f));
					}
				}
			}
		}
		return found;
	}

	/** Few values of group E that have names of their own are told apart at once. */
	private static boolean isNamed(DictionaryEntry entry) {
		GroupValues counter = entry.groups().get(4);
		return !counter.name().isEmpty() && counter.size() <= 25;
	}

	private static int usual(GroupValues values, int wanted) {
		return values.contains(wanted) ? wanted : values.stream().min().orElse(0);
	}
}
