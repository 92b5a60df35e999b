// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;

/** An array whose elements are brought into the order of a field; what stands between them stays where it is. */
final class SortedPart {
	private SortedPart() {
	}

	/**
	 * Sorts an array by a field of its elements; nothing where two elements are alike in it, since then no order is the right one.
	 *
	 * @param order path of the array and, behind a space, the field
	 */
	static Optional<TextEdit> edit(FixContext context, AttributeLine line, String order) {
		int space = order.indexOf(' ');
		return ValuePart.at(line, order.substring(0, space)).filter(ListValue.class::isInstance).map(ListValue.class::cast)
				.filter(list -> list.getItems().stream().map(item -> key(item, order.substring(space + 1))).distinct().count() == list.getItems().size())
				.map(list -> sorted(context, list.getItems(), order.substring(space + 1)));
	}

	private static TextEdit sorted(FixContext context, List<ValueExpr> items, String field) {
		List<ValueExpr> inOrder = items.stream().sorted(Comparator.comparing(item -> key(item, field))).toList();
		int from = FixContext.node(items.getFirst()).getOffset();
		int at = from;
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < items.size(); i++) {
			text.append(context.text(), at, FixContext.node(items.get(i)).getOffset()).append(text(context, inOrder.get(i)));
			at = FixContext.node(items.get(i)).getEndOffset();
		}
		return new TextEdit(from, at - from, text.toString());
	}

	private static String text(FixContext context, ValueExpr item) {
		return context.text().substring(FixContext.node(item).getOffset(), FixContext.node(item).getEndOffset());
	}

	/** Times have two digits for the hour, so that their text has their order. */
	private static String key(ValueExpr item, String field) {
		return ValuePart.step(item, field).map(FixContext::node).map(NodeModelUtils::getTokenText).orElse("");
	}
}
