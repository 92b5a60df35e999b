// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.ChangeKind;
import org.meterwright.exchange.compare.Subject;

/**
 * Changes that are told in one line: the same thing happened to several subjects, or in several associations.
 *
 * @param changes the changes, of one kind and impact and with the same difference
 */
record Row(List<Change> changes) {
	private static final int SHOWN = 4;

	/** Copies the changes. */
	Row {
		changes = List.copyOf(changes);
	}

	/** Changes of one kind. */
	record Block(ChangeKind kind, List<Row> rows) {
		/** Copies the rows. */
		Block {
			rows = List.copyOf(rows);
		}

		int count() {
			return rows.stream().mapToInt(row -> row.changes.size()).sum();
		}
	}

	/** Gathers changes of one impact. */
	static List<Block> blocks(List<Change> changes) {
		Map<ChangeKind, Map<List<?>, List<Change>>> kinds = new LinkedHashMap<>();
		for (Change change : changes) {
			List<?> key = List.of(change.subject().sort(), change.subject().device(), change.member(), change.before(), change.after(),
					change.association().isEmpty() ? change.clients() : List.of(), change.association().isEmpty());
			kinds.computeIfAbsent(change.kind(), none -> new LinkedHashMap<>()).computeIfAbsent(key, none -> new ArrayList<>()).add(change);
		}
		return kinds.entrySet().stream().map(kind -> new Block(kind.getKey(), kind.getValue().values().stream().flatMap(Row::split).toList())).toList();
	}

	/** Keeps together the subjects to which it happened in the same associations. */
	private static Stream<Row> split(List<Change> changes) {
		if (changes.getFirst().association().isEmpty()) {
			return Stream.of(new Row(changes));
		}
		Map<Subject, List<Change>> bySubject = changes.stream().collect(Collectors.groupingBy(Change::subject, LinkedHashMap::new, Collectors.toList()));
		Map<List<String>, List<Change>> byAssociations = new LinkedHashMap<>();
		bySubject.values().forEach(each -> byAssociations.computeIfAbsent(each.stream().map(Change::association).toList(), none -> new ArrayList<>()).addAll(each));
		return byAssociations.values().stream().map(Row::new);
	}

	Change first() {
		return changes.getFirst();
	}

	/** Names the subjects, series as ranges. */
	String names() {
		List<Subject> subjects = subjects();
		List<String> labels = subjects.stream().map(Subject::label).toList();
		List<String> series = series(labels);
		if (series.size() <= SHOWN + 1) {
			return String.join(", ", series);
		}
		int start = 0;
		for (int i = 0; i < SHOWN; i++) {
			start += run(labels, start) > 2 ? run(labels, start) : 1;
		}
		return "%s and %d more".formatted(String.join(", ", series.subList(0, SHOWN)), labels.size() - start);
	}

	private List<Subject> subjects() {
		Set<Subject> once = new LinkedHashSet<>();
		changes.forEach(change -> once.add(change.subject()));
		return List.copyOf(once);
	}

	/** Identifies the subject, or the first and the last of several. */
	String identities() {
		List<Subject> subjects = subjects();
		Subject first = subjects.getFirst();
		String what = first.name().isEmpty() ? "" : first.what();
		return subjects.size() == 1 || what.isEmpty() ? what : "%s to %s".formatted(what, subjects.getLast().what());
	}

	/** Says what a single subject's logical name means. */
	String meaning() {
		return subjects().size() == 1 ? first().subject().meaning() : "";
	}

	/** Names the associations that see it, or whose rights changed. */
	String clients() {
		Set<String> names = new LinkedHashSet<>();
		changes.forEach(change -> names.addAll(change.association().isEmpty() ? change.clients() : List.of(change.association())));
		return String.join(", ", names);
	}

	/** Finds where the new text says it, else where the former did. */
	Optional<Origin> place() {
		return first().right().or(first()::left);
	}

	/** Writes neighbours of a series as one: rate[1], rate[2], rate[3] as rate[1..3]. */
	private static List<String> series(List<String> names) {
		List<String> result = new ArrayList<>();
		int i = 0;
		while (i < names.size()) {
			int length = run(names, i);
			if (length > 2) {
				result.add("%s%d..%d]".formatted(stem(names.get(i)), index(names.get(i)), index(names.get(i + length - 1))));
				i += length;
			} else {
				result.add(names.get(i++));
			}
		}
		return result;
	}

	private static int run(List<String> names, int start) {
		int length = 1;
		while (index(names.get(start)) >= 0 && start + length < names.size() && stem(names.get(start + length)).equals(stem(names.get(start)))
				&& index(names.get(start + length)) == index(names.get(start)) + length) {
			length++;
		}
		return length;
	}

	private static String stem(String name) {
		return name.substring(0, name.indexOf('[') + 1);
	}

	private static int index(String name) {
		String digits = name.endsWith("]") ? name.substring(name.indexOf('[') + 1, name.length() - 1) : "";
		return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
	}
}
