// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.ide.names.Meanings;
import org.meterwright.dsl.ide.names.Scope;
import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Where the cursor stands, as trees: the excerpt is parsed by itself with a name in place of what is being typed. A meter or companion
 * becomes a layer of itself there, so that its names are those of the whole meter.
 */
final class Setting {
	private static final String HOLE = "zzHole";
	private final Excerpt excerpt;
	private final Meanings meanings;
	private final SyntaxFile file;
	private final int hole;
	private final int last;

	private Setting(Excerpt excerpt, Meanings meanings, String text, int hole) {
		this.excerpt = excerpt;
		this.meanings = meanings;
		this.hole = hole;
		this.last = lastVisible(text, hole);
		this.file = CosemLanguage.parser().parse("excerpt", text, false);
	}

	static Setting of(Excerpt excerpt, Meanings meanings) {
		List<Lexeme> tokens = layered(excerpt.tokens());
		String before = Excerpt.join(tokens);
		return new Setting(excerpt, meanings, before + HOLE + closing(tokens), before.length());
	}

	private static int lastVisible(String text, int hole) {
		int at = hole - 1;
		while (at > 0 && Character.isWhitespace(text.charAt(at))) {
			at--;
		}
		return Math.max(0, at);
	}

	/** Makes the head of a meter or companion that of a layer. */
	private static List<Lexeme> layered(List<Lexeme> tokens) {
		List<Lexeme> out = new ArrayList<>();
		int depth = 0;
		for (int i = 0; i < tokens.size(); i++) {
			Lexeme token = tokens.get(i);
			boolean head = depth == 0 && (token.is("meter") || token.is("companion")) && (i == 0 || !tokens.get(i - 1).is("extend")) && !Excerpt.isNamePart(tokens, i);
			int brace = head ? brace(tokens, i) : -1;
			if (brace > 0) {
				if (!out.isEmpty() && out.getLast().is("abstract")) {
					out.removeLast();
				}
				out.add(new Lexeme(Lexeme.Sort.WORD, "extend", Integer.MAX_VALUE / 2));
				out.add(token);
				for (int j = i + 1; j < brace && !tokens.get(j).is("extends") && !tokens.get(j).is("conforms") && !tokens.get(j).is("for"); j++) {
					out.add(tokens.get(j));
				}
				i = brace - 1;
			} else {
				depth += token.opens() ? 1 : token.closes() ? -1 : 0;
				out.add(token);
			}
		}
		return out;
	}

	private static int brace(List<Lexeme> tokens, int from) {
		for (int i = from; i < tokens.size(); i++) {
			if (tokens.get(i).is("{")) {
				return i;
			}
		}
		return -1;
	}

	private static String closing(List<Lexeme> tokens) {
		Deque<String> open = new ArrayDeque<>();
		for (Lexeme token : tokens) {
			if (token.opens()) {
				open.push(token.is("{") ? "}" : token.is("[") ? "]" : ")");
			} else if (token.closes() && !open.isEmpty()) {
				open.pop();
			}
		}
		return " " + String.join(" ", open);
	}

	Excerpt excerpt() {
		return excerpt;
	}

	Meanings meanings() {
		return meanings;
	}

	/** Returns the tree's root; it knows the namespace and the imports. */
	EObject root() {
		return file.root();
	}

	/** Returns what the name that is being typed belongs to. */
	EObject atHole() {
		return semantic(hole + 1);
	}

	/** Returns what the last token before the cursor belongs to. */
	EObject before() {
		return semantic(last);
	}

	/** Returns what stands at a place; of a text that begins with what nothing can be made of there is no tree, only an empty root. */
	private EObject semantic(int offset) {
		return Optional.ofNullable(NodeModelUtils.getNode(file.root())).map(node -> NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), offset))
				.map(NodeModelUtils::findActualSemanticObjectFor).orElse(file.root());
	}

	/** Finds what of some kind the last token lies in. */
	<T extends EObject> Optional<T> around(Class<T> kind) {
		return Optional.ofNullable(EcoreUtil2.getContainerOfType(before(), kind)).or(() -> Optional.ofNullable(EcoreUtil2.getContainerOfType(atHole(), kind)));
	}

	/** Returns the object whose body this is. */
	Optional<ObjectDecl> object() {
		return around(ObjectDecl.class);
	}

	/** Returns the class of the object whose body this is. */
	Optional<ClassDecl> objectClass() {
		return object().flatMap(meanings::classOf);
	}

	/** Returns the names that are seen here. */
	Optional<Scope> scope() {
		return meanings.table().scope(atHole()).or(() -> meanings.table().scope(before()));
	}

	/** Returns the reference that is being typed. */
	Optional<Ref> ref() {
		return atHole() instanceof Segment segment && segment.eContainer() instanceof Ref ref ? Optional.of(ref) : Optional.ofNullable(EcoreUtil2.getContainerOfType(atHole(), Ref.class));
	}

	/** Returns what holds the reference that is being typed; the root where there is none. */
	EObject asking() {
		return ref().map(EObject::eContainer).map(EObject.class::cast).orElseGet(this::before);
	}

	/** Returns the type that is expected of a value here. */
	Optional<TypeExpr> expectedType() {
		EObject at = atHole();
		while (at != null && !(at instanceof RefValue)) {
			at = at.eContainer();
		}
		return at instanceof ValueExpr value ? meanings.expected(value) : Optional.empty();
	}
}
