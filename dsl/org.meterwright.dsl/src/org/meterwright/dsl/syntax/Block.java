// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;

/**
 * A declaration whose members stand in braces, each complete in itself: the grammar has no ambiguity, so members that can be read between
 * these braces by themselves are the only reading in the whole text too.
 *
 * @param members the members, in order of text; the list of the tree
 * @param opening a text that makes any members a complete file
 * @param closing its end
 */
record Block(List<EObject> members, String opening, String closing) {

	/** Returns the members of a declaration that has any. */
	@SuppressWarnings("unchecked")
	static Optional<Block> of(EObject declaration) {
		return switch (declaration) {
			case MeterDecl it -> Optional.of(new Block((List<EObject>) (List<?>) it.getItems(), "meter x {", "}"));
			case LayerDecl it -> Optional.of(new Block(it.getItems(), "extend meter x {", "}"));
			case CompanionDecl it -> Optional.of(new Block(it.getItems(), "companion x {", "}"));
			case DeviceDecl it when !(it.eContainer() instanceof org.meterwright.dsl.cosemDsl.OverrideItem) ->
				Optional.of(new Block((List<EObject>) (List<?>) it.getItems(), "meter x { device x {", "} }"));
			case ObjectDecl it when !(it.eContainer() instanceof RequirementDecl) ->
				Optional.of(new Block((List<EObject>) (List<?>) it.getBody(), "meter x { x: X 0-0:0.0.0*0 {", "} }"));
			default -> Optional.empty();
		};
	}

	/** Returns the members of a file that was read with this opening; nothing when the text between the braces closes them. */
	@SuppressWarnings("unchecked")
	Optional<List<EObject>> members(File file) {
		List<Element> elements = file.getElements();
		if (elements.size() != 1) {
			return Optional.empty();
		}
		if (!closing.equals("} }")) {
			return of(elements.getFirst()).map(Block::members);
		}
		List<?> items = ((MeterDecl) elements.getFirst()).getItems();
		return items.size() == 1 ? of((EObject) items.getFirst()).map(Block::members) : Optional.empty();
	}

	/** Finds the brace after the head of a declaration; a head has none. */
	static Optional<INode> opened(EObject declaration) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
		return node == null ? Optional.empty() : first(node.getAsTreeIterable(), "{");
	}

	/** Finds the brace that ends a declaration. */
	static Optional<INode> closed(EObject declaration) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
		return node == null ? Optional.empty() : first(node.getAsTreeIterable().reverse(), "}");
	}

	private static Optional<INode> first(Iterable<INode> nodes, String brace) {
		for (INode each : nodes) {
			if (each instanceof ILeafNode leaf && leaf.getText().equals(brace)) {
				return Optional.of(leaf);
			}
		}
		return Optional.empty();
	}
}
