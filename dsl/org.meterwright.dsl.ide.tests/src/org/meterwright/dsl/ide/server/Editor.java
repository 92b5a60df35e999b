// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor that talks to a language server which runs as a process of its own. */
final class Editor implements LanguageClient, AutoCloseable {
	private static final long PATIENCE = 120;
	private final Process process;
	private final LanguageServer server;
	private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
	private final Map<String, Integer> versions = new HashMap<>();
	private final Map<String, String> texts = new HashMap<>();

	private Editor(Process process) {
		this.process = process;
		Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
		launcher.startListening();
		this.server = launcher.getRemoteProxy();
	}

	/** Starts a server, and opens a folder in it. */
	static Editor start(Path folder) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-cp", ClassPath.ofTests(), ServerProcess.class.getName()));
		Editor editor = new Editor(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
		InitializeParams params = new InitializeParams();
		params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "test")));
		ClientCapabilities capabilities = new ClientCapabilities();
		TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
		CompletionItemCapabilities item = new CompletionItemCapabilities(true);
		text.setCompletion(new CompletionCapabilities(item));
		capabilities.setTextDocument(text);
		params.setCapabilities(capabilities);
		await(editor.server.initialize(params));
		editor.server.initialized(new InitializedParams());
		return editor;
	}

	static <T> T await(CompletableFuture<T> answer) {
		try {
			return answer.get(PATIENCE, TimeUnit.SECONDS);
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	TextDocumentService text() {
		return server.getTextDocumentService();
	}

	LanguageServer server() {
		return server;
	}

	static TextDocumentIdentifier id(Path file) {
		return new TextDocumentIdentifier(file.toUri().toString());
	}

	void open(Path file, String text) {
		texts.put(file.toUri().toString(), text);
		versions.put(file.toUri().toString(), 1);
		text().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(file.toUri().toString(), "cosem", 1, text)));
	}

	/** Replaces the first of a text by another, as typing does. */
	void replace(Path file, String what, String with) {
		String uri = file.toUri().toString();
		String text = texts.get(uri);
		int from = text.indexOf(what);
		Range range = new Range(position(text, from), position(text, from + what.length()));
		texts.put(uri, text.substring(0, from) + with + text.substring(from + what.length()));
		int version = versions.merge(uri, 1, Integer::sum);
		text().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), List.of(new TextDocumentContentChangeEvent(range, with))));
	}

	/** Counts lines and UTF-16 units, without the help of what is tested. */
	static Position position(String text, int offset) {
		String before = text.substring(0, offset);
		int line = (int) before.chars().filter(c -> c == '\n').count();
		return new Position(line, offset - before.lastIndexOf('\n') - 1);
	}

	Position at(Path file, String marked) {
		String text = texts.get(file.toUri().toString());
		int from = text.indexOf(marked.replace("|", ""));
		if (from < 0) {
			throw new IllegalArgumentException(marked);
		}
		return position(text, from + Math.max(0, marked.indexOf('|')));
	}

	String text(Path file) {
		return texts.get(file.toUri().toString());
	}

	/** Waits until what is shown for a file is as wanted. */
	List<Diagnostic> diagnostics(Path file, java.util.function.Predicate<List<Diagnostic>> wanted) throws InterruptedException {
		synchronized (diagnostics) {
			long end = System.currentTimeMillis() + PATIENCE * 1000;
			while (!diagnostics.containsKey(file.toUri().toString()) || !wanted.test(diagnostics.get(file.toUri().toString()))) {
				diagnostics.wait(Math.max(1, end - System.currentTimeMillis()));
				if (System.currentTimeMillis() >= end) {
					throw new IllegalStateException("still %s".formatted(diagnostics));
				}
			}
			return diagnostics.get(file.toUri().toString());
		}
	}

	@Override
	public void publishDiagnostics(PublishDiagnosticsParams params) {
		synchronized (diagnostics) {
			diagnostics.put(params.getUri(), params.getDiagnostics());
			diagnostics.notifyAll();
		}
	}

	@Override
	public void telemetryEvent(Object object) {
		// not used
	}

	@Override
	public void showMessage(MessageParams message) {
		// not used
	}

	@Override
	public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void logMessage(MessageParams message) {
		// not used
	}

	/** Says good-bye and returns how the process ended. */
	int end() throws InterruptedException {
		await(server.shutdown());
		server.exit();
		return process.waitFor(PATIENCE, TimeUnit.SECONDS) ? process.exitValue() : -1;
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}
}
