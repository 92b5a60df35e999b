// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.List;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Makes triggers of reactions, and columns. */
public final class Triggers {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private Triggers() {
	}

	/** Triggers on events. */
	public static EventTrigger on(Event... events) {
		EventTrigger trigger = FACTORY.createEventTrigger();
		trigger.getEvents().addAll(List.of(events));
		return trigger;
	}

	/** Triggers at times in the notation of the language, such as {@code *-*-01 00:00}. */
	public static ScheduleTrigger every(String... times) {
		ScheduleTrigger trigger = FACTORY.createScheduleTrigger();
		for (String time : times) {
			trigger.getTimes().add(new Value.Octets(CosemDateTime.parse(DataTag.DATE_TIME, time)));
		}
		return trigger;
	}

	/** Triggers when an attribute passes a threshold. */
	public static ThresholdTrigger when(CosemObject object, int attribute, Comparison comparison, Value threshold) {
		ThresholdTrigger trigger = FACTORY.createThresholdTrigger();
		trigger.setMonitored(column(object, attribute));
		trigger.setComparison(comparison);
		trigger.setThreshold(threshold);
		return trigger;
	}

	/** Makes a column: an attribute of an object, whole. */
	public static Column column(CosemObject object, int attribute) {
		Column column = FACTORY.createColumn();
		column.setObject(object);
		column.setAttribute(attribute);
		return column;
	}
}
