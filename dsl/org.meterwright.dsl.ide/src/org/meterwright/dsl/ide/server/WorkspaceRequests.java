// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.meterwright.dsl.ide.session.FoundSymbol;

/** Answers what an editor asks about its folders. */
final class WorkspaceRequests implements WorkspaceService {
	private final Context context;

	WorkspaceRequests(Context context) {
		this.context = context;
	}

	@Override
	public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(WorkspaceSymbolParams params) {
		return context.worker().ask(() -> {
			List<WorkspaceSymbol> found = new ArrayList<>();
			context.projects().all().forEach(project -> project.services().find(params.getQuery()).forEach(symbol -> found.add(symbol(project, symbol))));
			return Either.forRight(found);
		});
	}

	private WorkspaceSymbol symbol(Project project, FoundSymbol found) {
		String uri = context.documents().find(found.file()).map(Documents.Document::uri).orElseGet(() -> context.uris().uri(found.file()));
		Location location = new Location(uri, Ranges.range(project.lines(found.file()), found.offset(), found.length()));
		return new WorkspaceSymbol(found.label(), Answers.kind(found.kind()), Either.forLeft(location), found.container());
	}

	@Override
	public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
		for (FileEvent event : params.getChanges()) {
			String name = context.uris().name(event.getUri());
			if (name.endsWith(".cosem") && context.documents().find(name).isEmpty()) {
				Project project = context.projects().of(event.getUri());
				project.note(name, Uris.path(event.getUri()).flatMap(Projects::read));
				context.checkLater(project);
			}
		}
	}

	@Override
	public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
		params.getEvent().getAdded().forEach(folder -> Uris.path(folder.getUri()).ifPresent(path -> {
			context.projects().add(path);
			context.checkLater(context.projects().of(folder.getUri()));
		}));
		params.getEvent().getRemoved().stream().map(folder -> Uris.path(folder.getUri())).flatMap(Optional::stream).forEach(context.projects()::remove);
	}

	@Override
	public void didChangeConfiguration(DidChangeConfigurationParams params) {
		// There is nothing to configure.
	}
}
