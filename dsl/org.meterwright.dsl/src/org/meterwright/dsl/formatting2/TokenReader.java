// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.meterwright.dsl.cosemDsl.SelectFlag;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.formatting2.Token.Bracket;
import org.meterwright.dsl.formatting2.Token.Kind;

/** Reads the tokens of a parsed text that has no syntax errors. */
final class TokenReader {
	/** Features whose elements stand on lines of their own. */
	private static final Set<String> ITEMS = Set.of("imports", "elements", "members", "items", "elseItems", "body", "elseBody", "lines", "steps",
			"actions", "backActions", "values", "contents");
	/** Rules whose braces hold a list with commas. */
	private static final Set<String> LISTS = Set.of("TypeExpr", "IndexDecl", "ValueExpr");
	/** Rules whose parenthesis is no call. */
	private static final Set<String> LOOSE_PARENTHESIS = Set.of("NotCondition");
	/** Words before which a line may be broken. */
	private static final Set<String> BREAKS = Set.of("except", "selecting", "with", "as", "unless", "until", "to", "over", "conforms", "like",
			"passive", "activated", "range", "uncertain");

	/** Rules in which a line may be broken before a text. */
	private static final Set<String> TITLED = Set.of("ObisDecl");

	/** Rules in which a keyword is a name. */
	private static final Set<String> NAMES = Set.of("Member", "BodyName", "AssociationMember");

	private final Set<Integer> itemStarts = new HashSet<>();
	private final Set<Integer> continuations = new HashSet<>();
	private final List<Token> tokens = new ArrayList<>();
	private String text = "";
	private String before = "";
	private boolean tightAfter = true;

	/** Reads the tokens in order. */
	List<Token> read(IParseResult parsed) {
		text = parsed.getRootNode().getText();
		if (parsed.getRootASTElement() != null) {
			markItems(parsed.getRootASTElement());
		}
		markNamespace(parsed.getRootNode());
		for (ILeafNode leaf : parsed.getRootNode().getLeafNodes()) {
			String word = leaf.getText().stripTrailing();
			if (!word.isEmpty()) {
				tokens.add(token(leaf, word));
			}
		}
		return List.copyOf(tokens);
	}

	private void markItems(EObject root) {
		for (TreeIterator<EObject> all = root.eAllContents(); all.hasNext();) {
			EObject element = all.next();
			ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
			if (node != null && isItem(element)) {
				itemStarts.add(node.getOffset());
			} else if (node != null && element instanceof SelectFlag) {
				continuations.add(node.getOffset());
			}
		}
	}

	private void markNamespace(ICompositeNode root) {
		for (ILeafNode leaf : root.getLeafNodes()) {
			if (!leaf.isHidden()) {
				itemStarts.add(leaf.getOffset());
				return;
			}
		}
	}

	private static boolean isItem(EObject element) {
		EReference feature = element.eContainmentFeature();
		return feature != null && feature.isMany() && ITEMS.contains(feature.getName()) && !(element instanceof ValueExpr);
	}

	private Token token(ILeafNode leaf, String word) {
		Kind kind = kind(leaf, word);
		String rule = containingRule(leaf);
		Bracket bracket = kind == Kind.WORD ? bracket(word, rule) : Bracket.NONE;
		int offset = leaf.getOffset();
		Token token = new Token(word, offset, kind, bracket, itemStarts.contains(offset), kind != Kind.WORD || spaced(word, rule),
				kind == Kind.WORD && (before.equals(",") || BREAKS.contains(word) && isKeyword(leaf) || TITLED.contains(rule) && word.startsWith("\"") && !before.equals("uncertain")), continuations.contains(offset),
				lineBreaksBefore(offset) > 0, lineBreaksBefore(offset) > 1);
		if (kind == Kind.WORD) {
			tightAfter = tightAfter(word, rule);
			before = word;
		}
		return token;
	}

	private static Kind kind(ILeafNode leaf, String word) {
		if (!leaf.isHidden()) {
			return Kind.WORD;
		}
		return word.startsWith("//") ? Kind.LINE_COMMENT : Kind.BLOCK_COMMENT;
	}

	private static boolean isKeyword(ILeafNode leaf) {
		return leaf.getGrammarElement() instanceof Keyword && !NAMES.contains(containingRule(leaf));
	}

	private static String containingRule(ILeafNode leaf) {
		if (leaf.getGrammarElement() == null || leaf.getGrammarElement() instanceof TerminalRule) {
			return "";
		}
		AbstractRule rule = GrammarUtil.containingRule(leaf.getGrammarElement());
		return rule instanceof ParserRule ? rule.getName() : "";
	}

	private static Bracket bracket(String word, String rule) {
		boolean list = LISTS.contains(rule);
		return switch (word) {
			case "{" -> list ? Bracket.GROUP_OPEN : Bracket.BLOCK_OPEN;
			case "}" -> list ? Bracket.GROUP_CLOSE : Bracket.BLOCK_CLOSE;
			case "[" -> rule.equals("ValueExpr") ? Bracket.GROUP_OPEN : Bracket.NONE;
			case "]" -> rule.equals("ValueExpr") ? Bracket.GROUP_CLOSE : Bracket.NONE;
			default -> Bracket.NONE;
		};
	}

	/** Tells whether a space stands before a word; what stands before it may forbid one. */
	private boolean spaced(String word, String rule) {
		if (tightAfter) {
			return false;
		}
		return switch (word) {
			case ",", ")", "]", ":", ".", "..", "^" -> false;
			case "(" -> LOOSE_PARENTHESIS.contains(rule);
			case "[" -> rule.equals("ValueExpr");
			default -> true;
		};
	}

	private static boolean tightAfter(String word, String rule) {
		return switch (word) {
			case "(", "[", ".", "..", "^" -> true;
			case "-" -> rule.equals("Number") || rule.equals("SInt");
			default -> false;
		};
	}

	/** Counts the line ends before a token; the first token of a text has one. */
	private int lineBreaksBefore(int offset) {
		int count = 0;
		int i = offset - 1;
		while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
			count += text.charAt(i) == '\n' ? 1 : 0;
			i--;
		}
		return i < 0 ? Math.max(count, 1) : count;
	}
}
