// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.StringReader;

import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.formatting2.TextFormatter;

/** Parses and lays out texts. */
final class TextLayout {

	private final IParser parser = CosemLanguage.injector().getInstance(IParser.class);

	/** Parse a text. */
	IParseResult parse(String text) {
		return parser.parse(new StringReader(text));
	}

	/** Return a text as it should be laid out; one with syntax errors stays as it is. */
	String format(String text) {
		return new TextFormatter().format(parse(text));
	}
}
