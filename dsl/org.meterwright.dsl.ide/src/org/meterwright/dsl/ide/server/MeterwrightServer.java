// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server. */
public final class MeterwrightServer implements LanguageServer, LanguageClientAware {
	private final Context context = new Context();
	private final TextRequests texts = new TextRequests(context);
	private final WorkspaceRequests workspace = new WorkspaceRequests(context);
	private boolean watches;
	private volatile boolean shutDown;

	/**
	 * Serves an editor until it says good-bye or goes away.
	 *
	 * @return whether it said good-bye as the protocol asks
	 */
	public static boolean serve(InputStream in, OutputStream out) throws InterruptedException {
		MeterwrightServer server = new MeterwrightServer();
		Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
		server.connect(launcher.getRemoteProxy());
		Future<Void> listening = launcher.startListening();
		server.context.listening(listening);
		try {
			listening.get();
		} catch (ExecutionException | java.util.concurrent.CancellationException e) {
			// The stream ended.
		}
		server.context.worker().stop();
		return server.shutDown;
	}

	@Override
	public void connect(LanguageClient client) {
		context.client(client);
	}

	@Override
	public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
		folders(params).forEach(context.projects()::add);
		watches = Optional.ofNullable(params.getCapabilities()).map(each -> each.getWorkspace()).map(each -> each.getDidChangeWatchedFiles())
				.map(each -> each.getDynamicRegistration()).orElse(false);
		context.client(ClientFeatures.of(params.getCapabilities()));
		InitializeResult result = new InitializeResult(Capabilities.all());
		result.setServerInfo(new ServerInfo("meterwright"));
		return CompletableFuture.completedFuture(result);
	}

	@SuppressWarnings("deprecation")
	private static List<Path> folders(InitializeParams params) {
		List<WorkspaceFolder> folders = params.getWorkspaceFolders();
		if (folders != null && !folders.isEmpty()) {
			return folders.stream().map(folder -> Uris.path(folder.getUri())).flatMap(Optional::stream).toList();
		}
		return Optional.ofNullable(params.getRootUri()).flatMap(Uris::path).stream().toList();
	}

	@Override
	public void initialized(InitializedParams params) {
		if (watches) {
			DidChangeWatchedFilesRegistrationOptions options = new DidChangeWatchedFilesRegistrationOptions(
					List.of(new FileSystemWatcher(Either.forLeft("**/*.cosem"))));
			context.client().registerCapability(new RegistrationParams(List.of(new Registration("files", "workspace/didChangeWatchedFiles", options))));
		}
		context.projects().all().stream().filter(project -> project.folder().isPresent()).forEach(context::checkLater);
	}

	@Override
	public CompletableFuture<Object> shutdown() {
		shutDown = true;
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void exit() {
		context.stop();
	}

	@Override
	public void setTrace(SetTraceParams params) {
		// There is nothing to trace.
	}

	@Override
	public TextDocumentService getTextDocumentService() {
		return texts;
	}

	@Override
	public WorkspaceService getWorkspaceService() {
		return workspace;
	}
}
