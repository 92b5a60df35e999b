// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.format;

import java.io.StringReader;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.dsl.formatting2.TextFormatter.Edit;
import org.meterwright.workbench.text.language.Language;

/** Formats documents. Only what differs is replaced, so that cursor and markers keep their places. */
final class DocumentFormat {
	private DocumentFormat() {
	}

	/** Works out what formatting changes in a text, without touching it. */
	static MultiTextEdit changes(String text) {
		MultiTextEdit all = new MultiTextEdit();
		List<Edit> edits = new TextFormatter().edits(Language.part(IParser.class).parse(new StringReader(text)));
		edits.forEach(edit -> all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.text())));
		return all;
	}

	/** Makes the changes. */
	static void apply(IDocument document, MultiTextEdit changes) {
		try {
			changes.apply(document);
		} catch (BadLocationException e) {
			ILog.get().error("The text could not be formatted.", e);
		}
	}
}
