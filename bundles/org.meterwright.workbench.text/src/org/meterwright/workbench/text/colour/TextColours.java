// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import org.eclipse.swt.custom.StyleRange;
import org.meterwright.dsl.ide.colour.Colouring;
import org.meterwright.workbench.text.language.Language;

/** The colours of a text that is shown outside of an editor. */
public final class TextColours {
	private TextColours() {
	}

	/** Returns what each token looks like, in order. */
	public static StyleRange[] of(String text) {
		return Language.part(Colouring.class).tokens(text).stream().map(TokenStyles::style).toArray(StyleRange[]::new);
	}
}
