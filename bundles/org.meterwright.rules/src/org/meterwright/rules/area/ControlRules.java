// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on Disconnect control (class 70). */
public final class ControlRules implements RuleArea {
	/** Always connected, yet something disconnects. */
	public static final String ALWAYS_CONNECTED = "MW-CTRL-001";
	/** Output against state. */
	public static final String STATE = "MW-CTRL-002";
	/** Anybody who knows a password may disconnect. */
	public static final String OPEN_DISCONNECT = "MW-CTRL-003";
	/** Nothing reconnects. */
	public static final String NO_RECONNECT = "MW-CTRL-004";

	private static final int OUTPUT_STATE = 2;
	private static final int CONTROL_STATE = 3;
	private static final int CONTROL_MODE = 4;
	private static final int DISCONNECT = 1;
	private static final int RECONNECT = 2;
	private static final int CONNECTED = 1;
	private static final int LOW_LEVEL = 1;

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.DISCONNECT_CONTROL, ALWAYS_CONNECTED, this::alwaysConnected);
		book.onClass(ClassIds.DISCONNECT_CONTROL, STATE, this::state);
		book.onClass(ClassIds.DISCONNECT_CONTROL, OPEN_DISCONNECT, this::openDisconnect);
		book.onClass(ClassIds.DISCONNECT_CONTROL, NO_RECONNECT, this::noReconnect);
	}

	private static Optional<Long> mode(CosemObject control) {
		return Facts.number(control, CONTROL_MODE);
	}

	private void alwaysConnected(CosemObject control, Facts facts, Report report) {
		if (mode(control).filter(mode -> mode == 0).isPresent() && Uses.of(facts).calls(control, DISCONNECT)) {
			report.on(control, CONTROL_MODE, "%s is always connected in mode 0, but something calls remote_disconnect".formatted(
					Facts.label(control)));
		}
	}

	private void state(CosemObject control, Facts facts, Report report) {
		Optional<Boolean> output = Facts.value(control, OUTPUT_STATE).map(value -> value.value() instanceof Value.Bool bool && bool.value());
		Optional<Boolean> connected = Facts.number(control, CONTROL_STATE).map(state -> state == CONNECTED);
		if (output.isPresent() && connected.isPresent() && !output.equals(connected)) {
			report.on(control, CONTROL_STATE, "%s begins with output_state and control_state that contradict each other".formatted(
					Facts.label(control)), output.get() ? "connected" : "disconnected");
		}
	}

	private void openDisconnect(CosemObject control, Facts facts, Report report) {
		for (Association association : facts.associations().toList()) {
			if (association.getMechanism() == LOW_LEVEL && facts.rights(association).calls(control, DISCONNECT)) {
				report.on(control, "%s can switch off the supply with nothing but a password".formatted(association.getName()),
						association.getName(), "%s.remote_disconnect".formatted(control.getName()));
			}
		}
	}

	private void noReconnect(CosemObject control, Facts facts, Report report) {
		boolean switched = mode(control).filter(mode -> mode > 0).isPresent();
		boolean reachable = facts.associations().anyMatch(association -> facts.rights(association).writes(control, CONTROL_STATE));
		Uses uses = Uses.of(facts);
		if (switched && !reachable && uses.calls(control, DISCONNECT) && !uses.calls(control, RECONNECT)) {
			report.on(control, "something disconnects %s, but nothing ever reconnects it".formatted(Facts.label(control)));
		}
	}
}
