// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.rename;

import java.util.Set;

import org.eclipse.xtext.GrammarUtil;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.services.CosemGrammarAccess;

/** The words of the language, which are names only with an escape. */
public final class Keywords {

	private static final class Holder {
		static final Set<String> WORDS = Set.copyOf(GrammarUtil.getAllKeywords(CosemLanguage.injector().getInstance(CosemGrammarAccess.class).getGrammar()));
	}

	private Keywords() {
	}

	/** Tells whether a name is a word of the language. */
	public static boolean isKeyword(String name) {
		return Holder.WORDS.contains(name);
	}

	/** Writes a name for a place: with an escape where it is a word of the language and no dot stands before it. */
	public static String escaped(String text, int offset, String name) {
		return isKeyword(name) && !behindDot(text, offset) ? "^%s".formatted(name) : name;
	}

	private static boolean behindDot(String text, int offset) {
		int at = offset - 1;
		while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
			at--;
		}
		return at >= 0 && text.charAt(at) == '.';
	}
}
