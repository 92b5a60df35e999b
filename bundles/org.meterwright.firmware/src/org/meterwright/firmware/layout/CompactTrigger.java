// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

/**
 * A trigger row: log, alert and push in the row itself when they come in this order and nothing else does; else all steps in a block.
 *
 * @param log      number of the log in the list of logs, or none
 * @param argument whether the log's argument is the alert's code
 * @param alert    alert code, or none
 * @param push     number of the push, or none
 * @param carries  whether the push carries the alert
 * @param rest     steps that do not fit into the row
 */
record CompactTrigger(int log, boolean argument, int alert, int push, boolean carries, List<Triggers.Step> rest) {
	/** No log or push in a row. */
	static final int NONE = 0x7F;
	/** Instead of a log: the steps stand in a block. */
	static final int IN_BLOCK = 0x7E;

	/** Puts everything into the row, or everything into a block. */
	static CompactTrigger of(Triggers.Trigger trigger, List<Integer> logs) {
		CompactTrigger row = row(trigger.steps(), logs);
		boolean fits = row.rest().isEmpty() && trigger.guard() == Triggers.NONE;
		return fits ? row : new CompactTrigger(IN_BLOCK, false, Triggers.NONE, NONE, false, trigger.steps());
	}

	private static CompactTrigger row(List<Triggers.Step> steps, List<Integer> logs) {
		int at = 0;
		int log = NONE;
		boolean argument = false;
		if (at < steps.size() && steps.get(at).op() == Triggers.Op.LOG && logs.contains(steps.get(at).target()) && isPlain(steps.get(at), steps, at)) {
			log = logs.indexOf(steps.get(at).target());
			argument = steps.get(at++).param() instanceof Triggers.AlertCode;
		}
		int alert = Triggers.NONE;
		if (at < steps.size() && steps.get(at).op() == Triggers.Op.ALERT) {
			alert = steps.get(at++).target();
		}
		int push = NONE;
		boolean carries = false;
		if (at < steps.size() && steps.get(at).op() == Triggers.Op.PUSH && steps.get(at).target() < NONE) {
			push = steps.get(at).target();
			carries = steps.get(at++).index() == 1;
		}
		return new CompactTrigger(log, argument, alert, push, carries, steps.subList(at, steps.size()));
	}

	/** Tells whether the steps, or a guard, stand in a block. */
	boolean isInBlock() {
		return log == IN_BLOCK;
	}

	/** Tells whether a log may stand in the row itself. */
	static boolean isShort(Triggers.Step log) {
		return log.param() instanceof Triggers.NoParam || log.param() instanceof Triggers.AlertCode;
	}

	/** Tells whether a log needs no argument, or the code of the alert that follows it at once. */
	private static boolean isPlain(Triggers.Step log, List<Triggers.Step> steps, int at) {
		return switch (log.param()) {
			case Triggers.NoParam none -> true;
			case Triggers.AlertCode code -> at + 1 < steps.size() && steps.get(at + 1).op() == Triggers.Op.ALERT;
			default -> false;
		};
	}
}
