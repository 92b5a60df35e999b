// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.meterwright.dsl.elaborate.Links;

/** Finds what a name in the text means. */
public final class Definitions {

	private Definitions() {
	}

	/** Returns the declaration that the name at a place means, as elaboration resolved it. */
	public static Optional<EObject> at(Links links, XtextResource resource, int offset) {
		return leaf(resource, offset).flatMap(leaf -> meaning(links, leaf)).or(() -> leaf(resource, offset - 1).flatMap(leaf -> meaning(links, leaf)));
	}

	/** Returns the visible piece of text at a place. */
	public static Optional<ILeafNode> leaf(XtextResource resource, int offset) {
		if (offset < 0 || resource.getParseResult() == null) {
			return Optional.empty();
		}
		return Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset)).filter(leaf -> !leaf.isHidden());
	}

	/** Of the names that the node of a leaf holds, the one whose text covers the leaf. */
	private static Optional<EObject> meaning(Links links, ILeafNode leaf) {
		EObject node = NodeModelUtils.findActualSemanticObjectFor(leaf);
		return links.names().stream().filter(name -> name.node() == node && covers(name, leaf)).findFirst().flatMap(name -> links.target(name.node(), name.feature()));
	}

	private static boolean covers(Links.Name name, ILeafNode leaf) {
		return name.feature() == null || NodeModelUtils.findNodesForFeature(name.node(), name.feature()).stream()
				.anyMatch(text -> text.getOffset() <= leaf.getOffset() && leaf.getEndOffset() <= text.getEndOffset());
	}
}
