// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.meterwright.cosem.value.Origin;

/** Writes a conformance report as a page in HTML that needs nothing else. */
public final class ConformancePage {
	private static final String STYLE = """
			body { font: 14px/1.45 sans-serif; margin: 2em auto; max-width: 76em; padding: 0 1em; color: #222; background: #fff }
			table { border-collapse: collapse; width: 100%; margin: 0 0 2em }
			th, td { border-bottom: 1px solid #ddd; padding: .3em .6em; text-align: left; vertical-align: top }
			.missing, .contradicted { color: #a00; font-weight: bold }
			.accepted { color: #850 }
			.met, .proven { color: #060 }
			.not_decided, .not_used, .note { color: #666 }
			""";

	private ConformancePage() {
	}

	/** Returns the page of a meter. */
	public static String of(ConformanceReport report) {
		StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n");
		page.append("<title>Conformance of %s</title>\n<style>\n%s</style>\n</head>\n<body>\n".formatted(escape(report.meter()), STYLE));
		page.append("<h1>Conformance of %s</h1>\n<p>Companions: %s.</p>\n".formatted(escape(report.meter()), escape(String.join(", ", report.companions()))));
		page.append(summary(report));
		for (ConformanceLine.Kind kind : ConformanceLine.Kind.values()) {
			if (!report.lines(kind).isEmpty()) {
				page.append(section(kind, report.lines(kind)));
			}
		}
		page.append(scenarios(report));
		return page.append("</body>\n</html>\n").toString();
	}

	private static String summary(ConformanceReport report) {
		StringBuilder rows = new StringBuilder("<table>\n<tr><th></th>");
		for (Verdict verdict : Verdict.values()) {
			rows.append("<th>%s</th>".formatted(verdict.words()));
		}
		rows.append("</tr>\n");
		for (ConformanceLine.Kind kind : ConformanceLine.Kind.values()) {
			Map<Verdict, Integer> counts = ConformanceReport.count(report.lines(kind));
			rows.append("<tr><td>%s</td>".formatted(kind.heading()));
			for (Verdict verdict : Verdict.values()) {
				rows.append("<td>%s</td>".formatted(counts.containsKey(verdict) ? counts.get(verdict) : ""));
			}
			rows.append("</tr>\n");
		}
		return rows.append("</table>\n").toString();
	}

	private static String section(ConformanceLine.Kind kind, List<ConformanceLine> lines) {
		String rows = lines.stream().map(ConformancePage::row).collect(Collectors.joining());
		return "<h2>%s</h2>\n<table>\n<tr><th>name</th><th>what is required</th><th>verdict</th><th>where and why</th></tr>\n%s</table>\n".formatted(kind.heading(), rows);
	}

	private static String row(ConformanceLine line) {
		return "<tr id=\"%s\"><td>%s</td><td>%s%s%s</td><td class=\"%s\">%s</td><td>%s%s%s%s</td></tr>\n".formatted(escape(line.name()), escape(line.name()), escape(line.text()),
				note(String.join("; ", line.clauses())), unspecified(line),
				line.verdict().word(), line.verdict().words(), line.places().stream().map(ConformancePage::link).collect(Collectors.joining("<br>")),
				paragraphs(line.problems(), ""), paragraphs(line.accepted(), "accepted: "),
				paragraphs(line.proofs().stream().map(proof -> "%s: %s%s".formatted(proof.scenario(), proof.passed() ? "passed" : "failed", proof.message().isEmpty() ? "" : ", " + proof.message()))
						.toList(), "scenario "));
	}

	private static String scenarios(ConformanceReport report) {
		String rows = report.scenarios().entrySet().stream().map(each -> scenario(each.getKey(), each.getValue())).collect(Collectors.joining());
		return rows.isEmpty() ? "" : "<h2>Scenarios</h2>\n<table>\n<tr><th>scenario</th><th>came out</th><th>is about</th></tr>\n%s</table>\n".formatted(rows);
	}

	private static String scenario(ScenarioResult result, List<String> about) {
		String names = about.stream().map(ConformancePage::escape).map(name -> "<a href=\"#%s\">%s</a>".formatted(name, name)).collect(Collectors.joining(", "));
		return "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s</td></tr>\n".formatted(escape(result.scenario()), (result.passed() ? Verdict.PROVEN : Verdict.CONTRADICTED).word(),
				result.passed() ? "as expected" : escape("failed: %s".formatted(result.message())), names.isEmpty() ? "nothing that a companion asks" : names);
	}

	/** Of a requirement in words it is said why it is uncertain, of all others what no source gives. */
	private static String unspecified(ConformanceLine line) {
		String before = line.kind() == ConformanceLine.Kind.DEMAND ? "uncertain" : "not specified";
		return line.unspecified().isEmpty() ? "" : note("%s: %s".formatted(before, String.join(", ", line.unspecified())));
	}

	private static String note(String text) {
		return text.isEmpty() ? "" : "<br><span class=\"note\">%s</span>".formatted(escape(text));
	}

	private static String paragraphs(List<String> lines, String before) {
		return lines.stream().map(line -> "<br>%s%s".formatted(before, escape(line))).collect(Collectors.joining());
	}

	private static String link(Origin place) {
		return place.file().isEmpty() ? "" : "<a href=\"%s#L%d\">%s:%d</a>".formatted(escape(place.file()), place.line(), escape(place.file()), place.line());
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
