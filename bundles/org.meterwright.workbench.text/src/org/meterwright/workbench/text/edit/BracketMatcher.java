// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.edit;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Matches the language's brackets. */
public final class BracketMatcher extends DefaultCharacterPairMatcher {
	/** Makes the matcher of one editor. */
	public BracketMatcher() {
		super(new char[] { '{', '}', '(', ')', '[', ']' });
	}
}
