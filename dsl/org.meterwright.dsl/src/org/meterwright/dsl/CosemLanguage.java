// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import org.apache.log4j.LogManager;
import org.apache.log4j.Logger;
import org.apache.log4j.varia.NullAppender;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.dsl.syntax.LeanParser;
import org.meterwright.dsl.syntax.SyntaxParser;
import org.meterwright.rules.emf.RuleValidator;

import com.google.inject.Injector;

/** The language, set up once for programs outside Equinox. */
public final class CosemLanguage {
	private static final class Holder {
		static final Injector INJECTOR = setUp();
	}

	private static final class Parser {
		static final IParser PARSER = LeanParser.create();
	}

	private CosemLanguage() {
	}

	private static Injector setUp() {
		quiet();
		RuleValidator.register();
		return new CosemStandaloneSetup().createInjectorAndDoEMFRegistration();
	}

	/** Keeps Xtext's log off standard error, where messages to users go. */
	private static void quiet() {
		Logger root = LogManager.getRootLogger();
		if (!root.getAllAppenders().hasMoreElements()) {
			root.addAppender(new NullAppender());
		}
	}

	/** Returns the injector of the language's parts. */
	public static Injector injector() {
		return Holder.INJECTOR;
	}

	/** Returns a parser. */
	public static SyntaxParser parser() {
		quiet();
		return new SyntaxParser(Parser.PARSER);
	}
}
