// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.services.LanguageClient;
import org.meterwright.dsl.ide.text.Lines;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** Tells the editor what was found. */
final class Diagnostics {
	private static final Set<String> UNNECESSARY = Set.of("MW-LANG-007", "MW-ACC-001", "MW-ACC-002");
	private final Uris uris;
	private final Documents documents;
	private final Map<Project, Set<String>> shown = new HashMap<>();

	Diagnostics(Uris uris, Documents documents) {
		this.uris = uris;
		this.documents = documents;
	}

	/** Shows the findings of a project, and takes back those of files that have none any more. */
	void publish(Project project, List<Finding> findings, LanguageClient client) {
		Map<String, List<Finding>> byFile = findings.stream().filter(finding -> !finding.place().file().isEmpty())
				.collect(Collectors.groupingBy(finding -> finding.place().file()));
		Set<String> files = new HashSet<>(byFile.keySet());
		files.addAll(shown.getOrDefault(project, Set.of()));
		for (String file : files.stream().sorted().toList()) {
			Lines lines = project.lines(file);
			String text = project.session().text(file).orElse("");
			List<Diagnostic> diagnostics = byFile.getOrDefault(file, List.of()).stream().map(finding -> diagnostic(finding, lines, text)).toList();
			PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri(file), diagnostics);
			documents.find(file).ifPresent(document -> params.setVersion(document.version()));
			client.publishDiagnostics(params);
		}
		shown.put(project, byFile.keySet());
	}

	private String uri(String file) {
		return documents.find(file).map(Documents.Document::uri).orElseGet(() -> uris.uri(file));
	}

	static Diagnostic diagnostic(Finding finding, Lines lines, String text) {
		Diagnostic diagnostic = new Diagnostic(range(finding, lines, text), finding.message());
		diagnostic.setSeverity(severity(finding));
		diagnostic.setSource("meterwright");
		diagnostic.setCode(finding.rule());
		if (UNNECESSARY.contains(finding.rule())) {
			diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
		}
		return diagnostic;
	}

	/** Underlines the place, or its first line where it is longer; at least one character. */
	static Range range(Finding finding, Lines lines, String text) {
		int from = Math.min(finding.place().offset(), text.length());
		int to = Math.min(from + finding.place().length(), Math.max(from, lines.end(lines.line(from))));
		if (to == from) {
			to = Math.min(text.length(), from + 1);
		}
		return Ranges.range(lines, from, to - from);
	}

	private static DiagnosticSeverity severity(Finding finding) {
		if (finding.accepted().isPresent()) {
			return DiagnosticSeverity.Hint;
		}
		return switch (finding.severity()) {
			case Severity.ERROR -> DiagnosticSeverity.Error;
			case Severity.WARNING -> DiagnosticSeverity.Warning;
			default -> DiagnosticSeverity.Information;
		};
	}
}
