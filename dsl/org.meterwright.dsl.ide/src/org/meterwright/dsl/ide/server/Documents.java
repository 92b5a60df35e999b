// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.meterwright.dsl.ide.text.Lines;

/** The texts of open editors. */
final class Documents {

	/**
	 * An open text.
	 *
	 * @param uri     as the editor calls it
	 * @param version the editor's number
	 * @param text    text
	 */
	record Document(String uri, int version, String text) {
	}

	private final Map<String, Document> open = new ConcurrentHashMap<>();

	void open(String name, Document document) {
		open.put(name, document);
	}

	void close(String name) {
		open.remove(name);
	}

	Optional<Document> find(String name) {
		return Optional.ofNullable(open.get(name));
	}

	/** Makes changes in their order; each counts its positions in the text that the ones before it left. */
	Document change(String name, int version, List<TextDocumentContentChangeEvent> changes) {
		Document document = open.get(name);
		String text = document == null ? "" : document.text();
		for (TextDocumentContentChangeEvent change : changes) {
			text = changed(text, change);
		}
		Document result = new Document(document == null ? name : document.uri(), version, text);
		open.put(name, result);
		return result;
	}

	private static String changed(String text, TextDocumentContentChangeEvent change) {
		if (change.getRange() == null) {
			return change.getText();
		}
		Lines lines = Lines.of(text);
		int from = Ranges.offset(lines, change.getRange().getStart());
		int to = Math.max(from, Ranges.offset(lines, change.getRange().getEnd()));
		return text.substring(0, from) + change.getText() + text.substring(to);
	}
}
