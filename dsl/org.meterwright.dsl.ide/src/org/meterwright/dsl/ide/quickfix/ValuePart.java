// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Optional;

import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.FieldValue;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;

/** A part of the value of an attribute, by its path: the elements of arrays count from 0, the fields of structures have names, as in {@code 2.actions.0.index}. */
final class ValuePart {
	private ValuePart() {
	}

	/**
	 * Changes a part of a value.
	 *
	 * @param change a path and, behind a space, what to write there; a path alone takes the part out
	 */
	static Optional<TextEdit> edit(FixContext context, AttributeLine line, String change) {
		int space = change.indexOf(' ');
		Optional<INode> node = at(line, space < 0 ? change : change.substring(0, space)).map(FixContext::node);
		return space < 0 ? node.map(ListedPart::new).map(listed -> listed.removal(context)) : node.map(found -> FixContext.replace(found, change.substring(space + 1)));
	}

	/** Finds the part of a path. */
	static Optional<ValueExpr> at(AttributeLine line, String path) {
		Optional<ValueExpr> part = Optional.ofNullable(line.getValue());
		for (String step : path.split("\\.")) {
			part = part.flatMap(value -> step(value, step));
		}
		return part;
	}

	/** Finds the element or the field that a step of a path tells. */
	static Optional<ValueExpr> step(ValueExpr value, String step) {
		return switch (value) {
			case ListValue list when step.matches("\\d{1,6}") -> list.getItems().stream().skip(Integer.parseInt(step)).findFirst();
			case StructValue structure -> structure.getFields().stream().filter(field -> step.equals(field.getName())).map(FieldValue::getValue).findFirst();
			default -> Optional.empty();
		};
	}
}
