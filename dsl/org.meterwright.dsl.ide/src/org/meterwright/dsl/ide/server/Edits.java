// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.meterwright.dsl.ide.quickfix.QuickFix;
import org.meterwright.dsl.ide.rename.Renaming;
import org.meterwright.dsl.ide.text.Lines;
import org.meterwright.rules.Finding;

/** Answers what changes texts: rename, layout, fixes. */
final class Edits {
	private final Context context;

	Edits(Context context) {
		this.context = context;
	}

	WorkspaceEdit rename(Project project, String name, int offset, String newName) {
		Renaming renaming = project.services().rename(name, offset, newName);
		if (renaming.problem().isPresent()) {
			throw new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, renaming.problem().get(), null));
		}
		Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
		renaming.edits().forEach((file, edits) -> changes.put(uri(file), edits(project, file, edits)));
		return new WorkspaceEdit(changes);
	}

	private String uri(String file) {
		return context.documents().find(file).map(Documents.Document::uri).orElseGet(() -> context.uris().uri(file));
	}

	private static List<TextEdit> edits(Project project, String file, List<org.meterwright.dsl.ide.quickfix.TextEdit> edits) {
		Lines lines = project.lines(file);
		return edits.stream().sorted(Comparator.comparingInt(org.meterwright.dsl.ide.quickfix.TextEdit::offset))
				.map(edit -> new TextEdit(Ranges.range(lines, edit.offset(), edit.length()), edit.text())).toList();
	}

	List<TextEdit> format(Project project, String name) {
		return edits(project, name, project.services().format(name));
	}

	/** Returns the fixes of the findings in a range, and what can be done for the whole text. */
	List<CodeAction> actions(Project project, String name, CodeActionParams params) {
		List<String> only = params.getContext() == null ? null : params.getContext().getOnly();
		List<CodeAction> actions = new ArrayList<>();
		if (wants(only, CodeActionKind.QuickFix)) {
			fixes(project, name, params.getRange(), actions);
		}
		if (wants(only, Capabilities.ORGANIZE)) {
			List<org.meterwright.dsl.ide.quickfix.TextEdit> edits = project.services().organiseImports(name);
			if (!edits.isEmpty()) {
				actions.add(action("Organise imports", Capabilities.ORGANIZE, new WorkspaceEdit(Map.of(uri(name), edits(project, name, edits)))));
			}
		}
		return actions;
	}

	private static boolean wants(List<String> only, String kind) {
		return only == null || only.isEmpty() || only.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
	}

	private void fixes(Project project, String name, Range range, List<CodeAction> actions) {
		Lines lines = project.lines(name);
		int from = lines.start(Math.min(range.getStart().getLine(), lines.count() - 1));
		int to = Math.max(from, Ranges.offset(lines, range.getEnd()));
		String text = project.session().text(name).orElse("");
		for (Finding finding : project.session().compilation().findings()) {
			boolean here = finding.accepted().isEmpty() && finding.place().file().equals(name) && finding.place().offset() <= to
					&& finding.place().offset() + finding.place().length() >= from;
			if (here && overlaps(finding, lines, range)) {
				Diagnostic diagnostic = Diagnostics.diagnostic(finding, lines, text);
				project.session().fixes(finding).forEach(fix -> actions.add(action(project, fix, diagnostic)));
				project.session().acceptance(finding).ifPresent(fix -> actions.add(action(project, fix, diagnostic)));
			}
		}
	}

	/** A finding on something long is mended from its first line. */
	private static boolean overlaps(Finding finding, Lines lines, Range range) {
		int line = lines.line(finding.place().offset());
		return line <= range.getEnd().getLine() && range.getStart().getLine() <= line;
	}

	private CodeAction action(Project project, QuickFix fix, Diagnostic diagnostic) {
		CodeAction action = action(fix.label(), CodeActionKind.QuickFix, new WorkspaceEdit(Map.of(uri(fix.file()), edits(project, fix.file(), fix.edits()))));
		action.setDiagnostics(List.of(diagnostic));
		return action;
	}

	private static CodeAction action(String title, String kind, WorkspaceEdit edit) {
		CodeAction action = new CodeAction(title);
		action.setKind(kind);
		action.setEdit(edit);
		return action;
	}
}
