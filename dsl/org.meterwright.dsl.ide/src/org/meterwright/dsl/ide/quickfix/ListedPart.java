// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Optional;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * One of several things that stand in a list, divided by commas.
 *
 * @param node what it is
 */
record ListedPart(INode node) {
	private static final String COMMA = ",";

	/** Finds the last part of a list in the block of the finding that is written so. */
	static Optional<ListedPart> named(FixContext context, String text) {
		return Parts.smallest(context, Parts.SWAPPED).map(FixContext::node).flatMap(block -> StreamSupport.stream(block.getAsTreeIterable().spliterator(), false)
				.filter(node -> node instanceof ICompositeNode && NodeModelUtils.getTokenText(node).equals(text)).map(ListedPart::widest).filter(ListedPart::isListed)
				.reduce((first, second) -> second));
	}

	/** Finds the part of a list that the finding is about. */
	static Optional<ListedPart> at(FixContext context) {
		ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(context.root(), context.start());
		INode node = leaf;
		while (node != null && (node.getOffset() > context.start() || node.getEndOffset() < context.end())) {
			node = node.getParent();
		}
		return Optional.ofNullable(node).map(ListedPart::widest).filter(ListedPart::isListed);
	}

	/** Climbs while the text stays the same. */
	private static ListedPart widest(INode node) {
		INode at = node;
		while (at.getParent() != null && at.getParent().getOffset() == at.getOffset() && at.getParent().getLength() == at.getLength()) {
			at = at.getParent();
		}
		return new ListedPart(at);
	}

	private boolean isListed() {
		return before().isPresent() || after().isPresent() || first().isPresent();
	}

	private static boolean isHidden(INode node) {
		return node instanceof ILeafNode leaf && leaf.isHidden();
	}

	private Optional<INode> before() {
		INode at = node.getPreviousSibling();
		while (at != null && isHidden(at)) {
			at = at.getPreviousSibling();
		}
		return Optional.ofNullable(at).filter(found -> COMMA.equals(NodeModelUtils.getTokenText(found)));
	}

	private Optional<INode> after() {
		INode at = node.getNextSibling();
		while (at != null && isHidden(at)) {
			at = at.getNextSibling();
		}
		return Optional.ofNullable(at).filter(found -> COMMA.equals(NodeModelUtils.getTokenText(found)));
	}

	/** Finds the line of which this is the only part: a word, and this. */
	private Optional<EObject> first() {
		EObject line = node.getParent() == null ? null : node.getParent().getSemanticElement();
		boolean alone = line != null && before().isEmpty() && after().isEmpty() && Parts.LINES.stream().anyMatch(kind -> kind.isInstance(line));
		return alone && FixContext.node(line).getEndOffset() == node.getEndOffset() ? Optional.of(line) : Optional.empty();
	}

	/** Takes it out with its comma, or with its line when it is the only one there. */
	TextEdit removal(FixContext context) {
		if (first().isPresent()) {
			return context.remove(first().get());
		}
		int from = before().map(INode::getOffset).orElse(node.getOffset());
		int to = before().isPresent() ? node.getEndOffset() : after().map(INode::getEndOffset).orElse(node.getEndOffset());
		boolean space = before().isEmpty() && to < context.text().length() && context.text().charAt(to) == ' ';
		return new TextEdit(from, to - from + (space ? 1 : 0), "");
	}
}
