// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.FirmwareException;

/** Turns triggers into numbers: ways over thresholds, and rows for reactions that no object implements. */
final class ThresholdRows {
	private static final int LIMITER = 71;
	private static final int UP = 1;
	private static final int EQUAL_IS_ABOVE = 2;
	private static final int NUMBER = 16;
	private static final int HOUR = 5;
	private static final int DEVIATION = 9;

	private ThresholdRows() {
	}

	/** Tells which ways a reaction begins and ends. A Register monitor with hysteresis has two thresholds, the lower one first. */
	static int[] ways(Reaction reaction) {
		if (!(reaction.getTrigger() instanceof ThresholdTrigger trigger)) {
			return new int[] { 0, 0 };
		}
		boolean rises = trigger.getComparison() == Comparison.GREATER || trigger.getComparison() == Comparison.GREATER_OR_EQUAL;
		boolean above = trigger.getComparison() == Comparison.LESS || trigger.getComparison() == Comparison.GREATER_OR_EQUAL;
		boolean two = trigger.getBackThreshold() != null && reaction.getObject() != null && CosemObjects.classId(reaction.getObject()) != LIMITER;
		int begins = (rises ? UP : 0) | (above ? EQUAL_IS_ABOVE : 0) | (two && rises ? NUMBER : 0);
		int equal = two ? rises ? 0 : EQUAL_IS_ABOVE : above ? EQUAL_IS_ABOVE : 0;
		int ends = (rises ? 0 : UP) | equal | (two && !rises ? NUMBER : 0);
		return new int[] { begins, ends };
	}

	/** Makes the row of a reaction without an object. */
	static Triggers.Threshold of(Reaction reaction, ObjectOrder order) {
		return switch (reaction.getTrigger()) {
			case ThresholdTrigger trigger -> threshold(reaction, trigger, order);
			case ScheduleTrigger trigger -> new Triggers.Threshold(Optional.empty(), 0, Axdr.encode(times(trigger)), Bytes.EMPTY,
					new long[] { 0, 0 }, reaction);
			case null, default -> throw new FirmwareException(Text.of("reaction %s has no trigger that tables have a row for", reaction.getName()), reaction);
		};
	}

	/** Codes date-times of 12 octets as execution_time of class 22 has them: {time, date}. */
	private static Value times(ScheduleTrigger trigger) {
		List<Value> times = trigger.getTimes().stream().filter(Value.Octets.class::isInstance).map(time -> ((Value.Octets) time).bytes())
				.map(time -> (Value) new Value.Structure(List.of(new Value.Octets(time.slice(HOUR, DEVIATION)), new Value.Octets(time.slice(0, HOUR))))).toList();
		return new Value.Array(times);
	}

	private static Triggers.Threshold threshold(Reaction reaction, ThresholdTrigger trigger, ObjectOrder order) {
		Column monitored = trigger.getMonitored();
		if (monitored == null || trigger.getThreshold() == null) {
			throw new FirmwareException(Text.of("reaction %s has no object that implements it, and says neither what is watched nor its threshold", reaction.getName()), reaction);
		}
		Bytes back = trigger.getBackThreshold() == null ? Bytes.EMPTY : Axdr.encode(trigger.getBackThreshold());
		return new Triggers.Threshold(Optional.of(new Descriptor.Reference(order.number(monitored.getObject()), monitored.getAttribute(), monitored.getDataIndex())),
				trigger.getComparison().getValue(), Axdr.encode(trigger.getThreshold()), back, new long[] { trigger.getDuration(), trigger.getBackDuration() }, reaction);
	}
}
