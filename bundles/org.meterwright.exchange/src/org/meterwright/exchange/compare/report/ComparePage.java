// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.words.Markup;
import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.Impact;

/** Writes comparisons as a page of its own: HTML without anything from elsewhere, for light and dark screens and for paper. */
public final class ComparePage {
	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>%s</title>
			<style>
			:root { color-scheme: light dark; --paper: #fbfbf9; --ink: #1d2228; --soft: #5c6670; --line: #d9dcdf; --card: #ffffff;
			  --breaking: #b3261e; --visible: #8a5a00; --invisible: #1f6f54; --text: #4a5f86; --was: #fbe9e7; --is: #e4f3ea; }
			@media (prefers-color-scheme: dark) {
			  :root { --paper: #14171a; --ink: #e4e7ea; --soft: #99a3ad; --line: #32383f; --card: #1c2126;
			    --breaking: #ff8a80; --visible: #f2b84b; --invisible: #6fcfa6; --text: #9db7e8; --was: #3d2422; --is: #1d3628; }
			}
			* { box-sizing: border-box; }
			body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 75rem; background: var(--paper); color: var(--ink);
			  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
			h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
			code, td.value { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
			.soft { color: var(--soft); } .id { color: var(--soft); font-weight: normal; font-size: .85em; margin-left: .5em; }
			.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
			.card { display: block; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-left: .35rem solid var(--accent); border-radius: .4rem;
			  color: inherit; text-decoration: none; }
			.card b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--accent); }
			.breaking { --accent: var(--breaking); } .visible { --accent: var(--visible); } .invisible { --accent: var(--invisible); } .text { --accent: var(--text); }
			section.kind { background: var(--card); border: 1px solid var(--line); border-left: .35rem solid var(--accent); border-radius: .4rem; margin: .75rem 0; padding: .75rem 1rem; }
			section.kind p { margin: .15rem 0 .5rem; }
			table { width: 100%%; border-collapse: collapse; } th { text-align: left; font-size: .8rem; color: var(--soft); font-weight: 600; }
			th, td { padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line); vertical-align: top; } thead th { border-top: 0; }
			td.value { overflow-wrap: anywhere; width: 24%%; } td.what { overflow-wrap: break-word; } td.place { font-size: .85em; color: var(--soft); text-align: right; } th:last-child { text-align: right; }
			td.who, td.place { white-space: nowrap; width: 1%%; } td.member { white-space: nowrap; width: 1%%; padding-right: 1rem; } th:last-child, td:last-child { padding-right: 0; }
			span.card { opacity: .55; } span.line { display: block; }
			.was, .is { padding: .05rem .3rem; border-radius: .2rem; } .was { background: var(--was); } .is { background: var(--is); }
			@media screen and (max-width: 46rem) {
			  thead { display: none; } tr { display: block; border-top: 1px solid var(--line); padding: .4rem 0; } tr:first-child { border-top: 0; }
			  td, td.value, td.place, td.who, td.member { display: block; width: auto; border: 0; padding: .1rem 0; text-align: left; white-space: normal; } td:empty { display: none; }
			  td[data-label]::before { content: attr(data-label) " "; color: var(--soft); font: .8rem system-ui, sans-serif; }
			}
			@media print { body { max-width: none; padding: 0; font-size: 10pt; background: #fff; } .card, section.kind { break-inside: avoid-page; } a { text-decoration: none; } }
			</style>
			</head>
			<body>
			""";

	private ComparePage() {
	}

	/** Returns the page. */
	public static String of(List<Comparison> comparisons) {
		StringBuilder page = new StringBuilder(HEAD.formatted(Markup.text(title(comparisons))));
		for (int i = 0; i < comparisons.size(); i++) {
			comparison(comparisons.get(i), i, page);
		}
		return page.append("</body>\n</html>\n").toString();
	}

	private static String title(List<Comparison> comparisons) {
		return comparisons.stream().map(comparison -> "%s → %s".formatted(comparison.left(), comparison.right())).collect(Collectors.joining(", "));
	}

	private static void comparison(Comparison comparison, int number, StringBuilder page) {
		page.append("<header>\n<h1>%s <span class=\"soft\">→</span> %s</h1>\n".formatted(Markup.text(comparison.left()), Markup.text(comparison.right())));
		if (comparison.changes().isEmpty()) {
			page.append("<p class=\"soft\">%s</p>\n".formatted(Markup.text(CompareText.capital(CompareText.summary(comparison)))));
		}
		page.append("</header>\n<nav class=\"cards\">\n");
		for (Impact impact : Impact.values()) {
			page.append(card(impact, number, comparison.changes(impact).size()));
		}
		page.append("</nav>\n");
		for (Impact impact : Impact.values()) {
			List<Change> changes = comparison.changes(impact);
			if (!changes.isEmpty()) {
				page.append("<h2 id=\"%s-%d\">%s</h2>\n".formatted(impact.word(), number, Markup.text(CompareText.capital(impact.sentence()))));
				Row.blocks(changes).forEach(block -> block(block, impact, page));
			}
		}
	}

	/** A card leads to its changes; one without any leads nowhere. */
	private static String card(Impact impact, int number, int count) {
		return count == 0 ? "<span class=\"card %s\"><b>0</b>%s</span>\n".formatted(impact.word(), Markup.text(impact.sentence()))
				: "<a class=\"card %s\" href=\"#%s-%d\"><b>%d</b>%s</a>\n".formatted(impact.word(), impact.word(), number, count, Markup.text(impact.sentence()));
	}

	private static void block(Row.Block block, Impact impact, StringBuilder page) {
		page.append("<section class=\"kind %s\">\n<h3>%s<span class=\"id\">%s · %d</span></h3>\n<p class=\"soft\">%s</p>\n".formatted(impact.word(),
				Markup.text(CompareText.capital(block.kind().title())), block.kind().id(), block.count(), Markup.text(block.kind().why())));
		List<Cell> cells = Stream.of(Cell.values()).filter(cell -> cell == Cell.WHAT || block.rows().stream().anyMatch(row -> !cell.text(row).isEmpty())).toList();
		page.append("<table>\n<thead><tr>%s</tr></thead>\n<tbody>\n".formatted(cells.stream().map(cell -> "<th>%s</th>".formatted(cell.heading)).collect(Collectors.joining())));
		block.rows().forEach(row -> page.append("<tr>%s</tr>\n".formatted(cells.stream().map(cell -> cell.cell(row)).collect(Collectors.joining()))));
		page.append("</tbody>\n</table>\n</section>\n");
	}

	/** The columns; one in which a block has nothing is left out. */
	private enum Cell {
		WHAT("what", "what", ComparePage::what),
		MEMBER("member", "member", row -> code(row.first().member())),
		BEFORE("before", "value", row -> mark("was", row.first().before())),
		AFTER("after", "value", row -> mark("is", row.first().after())),
		CLIENTS("clients", "who", row -> Stream.of(row.clients().split(", ")).filter(client -> !client.isEmpty()).map(client -> "<span class=\"line\">%s</span>".formatted(Markup.text(client)))
				.collect(Collectors.joining())),
		PLACE("place", "place", ComparePage::place);

		private final String heading;
		private final String style;
		private final Function<Row, String> content;

		Cell(String heading, String style, Function<Row, String> content) {
			this.heading = heading;
			this.style = style;
			this.content = content;
		}

		String text(Row row) {
			return content.apply(row);
		}

		String cell(Row row) {
			return "<td class=\"%s\"%s>%s</td>".formatted(style, this == WHAT ? "" : " data-label=\"%s\"".formatted(heading), text(row));
		}
	}

	private static String what(Row row) {
		String identities = row.identities().isEmpty() ? "" : "<br><code class=\"soft\">%s</code>".formatted(Markup.text(row.identities()));
		String meaning = row.meaning().isEmpty() ? "" : "<br><span class=\"soft\">%s</span>".formatted(Markup.text(row.meaning()));
		return "<b>%s</b>%s%s".formatted(Markup.text(row.names()), identities, meaning);
	}

	/** Names the file without its folders; the whole way is in the tool tip. */
	private static String place(Row row) {
		return row.place().filter(origin -> !origin.file().isEmpty()).map(origin -> "<span title=\"%s\">%s:%d</span>".formatted(Markup.text(origin.file()),
				Markup.text(origin.file().substring(Math.max(origin.file().lastIndexOf('/'), origin.file().lastIndexOf('\\')) + 1)), origin.line())).orElse("");
	}

	private static String code(String text) {
		return text.isEmpty() ? "" : "<code>%s</code>".formatted(Markup.text(text));
	}

	private static String mark(String style, String value) {
		return value.isEmpty() ? "" : "<span class=\"%s\">%s</span>".formatted(style, Markup.text(value));
	}
}
