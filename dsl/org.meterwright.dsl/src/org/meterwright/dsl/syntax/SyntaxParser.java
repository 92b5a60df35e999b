// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.ParseException;
import org.meterwright.dsl.cosemDsl.CosemDslFactory;
import org.meterwright.dsl.cosemDsl.File;

/** Parses texts. Any text gives a file: what does not follow the grammar gives syntax errors. */
public final class SyntaxParser {
	private final IParser parser;

	/** Makes a parser on Xtext's. */
	public SyntaxParser(IParser parser) {
		this.parser = parser;
	}

	/** Parses a text. */
	public SyntaxFile parse(String name, String text, boolean library) {
		try {
			return of(name, parser.parse(new StringReader(text)), library);
		} catch (StackOverflowError | ParseException e) {
			return unread(name, library);
		}
	}

	/** The parser descends with every bracket; where its stack ends, the text is nested deeper than anybody could read. */
	private static SyntaxFile unread(String name, boolean library) {
		SyntaxError error = new SyntaxError("brackets are nested too deeply", 1, 0, 0);
		return new SyntaxFile(name, CosemDslFactory.eINSTANCE.createFile(), library, Pieces.none(), List.of(error));
	}

	/** Takes over a text that is parsed already, such as that of an open editor. */
	public static SyntaxFile of(String name, IParseResult result, boolean library) {
		File root = result.getRootASTElement() instanceof File file ? file : CosemDslFactory.eINSTANCE.createFile();
		List<SyntaxError> errors = new ArrayList<>();
		for (INode node : result.getSyntaxErrors()) {
			SyntaxErrorMessage message = node.getSyntaxErrorMessage();
			errors.add(new SyntaxError(message.getMessage(), node.getStartLine(), node.getOffset(), node.getLength()));
		}
		return new SyntaxFile(name, root, library, Pieces.of(result.getRootNode()), errors);
	}
}
