// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.RangeExpr;

/** Reads the entries of indexes. */
final class Indexes {
	/** More members than this in one family are a slip: a device has at most 65,535 objects. */
	static final int LIMIT = 65_535;

	private final Report report;

	Indexes(Report report) {
		this.report = report;
	}

	void collect(Items items) {
		for (Entry<IndexDecl> entry : items.of(IndexDecl.class)) {
			IndexDecl index = entry.node();
			items.indexes().put(index.getName(), index.getRanges().isEmpty() ? named(index) : ranges(index));
		}
	}

	private List<IndexEntry> named(IndexDecl index) {
		List<IndexEntry> entries = new ArrayList<>();
		Set<String> seen = new LinkedHashSet<>();
		for (Literal literal : index.getEntries()) {
			if (!seen.add(literal.getName())) {
				report.report("MW-LANG-015", literal, "index %s has %s twice".formatted(index.getName(), literal.getName()));
			} else if (literal.getUpper() != null) {
				report.report("MW-LANG-015", literal, "an index has single values here; write index %s = %s..%s for a range".formatted(index.getName(),
						literal.getValue(), literal.getUpper()));
			} else {
				entries.add(new IndexEntry(literal.getName(), Numerals.clampedInt(literal.getValue())));
			}
		}
		return List.copyOf(entries);
	}

	private List<IndexEntry> ranges(IndexDecl index) {
		Map<String, IndexEntry> entries = new LinkedHashMap<>();
		for (RangeExpr range : index.getRanges()) {
			for (IndexEntry entry : range(index, range)) {
				if (entries.putIfAbsent(entry.name(), entry) != null) {
					report.report("MW-LANG-015", range, "index %s has %s twice".formatted(index.getName(), entry.name()));
					break;
				}
			}
		}
		return List.copyOf(entries.values());
	}

	private List<IndexEntry> range(IndexDecl index, RangeExpr range) {
		long lower = Numerals.longOf(range.getLower());
		long upper = range.getUpper() == null ? lower : Numerals.longOf(range.getUpper());
		if (range.isMany()) {
			report.report("MW-LANG-015", range, "an index ends somewhere; write a number instead of *");
			return List.of();
		}
		if (upper < lower) {
			report.report("MW-LANG-015", range, "the range %d..%d runs backwards; write %d..%d".formatted(lower, upper, upper, lower));
			return List.of();
		}
		if (upper - lower >= LIMIT || Math.abs(lower) > LIMIT) {
			report.report("MW-LANG-015", range, "the range %d..%d is larger than any device: %d entries at most".formatted(lower, upper, LIMIT));
			return List.of();
		}
		List<IndexEntry> entries = new ArrayList<>();
		for (long each = lower; each <= upper; each++) {
			entries.add(new IndexEntry(Long.toString(each), (int) each));
		}
		return List.copyOf(entries);
	}
}
