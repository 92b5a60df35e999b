// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ITextRegionWithLineInformation;
import org.meterwright.cosem.value.Origin;

/** Places from the node model of a parsed text. */
public final class NodePlaces implements Places {

	@Override
	public Origin place(String file, EObject node, String kind) {
		ICompositeNode text = NodeModelUtils.findActualNodeFor(node);
		return text == null ? new Origin(file, 1, 0, 0, kind) : origin(file, text, kind);
	}

	@Override
	public Origin place(String file, EObject node, EStructuralFeature feature, int index) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(node, feature);
		return nodes.isEmpty() ? place(file, node, "written") : origin(file, nodes.get(Math.clamp(index, 0, nodes.size() - 1)), "written");
	}

	private static Origin origin(String file, INode node, String kind) {
		ITextRegionWithLineInformation region = node.getTextRegionWithLineInformation();
		return new Origin(file, region.getLineNumber(), region.getOffset(), region.getLength(), kind);
	}

	@Override
	public Optional<String> documentation(EObject node) {
		ICompositeNode text = NodeModelUtils.getNode(node);
		if (text == null) {
			return Optional.empty();
		}
		String last = null;
		for (ILeafNode leaf : text.getLeafNodes()) {
			if (!leaf.isHidden()) {
				break;
			}
			if (leaf.getText().startsWith("/**") && leaf.getText().length() > 4) {
				last = leaf.getText();
			}
		}
		return Optional.ofNullable(last).map(DocComment::text);
	}
}
