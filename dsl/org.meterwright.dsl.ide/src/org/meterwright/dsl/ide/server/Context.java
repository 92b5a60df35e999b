// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.Optional;
import java.util.concurrent.Future;

import org.eclipse.lsp4j.services.LanguageClient;
import org.meterwright.dsl.Compilation;

/** What the parts of the server share. */
final class Context {
	/** How long typing must pause before texts are checked, in milliseconds. */
	private static final int PAUSE = 120;
	private final Projects projects = new Projects();
	private final Documents documents = new Documents();
	private final Uris uris = new Uris();
	private final Worker worker = new Worker();
	private final Diagnostics diagnostics = new Diagnostics(uris, documents);
	private LanguageClient client;
	private ClientFeatures features = ClientFeatures.NONE;
	private Optional<Future<Void>> listening = Optional.empty();

	Projects projects() {
		return projects;
	}

	Documents documents() {
		return documents;
	}

	Uris uris() {
		return uris;
	}

	Worker worker() {
		return worker;
	}

	LanguageClient client() {
		return client;
	}

	void client(LanguageClient connected) {
		client = connected;
	}

	ClientFeatures features() {
		return features;
	}

	void client(ClientFeatures known) {
		features = known;
	}

	void listening(Future<Void> future) {
		listening = Optional.of(future);
	}

	/** Ends the server: the thread that reads goes on to its end. */
	void stop() {
		listening.ifPresent(future -> future.cancel(true));
	}

	/** Checks a project when typing pauses. */
	void checkLater(Project project) {
		worker.later(project, PAUSE, () -> check(project));
	}

	private void check(Project project) {
		Compilation compilation = project.session().compilation();
		if (!project.isBehind()) {
			diagnostics.publish(project, compilation.findings(), client);
			if (features.lenses()) {
				client.refreshCodeLenses();
			}
		}
	}
}
