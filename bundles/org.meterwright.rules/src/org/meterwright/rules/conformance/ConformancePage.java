// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.words.Markup;

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

	private static final Set<Verdict> OPEN = Set.of(Verdict.MISSING, Verdict.CONTRADICTED, Verdict.ACCEPTED);

	private final Optional<Path> folder;

	private ConformancePage(Optional<Path> folder) {
		this.folder = folder;
	}

	/** Returns the page of a meter; links to texts are the names of their files. */
	public static String of(ConformanceReport report) {
		return new ConformancePage(Optional.empty()).page(report);
	}

	/** Returns the page of a meter as it stands in a folder, from where its links lead to the texts. */
	public static String of(ConformanceReport report, Path folder) {
		return new ConformancePage(Optional.of(folder)).page(report);
	}

	private String page(ConformanceReport report) {
		StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n");
		page.append("<title>Conformance of %s</title>\n<style>\n%s</style>\n</head>\n<body>\n".formatted(Markup.text(report.meter()), STYLE));
		page.append("<h1>Conformance of %s</h1>\n<p>Companions: %s.</p>\n".formatted(Markup.text(report.meter()), Markup.text(String.join(", ", report.companions()))));
		page.append(summary(report)).append(open(report));
		for (ConformanceLine.Kind kind : ConformanceLine.Kind.values()) {
			if (!report.lines(kind).isEmpty()) {
				page.append(section(kind, report.lines(kind)));
			}
		}
		page.append(scenarios(report));
		page.append(meanings());
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
			if (counts.isEmpty()) {
				continue;
			}
			rows.append("<tr><td>%s</td>".formatted(kind.heading()));
			for (Verdict verdict : Verdict.values()) {
				rows.append("<td>%s</td>".formatted(counts.containsKey(verdict) ? counts.get(verdict) : ""));
			}
			rows.append("</tr>\n");
		}
		return rows.append("</table>\n").toString();
	}

	/** Lists what a reader has to look at first: what is missing or wrong, and what was accepted. */
	private static String open(ConformanceReport report) {
		String lines = report.lines().stream().filter(line -> OPEN.contains(line.verdict())).sorted(Comparator.comparing(ConformanceLine::verdict))
				.map(line -> "<li><a href=\"#%s\">%s</a> <span class=\"%s\">%s</span>: %s</li>\n".formatted(Markup.text(line.name()), Markup.text(line.name()), line.verdict().word(), line.verdict().words(),
						Markup.text(String.join("; ", Stream.concat(line.problems().stream(), line.accepted().stream()).toList()))))
				.collect(Collectors.joining());
		String failed = report.results().stream().allMatch(ScenarioResult::passed) ? "" : "<p class=\"contradicted\">Scenarios failed; they stand at the end.</p>\n";
		return failed + (lines.isEmpty() ? "<p>Of what the companions ask nothing is missing, contradicted or accepted.</p>\n" : "<h2>Open</h2>\n<ul>\n%s</ul>\n".formatted(lines));
	}

	private static String meanings() {
		String rows = Stream.of(Verdict.values()).map(verdict -> "<tr><td class=\"%s\">%s</td><td>%s</td></tr>\n".formatted(verdict.word(), verdict.words(), Markup.text(verdict.meaning())))
				.collect(Collectors.joining());
		return "<h2>What the verdicts mean</h2>\n<table>\n%s</table>\n".formatted(rows);
	}

	private String section(ConformanceLine.Kind kind, List<ConformanceLine> lines) {
		String rows = lines.stream().map(this::row).collect(Collectors.joining());
		return "<h2>%s</h2>\n<table>\n<tr><th>name</th><th>what is required</th><th>verdict</th><th>where and why</th></tr>\n%s</table>\n".formatted(kind.heading(), rows);
	}

	private String row(ConformanceLine line) {
		return "<tr id=\"%s\"><td>%s</td><td>%s%s%s</td><td class=\"%s\">%s</td><td>%s%s%s%s</td></tr>\n".formatted(Markup.text(line.name()), Markup.text(line.name()), Markup.text(line.text()),
				note(String.join("; ", line.clauses())), unspecified(line),
				line.verdict().word(), line.verdict().words(), line.places().stream().map(this::link).collect(Collectors.joining("<br>")),
				paragraphs(line.problems(), ""), paragraphs(line.accepted(), "accepted: "),
				paragraphs(line.proofs().stream().map(proof -> "%s: %s%s".formatted(proof.scenario(), proof.passed() ? "passed" : "failed", proof.message().isEmpty() ? "" : ", " + proof.message()))
						.toList(), "scenario "));
	}

	private static String scenarios(ConformanceReport report) {
		String rows = report.scenarios().entrySet().stream().map(each -> scenario(each.getKey(), each.getValue())).collect(Collectors.joining());
		return rows.isEmpty() ? "" : "<h2>Scenarios</h2>\n<table>\n<tr><th>scenario</th><th>came out</th><th>is about</th></tr>\n%s</table>\n".formatted(rows);
	}

	private static String scenario(ScenarioResult result, List<String> about) {
		String names = about.stream().map(Markup::text).map(name -> "<a href=\"#%s\">%s</a>".formatted(name, name)).collect(Collectors.joining(", "));
		return "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s</td></tr>\n".formatted(Markup.text(result.scenario()), (result.passed() ? Verdict.PROVEN : Verdict.CONTRADICTED).word(),
				result.passed() ? "as expected" : Markup.text("failed: %s".formatted(result.message())), names.isEmpty() ? "nothing that a companion asks" : names);
	}

	/** Of a requirement in words it is said why it is uncertain, of all others what no source gives. */
	private static String unspecified(ConformanceLine line) {
		String before = line.kind() == ConformanceLine.Kind.DEMAND ? "uncertain" : "not specified";
		return line.unspecified().isEmpty() ? "" : note("%s: %s".formatted(before, String.join(", ", line.unspecified())));
	}

	private static String note(String text) {
		return text.isEmpty() ? "" : "<br><span class=\"note\">%s</span>".formatted(Markup.text(text));
	}

	private static String paragraphs(List<String> lines, String before) {
		return lines.stream().map(line -> "<br>%s%s".formatted(before, Markup.text(line))).collect(Collectors.joining());
	}

	private String link(Origin place) {
		return place.file().isEmpty() ? "" : "<a href=\"%s#L%d\">%s:%d</a>".formatted(Markup.text(address(place.file())), place.line(), Markup.text(place.file()), place.line());
	}

	/** Returns the way from the page to a file; what is no path on this machine stays as it is. */
	private String address(String file) {
		try {
			return folder.map(from -> from.toAbsolutePath().normalize().relativize(Path.of(file).toAbsolutePath().normalize()).toString().replace('\\', '/').replace(" ", "%20")).orElse(file);
		} catch (IllegalArgumentException e) {
			return file;
		}
	}
}
