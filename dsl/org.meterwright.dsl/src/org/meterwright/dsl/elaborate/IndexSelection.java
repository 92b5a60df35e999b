// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.dsl.cosemDsl.IndexExpr;
import org.meterwright.dsl.cosemDsl.Segment;

/** Picks members of a family by the index of a reference. */
final class IndexSelection {
	private final Items items;
	private final Report report;

	IndexSelection(Items items, Report report) {
		this.items = items;
		this.report = report;
	}

	List<Symbol> select(List<Symbol> family, Segment segment, Env env) {
		IndexExpr index = segment.getIndex();
		if (index == null) {
			return family;
		}
		if (family.getFirst().index().isEmpty()) {
			report.report("MW-LANG-023", index, "%s is no family; leave the index out".formatted(segment.getName()));
			return List.of();
		}
		if (index.isAll()) {
			return family;
		}
		return index.getAt() == null ? byNumber(family, segment, index) : byName(family, segment, index, env);
	}

	private List<Symbol> byNumber(List<Symbol> family, Segment segment, IndexExpr index) {
		long from = Numerals.longOf(index.getFrom());
		long to = index.getTo() == null ? from : Numerals.longOf(index.getTo());
		List<Symbol> found = family.stream().filter(each -> between(each, from, to)).toList();
		if (to < from) {
			report.report("MW-LANG-023", index, "the range %d..%d runs backwards".formatted(from, to));
		} else if (found.isEmpty()) {
			missing(family, segment, index, index.getTo() == null ? Long.toString(from) : "%d..%d".formatted(from, to));
		}
		return found;
	}

	private static boolean between(Symbol each, long from, long to) {
		IndexEntry entry = each.index().orElseThrow();
		return entry.name().equals(Integer.toString(entry.value())) && entry.value() >= from && entry.value() <= to;
	}

	private List<Symbol> byName(List<Symbol> family, Segment segment, IndexExpr index, Env env) {
		Optional<IndexEntry> bound = env.find(index.getAt());
		String name = bound.map(IndexEntry::name).orElse(index.getAt());
		List<Symbol> found = family.stream().filter(each -> each.index().orElseThrow().name().equals(name)).toList();
		if (found.isEmpty()) {
			missing(family, segment, index, name);
		}
		return found;
	}

	private void missing(List<Symbol> family, Segment segment, IndexExpr index, String wanted) {
		String members = family.stream().limit(8).map(each -> each.index().orElseThrow().name()).collect(Collectors.joining(", "));
		String more = family.size() > 8 ? " and so on to %s".formatted(family.getLast().index().orElseThrow().name()) : "";
		boolean isIndex = items.index(wanted).isPresent();
		report.report("MW-LANG-023", index, "%s has no member %s%s; it has %s%s".formatted(segment.getName(), wanted, isIndex ? " (that is an index, not an entry of one)" : "",
				members, more));
	}
}
