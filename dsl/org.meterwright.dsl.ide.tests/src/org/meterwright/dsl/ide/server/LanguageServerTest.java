// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language server as an editor sees it: a process that speaks JSON on its standard input and output. Lines end with CR LF. */
class LanguageServerTest {
	private static final String METER = """
			namespace acme
			import cosem.*
			import acme.*
			// Zähler 𝄞 of the Acme company
			meter M {
			  memory nvm = 64 KiB
			  device management at 1 named "ACM" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    /* 𝄞 */ energy: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			    breaker: DisconnectControl version 0 0-0:96.3.10*255 { control_mode = mode_4 }
			    scripts: ScriptTable 0-0:10.0.106*255 { script open = 1 { call breaker.remote_disconnect(0) } }
			  }
			  association reader client 2 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism low
			    secret in slot 3
			    conformance get, block_transfer_get
			    pdu 512
			    show *
			    grant read on energy
			  }
			}
			""".replace("\n", "\r\n");
	private static final String OTHER = """
			namespace acme
			extend meter M {
			  load: ProfileGeneric version 1 1-0:99.1.0*255 {
			    capture clock.time, energy.value
			    capture_period = 15 min
			    sort_method = fifo
			    profile_entries = 100
			    buffer: in nvm
			  }
			}
			""".replace("\n", "\r\n");
	@TempDir
	private Path folder;
	private Path meter;
	private Path other;
	private Editor editor;

	@BeforeEach
	void start() throws Exception {
		meter = folder.resolve("m.cosem");
		other = folder.resolve("other.cosem");
		Files.writeString(meter, METER);
		Files.writeString(other, OTHER);
		editor = Editor.start(folder);
		editor.open(meter, METER);
		editor.open(other, OTHER);
	}

	@AfterEach
	void stop() {
		if (editor != null) {
			editor.close();
		}
	}

	@Test
	void answersWhatEditorsAsk() throws Exception {
		findings();
		completion();
		hover();
		signature();
		definition();
		references();
		rename();
		symbols();
		views();
		actions();
		cancellation();
		assertEquals(0, editor.end());
	}

	private void findings() throws Exception {
		List<Diagnostic> unused = editor.diagnostics(meter, list -> !list.isEmpty());
		Diagnostic first = unused.stream().filter(each -> each.getCode().getLeft().equals("MW-LANG-007")).findFirst().orElseThrow();
		assertEquals("meterwright", first.getSource());
		editor.replace(meter, "grant read on energy", "grant read on enrgy");
		Diagnostic unknown = editor.diagnostics(meter, list -> list.stream().anyMatch(each -> message(each).contains("enrgy"))).stream()
				.filter(each -> message(each).contains("enrgy")).findFirst().orElseThrow();
		assertEquals(new Range(editor.at(meter, "|enrgy"), editor.at(meter, "enrgy|")), unknown.getRange());
		CodeActionParams params = new CodeActionParams(Editor.id(meter), unknown.getRange(), new CodeActionContext(List.of(unknown)));
		CodeAction fix = Editor.await(editor.text().codeAction(params)).stream().map(each -> each.getRight()).filter(each -> each.getTitle().equals("Write energy")).findFirst()
				.orElseThrow();
		assertEquals("energy", fix.getEdit().getChanges().get(meter.toUri().toString()).getFirst().getNewText());
		editor.replace(meter, "enrgy", "energy");
		editor.diagnostics(meter, list -> list.stream().noneMatch(each -> message(each).contains("enrgy")));
	}

	private static String message(Diagnostic diagnostic) {
		return diagnostic.getMessage().map(text -> text, markup -> markup.getValue());
	}

	private void completion() {
		editor.replace(meter, "grant read on energy", "grant read on energy, c");
		List<CompletionItem> items = Editor.await(editor.text().completion(new CompletionParams(Editor.id(meter), editor.at(meter, "energy, c|")))).getRight().getItems();
		assertTrue(items.stream().map(CompletionItem::getLabel).toList().containsAll(List.of("clock", "currentAssociation")), items::toString);
		assertEquals(new Range(editor.at(meter, "energy, |c"), editor.at(meter, "energy, c|")), items.getFirst().getTextEdit().getLeft().getRange());
		editor.replace(meter, "energy, c", "energy");
		editor.replace(other, "buffer: in nvm\r\n  }", "buffer: in nvm\r\n  }\r\n  x: Reg");
		List<CompletionItem> classes = Editor.await(editor.text().completion(new CompletionParams(Editor.id(other), editor.at(other, "x: Reg|")))).getRight().getItems();
		assertTrue(classes.stream().anyMatch(each -> each.getInsertTextFormat() == InsertTextFormat.Snippet && each.getTextEdit().getLeft().getNewText().contains("${1:")),
				classes::toString);
		editor.replace(other, "\r\n  x: Reg", "");
	}

	private void hover() {
		Hover hover = Editor.await(editor.text().hover(new HoverParams(Editor.id(meter), editor.at(meter, "mode|_4"))));
		assertTrue(hover.getContents().getRight().getValue().contains("mode"), hover::toString);
		Hover name = Editor.await(editor.text().hover(new HoverParams(Editor.id(meter), editor.at(meter, "1-0:1.8|.0*255"))));
		assertTrue(name.getContents().getRight().getValue().contains("active energy import"), name::toString);
		assertEquals(editor.at(meter, "|1-0:1.8.0*255"), name.getRange().getStart());
	}

	private void signature() {
		editor.replace(meter, "scaler_unit = 10^0 Wh", "scaler_unit = { scaler: 0, ");
		SignatureHelp help = Editor.await(editor.text().signatureHelp(new SignatureHelpParams(Editor.id(meter), editor.at(meter, "{ scaler: 0, |"))));
		assertEquals("{ scaler: integer, unit: unit_code }", help.getSignatures().getFirst().getLabel());
		assertEquals(1, help.getActiveParameter());
		editor.replace(meter, "scaler_unit = { scaler: 0, ", "scaler_unit = 10^0 Wh");
		assertNull(Editor.await(editor.text().signatureHelp(new SignatureHelpParams(Editor.id(meter), editor.at(meter, "show |*")))));
	}

	private void definition() {
		List<? extends Location> own = Editor.await(editor.text().definition(new DefinitionParams(Editor.id(other), editor.at(other, "ener|gy.value")))).getLeft();
		assertEquals(List.of(new Location(meter.toUri().toString(), new Range(editor.at(meter, "|energy: Register"), editor.at(meter, "energy|: Register")))), own);
		List<? extends Location> library = Editor.await(editor.text().definition(new DefinitionParams(Editor.id(other), editor.at(other, "Profile|Generic")))).getLeft();
		assertFalse(library.isEmpty());
		Path text = Path.of(java.net.URI.create(library.getFirst().getUri()));
		assertTrue(Files.isReadable(text), text::toString);
		Hover inside = Editor.await(editor.text().hover(new HoverParams(Editor.id(text), library.getFirst().getRange().getStart())));
		assertTrue(inside.getContents().getRight().getValue().contains("ProfileGeneric"), inside::toString);
	}

	private void references() {
		ReferenceParams params = new ReferenceParams(Editor.id(meter), editor.at(meter, "ener|gy: Register"), new ReferenceContext(true));
		Map<String, Long> byFile = Editor.await(editor.text().references(params)).stream().collect(Collectors.groupingBy(Location::getUri, Collectors.counting()));
		assertEquals(Map.of(meter.toUri().toString(), 2L, other.toUri().toString(), 1L), byFile);
		assertEquals(2, Editor.await(editor.text().documentHighlight(new DocumentHighlightParams(Editor.id(meter), editor.at(meter, "grant read on ener|gy")))).size());
	}

	private void rename() {
		Range range = Editor.await(editor.text().prepareRename(new PrepareRenameParams(Editor.id(other), editor.at(other, "ener|gy.value")))).getFirst();
		assertEquals(new Range(editor.at(other, "|energy.value"), editor.at(other, "energy|.value")), range);
		WorkspaceEdit edit = Editor.await(editor.text().rename(new RenameParams(Editor.id(other), editor.at(other, "ener|gy.value"), "importTotal")));
		assertEquals(List.of(2, 1), List.of(edit.getChanges().get(meter.toUri().toString()).size(), edit.getChanges().get(other.toUri().toString()).size()));
		IllegalStateException refused = assertThrows(IllegalStateException.class,
				() -> Editor.await(editor.text().rename(new RenameParams(Editor.id(other), editor.at(other, "ener|gy.value"), "clock"))));
		assertTrue(refused.getMessage().contains("clock is the name of another object already"), refused::getMessage);
	}

	private void symbols() {
		List<DocumentSymbol> symbols = Editor.await(editor.text().documentSymbol(new DocumentSymbolParams(Editor.id(meter)))).stream().map(each -> each.getRight()).toList();
		assertEquals("M", symbols.getFirst().getName());
		DocumentSymbol device = symbols.getFirst().getChildren().getFirst();
		assertEquals(List.of("clock", "energy", "breaker", "scripts"), device.getChildren().stream().map(DocumentSymbol::getName).toList());
		assertEquals(new Range(editor.at(meter, "|energy: Register"), editor.at(meter, "energy|: Register")), device.getChildren().get(1).getSelectionRange());
		List<? extends WorkspaceSymbol> found = Editor.await(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("ener"))).getRight();
		assertEquals(List.of("energy"), found.stream().map(WorkspaceSymbol::getName).toList());
	}

	private void views() throws Exception {
		editor.diagnostics(meter, list -> list.stream().noneMatch(each -> each.getSeverity() == org.eclipse.lsp4j.DiagnosticSeverity.Error));
		List<? extends CodeLens> lenses = Editor.await(editor.text().codeLens(new CodeLensParams(Editor.id(meter))));
		assertTrue(lenses.get(1).getCommand().getTitle().matches("flash \\d+ B, NVM 4 B, in 1 of 1 associations"), lenses::toString);
		List<FoldingRange> folding = Editor.await(editor.text().foldingRange(new FoldingRangeRequestParams(Editor.id(meter))));
		assertTrue(folding.stream().anyMatch(each -> each.getStartLine() == 6 && each.getEndLine() == 10), folding::toString);
		SelectionRange range = Editor.await(editor.text().selectionRange(new SelectionRangeParams(Editor.id(meter), List.of(editor.at(meter, "double-|long"))))).getFirst();
		assertEquals(editor.at(meter, "|double-long-unsigned"), range.getRange().getStart());
		List<Integer> tokens = Editor.await(editor.text().semanticTokensFull(new SemanticTokensParams(Editor.id(meter)))).getData();
		assertEquals(0, tokens.size() % 5);
		assertTrue(tokens.size() > 200);
	}

	private void actions() {
		CodeActionContext organise = new CodeActionContext(List.of(), List.of("source.organizeImports"));
		CodeAction action = Editor.await(editor.text().codeAction(new CodeActionParams(Editor.id(meter), new Range(editor.at(meter, "|meter M"), editor.at(meter, "|meter M")), organise)))
				.getFirst().getRight();
		assertEquals("Organise imports", action.getTitle());
		List<? extends TextEdit> layout = Editor.await(editor.text().formatting(new DocumentFormattingParams(Editor.id(other), new FormattingOptions(2, true))));
		assertFalse(layout.isEmpty(), "CR LF and a line of its own for each attribute are the layout's to change");
	}

	private void cancellation() {
		List<? extends CompletableFuture<?>> questions = java.util.stream.IntStream.range(0, 40)
				.mapToObj(number -> editor.text().completion(new CompletionParams(Editor.id(meter), editor.at(meter, "show |*")))).toList();
		questions.forEach(question -> question.cancel(true));
		assertTrue(questions.getLast().isCancelled());
		assertFalse(Editor.await(editor.text().documentSymbol(new DocumentSymbolParams(Editor.id(meter)))).isEmpty(), "the server goes on");
	}
}
