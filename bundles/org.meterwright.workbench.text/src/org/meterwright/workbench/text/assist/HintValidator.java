// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Keeps a hint as long as the cursor stays behind the place where it came up and inside the brackets. */
final class HintValidator implements IContextInformationValidator {
	private ITextViewer viewer;
	private int from;

	@Override
	public void install(IContextInformation info, ITextViewer shownIn, int offset) {
		viewer = shownIn;
		from = offset;
	}

	@Override
	public boolean isContextInformationValid(int offset) {
		if (viewer == null || offset < from) {
			return false;
		}
		try {
			String typed = viewer.getDocument().get(from, offset - from);
			return typed.chars().filter(c -> "}])".indexOf(c) >= 0).count() <= typed.chars().filter(c -> "{[(".indexOf(c) >= 0).count();
		} catch (BadLocationException e) {
			return false;
		}
	}
}
