// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.Map;
import java.util.Optional;

import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;

/** Says syntax errors in plain words: what stands there, and what should. */
public final class PlainSyntaxErrors extends SyntaxErrorMessageProvider {
	private static final Map<String, String> WORDS = Map.of("RULE_ID", "a name", "RULE_UINT", "a number", "RULE_STRING", "a text in double quotes", "RULE_LN",
			"a logical name such as 1-0:1.8.0*255", "EOF", "the end of the text", "RULE_DATE", "a date", "RULE_TIME", "a time", "RULE_HEX", "a hex number");
	private static final String FILE_HINT = "; a file has namespace, import, meter, extend meter, companion, class, type";
	private static final int LONGEST_TOKEN = 40;

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		RecognitionException problem = context.getRecognitionException();
		if (problem == null) {
			return plain(lexical(context.getDefaultMessage()));
		}
		Optional<String> expected = expected(context, problem);
		return plain(text(problem.token, expected, context.getCurrentContext()));
	}

	private static SyntaxErrorMessage plain(String message) {
		return new SyntaxErrorMessage(message, Diagnostic.SYNTAX_DIAGNOSTIC);
	}

	/** Says what the lexer met: characters that begin a token and do not end it. */
	private static String lexical(String message) {
		if (message.contains("expecting '\"'")) {
			return "a closing double quote is missing on this line";
		}
		if (message.contains("<EOF>")) {
			return "the text ends in the middle of a number, date or logical name";
		}
		return message.contains("character") ? "these characters are no word, number or sign of the language" : message;
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		return plain(context.getValueConverterException().getMessage());
	}

	private static Optional<String> expected(IParserErrorContext context, RecognitionException problem) {
		int type = problem instanceof MissingTokenException missing ? missing.getMissingType() : problem instanceof MismatchedTokenException mismatch ? mismatch.expecting : -1;
		String[] names = context.getTokenNames();
		if (type < 0 || names == null || type >= names.length) {
			return Optional.empty();
		}
		String name = names[type];
		return Optional.of(WORDS.getOrDefault(name, name.startsWith("RULE_") ? "something else" : name.replace("'", "")));
	}

	private static String text(Token token, Optional<String> expected, EObject inside) {
		if (token == null || token.getType() == Token.EOF) {
			return "the text ends too early%s".formatted(expected.map(": %s is missing"::formatted).orElse("; a } is missing"));
		}
		String found = shorten(token.getText());
		if (found.startsWith("\"")) {
			return "a closing double quote is missing on this line";
		}
		if (found.startsWith("'")) {
			return "texts stand in double quotes";
		}
		if (found.equals("/")) {
			return "a comment begins with // or /* and the latter ends with */";
		}
		return expected.map(each -> "%s is expected before %s".formatted(each, found)).orElseGet(() -> "%s is not expected here%s".formatted(found, hint(inside)));
	}

	private static String shorten(String text) {
		String line = text.lines().findFirst().orElse("").strip();
		return line.length() > LONGEST_TOKEN ? line.substring(0, LONGEST_TOKEN) + "..." : line;
	}

	private static String hint(EObject inside) {
		return switch (inside) {
			case ObjectDecl it -> "; a line in an object is: name = value, name: type, or name: in storage";
			case AttributeLine it -> "; an attribute line is: name = value, name: type = value, or name: in storage";
			case AssociationDecl it -> "; an association has lines such as: context, mechanism, show, grant";
			case PushDecl it -> "; a push has lines such as: send, window, randomise, retry";
			case ReactionDecl it -> "; a reaction has steps: log, push, alert, run, call, set, capture, raise";
			case ClassDecl it -> "; a class has attributes, 2 value: type, and methods, method 1 name(type)";
			case DeviceDecl it -> "; an object is written as name: Class 1-0:1.8.0*255 { ... }";
			case MeterDecl it -> "; a meter has devices, associations, events, reactions, pushes";
			case File it -> FILE_HINT;
			case null -> FILE_HINT;
			default -> "";
		};
	}
}
