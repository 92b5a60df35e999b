// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.stream.Collectors;

import org.meterwright.firmware.MemoryReport;
import org.meterwright.firmware.layout.Text;

/** The memory report as text, CSV and JSON. */
final class MemoryFiles {
	private static final int[] USE = { 40, 22, 7, 7, 7, 7 };

	private final MemoryReport report;

	MemoryFiles(MemoryReport report) {
		this.report = report;
	}

	OctetText text() {
		SourceText out = new SourceText().line("flash %d octets, RAM %d (and %d of the runtime), NVM %d, logs %d: %s", report.flash(), report.ram(), report.runtime(), report.nvm(), report.log(),
				report.sections().stream().map(section -> Text.of("%s %s %d", kind(section.kind()), section.name(), section.octets())).collect(Collectors.joining(", ")));
		uses(out, "class", report.classes());
		uses(out, "object, flash as if it were alone", report.objects());
		return out.octets();
	}

	private static void uses(SourceText out, String title, Iterable<MemoryReport.Use> uses) {
		out.line().columns(USE, 2, title, "logical name", "objects", "flash", "RAM", "NVM");
		uses.forEach(use -> out.columns(USE, 2, use.name(), use.logicalName(), use.objects(), use.flash(), use.ram(), use.nvm()));
	}

	private static String kind(MemoryReport.Kind kind) {
		return switch (kind) {
			case FLASH -> "flash";
			case RAM -> "ram";
			case NVM -> "nvm";
			case LOG -> "log";
			case RUNTIME -> "runtime";
		};
	}

	OctetText csv() {
		SourceText out = new SourceText().line("kind,name,logical_name,objects,flash,ram,nvm,log");
		out.line("total,,,%d,%d,%d,%d,%d", report.objects().size(), report.flash(), report.ram(), report.nvm(), report.log());
		report.classes().forEach(use -> out.line("class,%s,,%d,%d,%d,%d,", use.name(), use.objects(), use.flash(), use.ram(), use.nvm()));
		report.objects().forEach(use -> out.line("object,%s,%s,1,%d,%d,%d,", use.name(), use.logicalName(), use.flash(), use.ram(), use.nvm()));
		return out.octets();
	}

	OctetText json() {
		SourceText out = new SourceText().line("{").line("  \"flash\": %d, \"ram\": %d, \"nvm\": %d, \"log\": %d, \"runtime\": %d, \"sections\": [ %s ],", report.flash(), report.ram(),
				report.nvm(), report.log(), report.runtime(), report.sections().stream().map(MemoryFiles::section).collect(Collectors.joining(", ")));
		out.line("  \"classes\": [");
		uses(out, report.classes());
		out.line("  ],").line("  \"objects\": [");
		uses(out, report.objects());
		return out.line("  ]").line("}").octets();
	}

	private static String section(MemoryReport.Section section) {
		return Text.of("{ \"name\": \"%s\", \"memory\": \"%s\", \"rows\": %d, \"octets\": %d }", section.name(), kind(section.kind()), section.rows(), section.octets());
	}

	private static void uses(SourceText out, List<MemoryReport.Use> uses) {
		for (int i = 0; i < uses.size(); i++) {
			MemoryReport.Use use = uses.get(i);
			out.line("    { \"name\": %s, \"logical_name\": \"%s\", \"objects\": %d, \"flash\": %d, \"ram\": %d, \"nvm\": %d }%s", Json.quote(use.name()), use.logicalName(),
					use.objects(), use.flash(), use.ram(), use.nvm(), i + 1 < uses.size() ? "," : "");
		}
	}
}
