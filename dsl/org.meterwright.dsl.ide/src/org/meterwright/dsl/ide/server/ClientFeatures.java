// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.Optional;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * What the editor can do.
 *
 * @param snippets whether completion may insert text with places to fill
 * @param lenses   whether it can be asked to show lenses anew
 */
record ClientFeatures(boolean snippets, boolean lenses) {
	static final ClientFeatures NONE = new ClientFeatures(false, false);

	static ClientFeatures of(ClientCapabilities capabilities) {
		Optional<ClientCapabilities> all = Optional.ofNullable(capabilities);
		boolean snippets = all.map(ClientCapabilities::getTextDocument).map(TextDocumentClientCapabilities::getCompletion).map(CompletionCapabilities::getCompletionItem)
				.map(item -> item.getSnippetSupport()).orElse(false);
		boolean lenses = all.map(ClientCapabilities::getWorkspace).map(each -> each.getCodeLens()).map(each -> each.getRefreshSupport()).orElse(false);
		return new ClientFeatures(snippets, lenses);
	}
}
