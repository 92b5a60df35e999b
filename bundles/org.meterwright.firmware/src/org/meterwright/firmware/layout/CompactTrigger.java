// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

/**
 * A trigger row: log, alert and push in the row itself when they come in this order, everything else as further steps.
 *
 * @param log      number of the log in the list of logs, or none
 * @param argument whether the log's argument is the alert's code
 * @param alert    alert code, or none
 * @param push     number of the push, or none
 * @param carries  whether the push carries the alert
 * @param rest     steps that follow
 */
record CompactTrigger(int log, boolean argument, int alert, int push, boolean carries, List<Triggers.Step> rest) {

	static CompactTrigger of(Triggers.Trigger trigger, List<Integer> logs) {
		List<Triggers.Step> steps = trigger.steps();
		int at = 0;
		int log = Triggers.NONE8;
		boolean argument = false;
		if (at < steps.size() && steps.get(at).op() == Triggers.Op.LOG && logs.contains(steps.get(at).target()) && isPlain(steps.get(at), steps, at)) {
			log = logs.indexOf(steps.get(at).target());
			argument = steps.get(at++).param() instanceof Triggers.AlertCode;
		}
		int alert = Triggers.NONE;
		if (at < steps.size() && steps.get(at).op() == Triggers.Op.ALERT) {
			alert = steps.get(at++).target();
		}
		int push = Triggers.NONE8;
		boolean carries = false;
		if (at < steps.size() && steps.get(at).op() == Triggers.Op.PUSH && steps.get(at).target() < Triggers.NONE8) {
			push = steps.get(at).target();
			carries = steps.get(at++).index() == 1;
		}
		return new CompactTrigger(log, argument, alert, push, carries, steps.subList(at, steps.size()));
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
