// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.Keyword;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CosemLanguage;

/** The lists of keywords that may be names are those of the grammar. */
class GrammarTest {
	private static final Set<String> VALUES = Set.of("true", "false", "null");
	/** Keywords that begin a line in an object or push, or that go on after a value. */
	private static final Set<String> STARTERS = Set.of("accept", "capture", "if", "key", "script", "in", "range", "max", "send", "window", "randomise", "retry", "protect",
			"confirmed");

	private static IGrammarAccess grammar() {
		return CosemLanguage.injector().getInstance(IGrammarAccess.class);
	}

	private static Set<String> words() {
		Set<String> words = GrammarUtil.getAllKeywords(grammar().getGrammar()).stream().filter(each -> Character.isLetter(each.charAt(0))).filter(each -> !each.contains("\""))
				.collect(Collectors.toCollection(TreeSet::new));
		words.removeAll(VALUES);
		return words;
	}

	private static Set<String> keywords(String rule) {
		AbstractRule found = GrammarUtil.findRuleForName(grammar().getGrammar(), rule);
		Set<String> all = new TreeSet<>();
		for (var nodes = found.eAllContents(); nodes.hasNext();) {
			EObject node = nodes.next();
			if (node instanceof Keyword keyword) {
				all.add(keyword.getValue());
			}
		}
		return all;
	}

	@Test
	void everyKeywordMayBeAMember() {
		assertEquals(words(), keywords("Member"));
	}

	@Test
	void everyKeywordThatStartsNoLineMayNameAnAttribute() {
		Set<String> expected = words();
		expected.removeAll(STARTERS);
		assertEquals(expected, keywords("BodyName"));
	}
}
