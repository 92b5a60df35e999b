// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.check.Facts;

/**
 * A finding in the text that it was found in.
 *
 * @param finding finding
 * @param rule    its rule
 * @param root    node of the whole text
 */
record FixContext(Finding finding, Rule rule, ICompositeNode root) {
	private static final List<Class<? extends EObject>> NAMED = List.of(ObjectDecl.class, AssociationDecl.class, PushDecl.class, AlertDecl.class, ReactionDecl.class);

	/** Returns the text. */
	String text() {
		return root.getText();
	}

	/** Returns what the finding tells fixes, or nothing. */
	Optional<String> data() {
		return finding.data().stream().findFirst();
	}

	/** Returns where the finding's place begins. */
	int start() {
		return finding.place().offset();
	}

	/** Returns where the finding's place ends. */
	int end() {
		return Math.min(text().length(), start() + finding.place().length());
	}

	/** Returns the name of the attribute that the finding is about. */
	Optional<String> attribute() {
		return finding.subject().filter(CosemObject.class::isInstance).filter(object -> finding.attribute() > 0)
				.map(object -> Facts.label((CosemObject) object, finding.attribute()));
	}

	/**
	 * Moves the finding to the declaration of something in this text.
	 *
	 * @param name its name, or that of an attribute behind a dot, whose line is the place then
	 */
	Optional<FixContext> of(String name) {
		String[] parts = name.split("\\.", 2);
		return EcoreUtil2.eAllContentsAsList(root.getSemanticElement()).stream().filter(part -> NAMED.stream().anyMatch(kind -> kind.isInstance(part)))
				.filter(part -> parts[0].equals(part.eGet(part.eClass().getEStructuralFeature("name")))).findFirst()
				.map(part -> parts.length == 1 ? part : part.eContents().stream().filter(line -> line instanceof AttributeLine attribute && parts[1].equals(attribute.getName())).findFirst().orElse(part))
				.map(this::movedTo);
	}

	private FixContext movedTo(EObject part) {
		Origin place = finding.place();
		INode node = node(part);
		return new FixContext(new Finding(finding.rule(), finding.severity(), finding.message(), new Origin(place.file(), node.getStartLine(), node.getOffset(), node.getLength(), place.kind()),
				Optional.empty(), 0, finding.data(), finding.accepted(), finding.variants()), rule, root);
	}

	/** Finds the smallest part of the text of a kind that holds the finding's place. */
	<T extends EObject> Optional<T> at(Class<T> kind) {
		ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, finding.place().offset());
		EObject part = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		return Optional.ofNullable(part).map(found -> EcoreUtil2.getContainerOfType(found, kind));
	}

	/** Returns the node of a part of the text. */
	static ICompositeNode node(EObject part) {
		return NodeModelUtils.findActualNodeFor(part);
	}

	/** Finds the node of a feature; the last one when it has several values. */
	static Optional<INode> node(EObject part, EStructuralFeature feature) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(part, feature);
		return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.getLast());
	}

	/** Returns the fix with the rule's label that makes some changes. */
	List<QuickFix> fix(TextEdit... edits) {
		return fix(rule.fix().orElse(rule.title()), edits);
	}

	/** Returns a fix that makes some changes. */
	List<QuickFix> fix(String label, TextEdit... edits) {
		return List.of(new QuickFix(label, finding.place().file(), List.of(edits)));
	}

	/** Returns the fix that an edit makes, or none. */
	List<QuickFix> fix(Optional<TextEdit> edit) {
		return edit.map(this::fix).orElse(List.of());
	}

	/** Returns the fix that changes a part of the text, where there is one. */
	<T extends EObject> List<QuickFix> fixAt(Class<T> kind, Function<T, Optional<TextEdit>> change) {
		return fix(at(kind).flatMap(change));
	}

	/** Replaces a node. */
	static TextEdit replace(INode node, String text) {
		return new TextEdit(node.getOffset(), node.getLength(), text);
	}

	/** Writes something after a node. */
	static TextEdit after(INode node, String text) {
		return new TextEdit(node.getEndOffset(), 0, text);
	}

	/** Takes a part out, with its line when nothing else stands there. */
	TextEdit remove(EObject part) {
		INode node = node(part);
		return remove(node.getOffset(), node.getEndOffset());
	}

	/** Takes characters out, with their line when nothing else stands there. */
	TextEdit remove(int from, int to) {
		int lineStart = text().lastIndexOf('\n', from - 1) + 1;
		int newLine = text().indexOf('\n', to);
		int lineEnd = newLine < 0 ? text().length() : newLine + 1;
		boolean alone = text().substring(lineStart, from).isBlank() && text().substring(to, lineEnd).isBlank();
		return alone ? new TextEdit(lineStart, lineEnd - lineStart, "") : new TextEdit(from, to - from, "");
	}

	/** Writes a line at the end of a block in braces, indented one step deeper than the block's first line. */
	TextEdit line(EObject block, String line) {
		INode node = node(block);
		int brace = node.getEndOffset() - 1;
		int lineStart = text().lastIndexOf('\n', brace - 1) + 1;
		boolean own = text().substring(lineStart, brace).isBlank();
		String indent = text().substring(lineStart, brace);
		return own ? new TextEdit(lineStart, 0, "%s  %s%n".formatted(indent, line).replace(System.lineSeparator(), "\n"))
				: new TextEdit(brace, 0, "%s%s ".formatted(text().charAt(brace - 1) == ' ' ? "" : " ", line));
	}
}
