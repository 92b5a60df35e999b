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
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.ide.names.Meanings;

/**
 * Proposes logical names behind the class of an object: those that the OBIS dictionary has for the class, with their titles. Channel 0, the
 * current value and the first of many counted ones stand for the others; what has been typed of a name is kept.
 */
final class LogicalNameProposals {
	private static final Pattern HEADER = Pattern.compile(":\\s*([A-Za-z_][\\w.]*)(?:\\s+version\\s+\\d+)?\\s+([0-9][-0-9:.*]*)$");
	private static final int MOST = 400;
	private static final int CURRENT = 255;

	private LogicalNameProposals() {
	}

	/** Returns the proposals for a cursor in a logical name that has been begun; none elsewhere. */
	static Stream<Proposal> at(String text, int cursor, Meanings meanings) {
		int line = text.lastIndexOf('\n', cursor - 1) + 1;
		Matcher header = HEADER.matcher(text.substring(line, cursor));
		if (!header.find()) {
			return Stream.empty();
		}
		String typed = header.group(2);
		String name = header.group(1).substring(header.group(1).lastIndexOf('.') + 1);
		Set<Integer> classes = meanings.table().declarations().all(Sort.CLASS).values().stream().flatMap(List::stream).map(ClassDecl.class::cast)
				.filter(each -> name.equals(each.getName())).map(each -> Integer.valueOf(each.getClassId())).collect(Collectors.toSet());
		return candidates(classes, typed).map(each -> each.at(cursor - typed.length(), typed.length()));
	}

	/** Returns the logical names that fit some classes and begin as typed. */
	static Stream<Candidate> candidates(Set<Integer> classes, String typed) {
		Dictionary dictionary = ObisDictionaries.standard();
		return dictionary.entries().stream().filter(entry -> !entry.isFree() && entry.classes().stream().anyMatch(classes::contains))
				.flatMap(entry -> names(entry, typed).stream()).filter(each -> each.toString().startsWith(typed)).distinct().sorted().limit(MOST)
				.map(each -> Candidate.of(each.toString(), dictionary.name(each).orElse(""), Proposal.Kind.VALUE, 0));
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
