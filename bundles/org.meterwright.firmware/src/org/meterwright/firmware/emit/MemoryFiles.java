// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.MemoryReport;

/** The memory report as text, CSV and JSON. */
final class MemoryFiles {
	private static final int[] SECTION = { 32, 9, 7, 9 };
	private static final int[] USE = { 40, 22, 7, 7, 7, 7 };

	private final MemoryReport report;

	MemoryFiles(MemoryReport report) {
		this.report = report;
	}

	String text() {
		SourceText out = new SourceText().line("flash %d octets, RAM %d, NVM %d, logs %d", report.flash(), report.ram(), report.nvm(), report.log()).line();
		out.columns(SECTION, 2, "table", "memory", "rows", "octets");
		report.sections().forEach(section -> out.columns(SECTION, 2, section.name(), kind(section.kind()), section.rows(), section.octets()));
		uses(out, "class", report.classes());
		uses(out, "object", report.objects());
		return out.toString();
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
		};
	}

	String csv() {
		SourceText out = new SourceText().line("kind,name,logical_name,objects,flash,ram,nvm,log");
		for (MemoryReport.Section section : report.sections()) {
			out.line("section,%s,,,%s,%s,%s,%s", section.name(), cell(section, MemoryReport.Kind.FLASH),
					cell(section, MemoryReport.Kind.RAM), cell(section, MemoryReport.Kind.NVM), cell(section, MemoryReport.Kind.LOG));
		}
		report.classes().forEach(use -> out.line("class,%s,,%d,%d,%d,%d,", use.name(), use.objects(), use.flash(), use.ram(), use.nvm()));
		report.objects().forEach(use -> out.line("object,%s,%s,1,%d,%d,%d,", use.name(), use.logicalName(), use.flash(), use.ram(), use.nvm()));
		return out.toString();
	}

	private static String cell(MemoryReport.Section section, MemoryReport.Kind kind) {
		return section.kind() == kind ? Long.toString(section.octets()) : "";
	}

	String json() {
		SourceText out = new SourceText().line("{").line("  \"flash\": %d,", report.flash()).line("  \"ram\": %d,", report.ram())
				.line("  \"nvm\": %d,", report.nvm()).line("  \"log\": %d,", report.log()).line("  \"sections\": [");
		for (int i = 0; i < report.sections().size(); i++) {
			MemoryReport.Section section = report.sections().get(i);
			out.line("    { \"name\": \"%s\", \"memory\": \"%s\", \"rows\": %d, \"octets\": %d }%s", section.name(), kind(section.kind()), section.rows(), section.octets(),
					i + 1 < report.sections().size() ? "," : "");
		}
		out.line("  ],").line("  \"classes\": [");
		uses(out, report.classes());
		out.line("  ],").line("  \"objects\": [");
		uses(out, report.objects());
		return out.line("  ]").line("}").toString();
	}

	private static void uses(SourceText out, List<MemoryReport.Use> uses) {
		for (int i = 0; i < uses.size(); i++) {
			MemoryReport.Use use = uses.get(i);
			out.line("    { \"name\": \"%s\", \"logical_name\": \"%s\", \"objects\": %d, \"flash\": %d, \"ram\": %d, \"nvm\": %d }%s", escape(use.name()), use.logicalName(),
					use.objects(), use.flash(), use.ram(), use.nvm(), i + 1 < uses.size() ? "," : "");
		}
	}

	private static String escape(String text) {
		return text.indexOf('\\') < 0 && text.indexOf('"') < 0 ? text : text.replace("\\", "\\\\").replace("\"", "\\\"");
	}
}
