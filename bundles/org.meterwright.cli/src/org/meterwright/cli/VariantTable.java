// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.rules.Severity;

/** A row for each meter and variant: objects, findings, and what the tables take where that is known. */
final class VariantTable {

	private static final String UNKNOWN = "-";

	private final List<List<String>> rows = new ArrayList<>();

	VariantTable() {
		rows.add(List.of("variant", "objects", "errors", "warnings", "infos", "flash", "RAM", "NVM"));
	}

	/** Add a meter; without memory where nothing can be generated from it. */
	void add(CompiledMeter meter, Optional<MemoryReport> memory) {
		List<String> row = new ArrayList<>();
		row.add(GeneratedOutput.label(meter));
		row.add(number(meter.model().getDevices().stream().mapToLong(device -> device.getObjects().size()).sum()));
		for (Severity severity : Severity.values()) {
			row.add(number(meter.findings().stream().filter(finding -> finding.accepted().isEmpty() && finding.severity() == severity).count()));
		}
		row.add(memory.map(each -> number(each.flash())).orElse(UNKNOWN));
		row.add(memory.map(each -> number(each.ram())).orElse(UNKNOWN));
		row.add(memory.map(each -> number(each.nvm())).orElse(UNKNOWN));
		rows.add(row);
	}

	/** Return the lines: names to the left, numbers to the right. */
	List<String> lines() {
		List<Integer> widths = new ArrayList<>();
		for (int i = 0; i < rows.getFirst().size(); i++) {
			int column = i;
			widths.add(rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
		}
		return rows.stream().map(row -> line(row, widths)).toList();
	}

	private static String line(List<String> row, List<Integer> widths) {
		StringBuilder line = new StringBuilder(row.getFirst()).append(" ".repeat(widths.getFirst() - row.getFirst().length()));
		for (int i = 1; i < row.size(); i++) {
			line.append("  ").append(" ".repeat(widths.get(i) - row.get(i).length())).append(row.get(i));
		}
		return line.toString();
	}

	private static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}
}
