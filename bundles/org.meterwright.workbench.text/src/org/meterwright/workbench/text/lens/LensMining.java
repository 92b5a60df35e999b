// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.lens;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;

/** A remark above a line. */
final class LensMining extends LineHeaderCodeMining {

	LensMining(int line, IDocument document, ICodeMiningProvider provider, String text) throws BadLocationException {
		super(line, document, provider);
		setLabel(text);
	}
}
