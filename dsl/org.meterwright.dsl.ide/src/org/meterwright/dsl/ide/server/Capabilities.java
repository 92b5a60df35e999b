// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.List;

import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.meterwright.dsl.ide.view.SemanticKinds;

/** What the server can do. */
final class Capabilities {
	/** Kinds of code actions. */
	static final String ORGANIZE = CodeActionKind.SourceOrganizeImports;

	private Capabilities() {
	}

	static ServerCapabilities all() {
		ServerCapabilities all = new ServerCapabilities();
		all.setPositionEncoding(PositionEncodingKind.UTF16);
		TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
		sync.setOpenClose(true);
		sync.setChange(TextDocumentSyncKind.Incremental);
		sync.setSave(new SaveOptions(false));
		all.setTextDocumentSync(sync);
		all.setCompletionProvider(new CompletionOptions(false, List.of(".", " ", "|")));
		all.setSignatureHelpProvider(new SignatureHelpOptions(List.of("{", "(", "[", ","), List.of(":")));
		all.setHoverProvider(true);
		all.setDefinitionProvider(true);
		all.setReferencesProvider(true);
		all.setDocumentHighlightProvider(true);
		all.setDocumentSymbolProvider(true);
		all.setWorkspaceSymbolProvider(true);
		all.setRenameProvider(new RenameOptions(true));
		all.setFoldingRangeProvider(true);
		all.setSelectionRangeProvider(true);
		all.setDocumentFormattingProvider(true);
		all.setCodeLensProvider(new CodeLensOptions(false));
		all.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, ORGANIZE)));
		all.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(new SemanticTokensLegend(SemanticKinds.KINDS, List.of("declaration", "defaultLibrary")), true));
		WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities();
		WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
		folders.setSupported(true);
		folders.setChangeNotifications(true);
		workspace.setWorkspaceFolders(folders);
		all.setWorkspace(workspace);
		return all;
	}
}
