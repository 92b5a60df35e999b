// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.conformance;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.swt.graphics.Color;
import org.meterwright.rules.conformance.Verdict;
import org.meterwright.views.conformance.ConformanceRow;
import org.meterwright.views.conformance.ConformanceRow.Level;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;
import org.meterwright.workbench.table.ListContent.Head;
import org.meterwright.workbench.table.TableColours;

/** The columns of the conformance view. */
final class ConformanceHeads {
	private ConformanceHeads() {
	}

	static List<Head<ConformanceRow>> of(Supplier<TableColours> colours) {
		return List.of(new Head<>("Requirement", 290, ConformanceRow::name, ConformanceHeads::name),
				new Head<>("Verdict", 150, row -> row.verdict().map(ConformanceHeads::words).orElse(""), row -> row.verdict().map(verdict -> heat(verdict, colours.get())).orElse(CellLook.PLAIN)),
				new Head<>("What is required", 560, ConformanceRow::words, row -> row.level() == Level.KIND ? CellLook.QUIET : CellLook.PLAIN),
				Head.plain("Where it is met", 190, ConformanceRow::where), Head.quiet("Clause", 260, ConformanceRow::clauses));
	}

	private static CellLook name(ConformanceRow row) {
		Expander expander = !row.openable() ? Expander.NONE : row.open() ? Expander.OPEN : Expander.CLOSED;
		return new CellLook(row.level().ordinal(), expander, null, null, row.level() == Level.REASON, row.level() == Level.KIND, Align.LEFT);
	}

	private static String words(Verdict verdict) {
		return verdict == Verdict.NOT_DECIDED ? "not decided" : verdict.words();
	}

	private static CellLook heat(Verdict verdict, TableColours colours) {
		return CellLook.heat(colour(verdict, colours));
	}

	/** Returns the colour of a verdict: red is what is to do, green what is done. */
	static Color colour(Verdict verdict, TableColours colours) {
		return switch (verdict) {
			case MISSING -> colours.choose(0xF4B9B1, 0x6E2A24);
			case CONTRADICTED -> colours.choose(0xF7CDAE, 0x6B3A18);
			case ACCEPTED -> colours.choose(0xFBEFC0, 0x57491A);
			case NOT_DECIDED -> colours.choose(0xE4E7EB, 0x34383E);
			case NOT_USED -> colours.choose(0xF1F3F5, 0x2A2D31);
			case MET -> colours.choose(0xD3EBD9, 0x1F4A33);
			case PROVEN -> colours.choose(0x9FD6AE, 0x2C6B49);
		};
	}
}
