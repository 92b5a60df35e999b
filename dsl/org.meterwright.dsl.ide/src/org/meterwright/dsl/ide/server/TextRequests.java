// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.meterwright.dsl.ide.text.Lines;
import org.meterwright.dsl.syntax.LibraryFiles;

/** Answers what an editor asks about a text. */
final class TextRequests implements TextDocumentService {
	private final Context context;
	private final Answers answers;
	private final Edits edits;

	TextRequests(Context context) {
		this.context = context;
		this.answers = new Answers(context);
		this.edits = new Edits(context);
	}

	// ---- texts

	@Override
	public void didOpen(DidOpenTextDocumentParams params) {
		String uri = params.getTextDocument().getUri();
		Documents.Document document = new Documents.Document(uri, params.getTextDocument().getVersion(), params.getTextDocument().getText());
		String name = context.uris().name(uri);
		context.documents().open(name, document);
		changed(name, document);
	}

	@Override
	public void didChange(DidChangeTextDocumentParams params) {
		String name = context.uris().name(params.getTextDocument().getUri());
		Integer version = params.getTextDocument().getVersion();
		changed(name, context.documents().change(name, version == null ? 0 : version, params.getContentChanges()));
	}

	private void changed(String name, Documents.Document document) {
		if (!name.startsWith(LibraryFiles.PREFIX)) {
			Project project = context.projects().of(document.uri());
			project.note(name, Optional.of(document.text()));
			context.checkLater(project);
		}
	}

	@Override
	public void didClose(DidCloseTextDocumentParams params) {
		String uri = params.getTextDocument().getUri();
		String name = context.uris().name(uri);
		context.documents().close(name);
		if (!name.startsWith(LibraryFiles.PREFIX)) {
			Project project = context.projects().of(uri);
			project.note(name, Uris.path(uri).flatMap(Projects::read));
			context.checkLater(project);
		}
	}

	@Override
	public void didSave(DidSaveTextDocumentParams params) {
		// What is saved is known already.
	}

	// ---- questions

	private <T> CompletableFuture<T> ask(TextDocumentIdentifier document, BiFunction<Project, String, T> question) {
		String name = context.uris().name(document.getUri());
		Project project = context.projects().of(name.startsWith(LibraryFiles.PREFIX) ? answers.lastUri(document.getUri()) : document.getUri());
		return context.worker().ask(() -> {
			project.session();
			return question.apply(project, name);
		});
	}

	private <T> CompletableFuture<T> ask(TextDocumentPositionParams params, At<T> question) {
		return ask(params.getTextDocument(), (project, name) -> {
			Lines lines = project.lines(name);
			return question.answer(project, name, Ranges.offset(lines, params.getPosition()));
		});
	}

	@FunctionalInterface
	private interface At<T> {
		T answer(Project project, String name, int offset);
	}

	@Override
	public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
		return ask(params, (project, name, offset) -> Either.forRight(answers.completion(project, name, offset)));
	}

	@Override
	public CompletableFuture<Hover> hover(HoverParams params) {
		return ask(params, (project, name, offset) -> answers.hover(project, name, offset).orElse(null));
	}

	@Override
	public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
		return ask(params, (project, name, offset) -> answers.signature(project, name, offset).orElse(null));
	}

	@Override
	public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params) {
		return ask(params, (project, name, offset) -> {
			answers.remember(params.getTextDocument().getUri());
			return Either.forLeft(answers.definition(project, name, offset));
		});
	}

	@Override
	public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
		boolean declarations = params.getContext() == null || params.getContext().isIncludeDeclaration();
		return ask(params, (project, name, offset) -> answers.references(project, name, offset, declarations));
	}

	@Override
	public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
		return ask(params, (project, name, offset) -> answers.highlights(project, name, offset));
	}

	@Override
	public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(PrepareRenameParams params) {
		return ask(params, (project, name, offset) -> project.services().renameable(name, offset)
				.map(place -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(Ranges.range(project.lines(name), place.offset(), place.length())))
				.orElse(null));
	}

	@Override
	public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
		return ask((TextDocumentPositionParams) params, (project, name, offset) -> edits.rename(project, name, offset, params.getNewName()));
	}

	@Override
	public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
		return ask(params.getTextDocument(), (project, name) -> answers.outline(project, name).stream().map(Either::<SymbolInformation, DocumentSymbol>forRight).toList());
	}

	@Override
	public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
		return ask(params.getTextDocument(), (project, name) -> answers.lenses(project, name));
	}

	@Override
	public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
		return ask(params.getTextDocument(), (project, name) -> answers.folding(project, name));
	}

	@Override
	public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
		return ask(params.getTextDocument(), (project, name) -> params.getPositions().stream().map(position -> answers.selection(project, name, position)).toList());
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
		return ask(params.getTextDocument(), (project, name) -> answers.tokens(project, name));
	}

	@Override
	public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
		return ask(params.getTextDocument(), (project, name) -> edits.format(project, name));
	}

	@Override
	public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
		return ask(params.getTextDocument(), (project, name) -> edits.actions(project, name, params).stream().map(Either::<Command, CodeAction>forRight).toList());
	}
}
