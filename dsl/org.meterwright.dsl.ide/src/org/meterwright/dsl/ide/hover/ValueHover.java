// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.words.TimeWords;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.TemporalValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;

/** Says in words what a value in the text means. */
final class ValueHover {
	private ValueHover() {
	}

	/** Says a date or time; nothing: the node is none, or it is wrong. */
	static Optional<String> time(EObject node) {
		if (!(node instanceof TemporalValue value)) {
			return Optional.empty();
		}
		String date = value.getDate() == null ? "" : value.getDate();
		String time = value.getTime() == null ? "" : value.getTime();
		DataTag kind = date.isEmpty() ? DataTag.TIME : time.isEmpty() ? DataTag.DATE : DataTag.DATE_TIME;
		String text = "%s %s".formatted(date, time).strip();
		try {
			return TimeWords.of(kind, CosemDateTime.parse(kind, text)).map(words -> "%s: %s".formatted(text, words));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** Finds the line of the attribute that a value is written to; nothing: the node is no value of one. */
	static Optional<AttributeLine> line(EObject node) {
		boolean value = node != null && EcoreUtil2.getContainerOfType(node, ValueExpr.class) != null;
		return value ? Optional.ofNullable(EcoreUtil2.getContainerOfType(node, AttributeLine.class)) : Optional.empty();
	}
}
