// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.IFollowElementAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElementComputer;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;

import com.google.inject.Inject;

/** Asks the grammar what may follow a text. */
final class Expected {
	private static final Set<String> NAME_RULES = Set.of("Member", "BodyName", "AssociationMember");

	/**
	 * What may follow.
	 *
	 * @param features parts of the grammar's rules, such as {@code ObjectDecl.interfaceClass}
	 * @param words    words of the language
	 * @param signs    brackets and other signs
	 */
	record Following(Set<String> features, Set<String> words, Set<String> signs) {

		boolean has(String... any) {
			for (String each : any) {
				if (features.contains(each)) {
					return true;
				}
			}
			return false;
		}
	}

	@Inject
	private IContentAssistParser parser;
	@Inject
	private FollowElementComputer computer;

	/** Returns what may follow a text. */
	Following after(String text) {
		Set<String> features = new LinkedHashSet<>();
		Set<String> words = new LinkedHashSet<>();
		Set<String> signs = new LinkedHashSet<>();
		computer.computeFollowElements(parser.getFollowElements(text, false), new IFollowElementAcceptor() {
			@Override
			public void accept(AbstractElement element) {
				collect(element, features, words, signs);
			}
		});
		return new Following(features, words, signs);
	}

	private static void collect(AbstractElement element, Set<String> features, Set<String> words, Set<String> signs) {
		Assignment assignment = element instanceof Assignment it ? it : GrammarUtil.containingAssignment(element);
		if (assignment != null) {
			features.add("%s.%s".formatted(GrammarUtil.containingRule(assignment).getName(), assignment.getFeature()));
		}
		if (GrammarUtil.containingRule(element) != null) {
			features.add(GrammarUtil.containingRule(element).getName());
		}
		for (Keyword keyword : EcoreUtil2.eAllOfType(element, Keyword.class).stream().limit(element instanceof Keyword ? 1 : 0).toList()) {
			boolean word = Character.isLetter(keyword.getValue().charAt(0));
			if (!word) {
				signs.add(keyword.getValue());
			} else if (!NAME_RULES.contains(GrammarUtil.containingRule(keyword).getName())) {
				words.add(keyword.getValue());
			}
		}
	}
}
