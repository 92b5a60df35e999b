// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import java.util.Locale;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.meterwright.dsl.ide.colour.ColouredToken;
import org.meterwright.dsl.ide.colour.TokenKind;

/**
 * Looks of tokens. The colours are entries of <i>Colors and Fonts</i>, so that a user can change them and a theme has its own; their ids
 * are {@value #PREFIX} and the kind in lower case.
 */
final class TokenStyles {
	static final String PREFIX = "org.meterwright.workbench.text.colour.";

	private TokenStyles() {
	}

	/** Returns the look of a token. */
	static StyleRange style(ColouredToken token) {
		ColorRegistry colours = JFaceResources.getColorRegistry();
		return new StyleRange(token.offset(), token.length(), colours.get(id(token.kind())), null, fontStyle(token.kind()));
	}

	private static String id(TokenKind kind) {
		return PREFIX + kind.name().toLowerCase(Locale.ROOT);
	}

	private static int fontStyle(TokenKind kind) {
		return switch (kind) {
			case KEYWORD -> SWT.BOLD;
			case DOCUMENTATION -> SWT.ITALIC;
			default -> SWT.NORMAL;
		};
	}
}
