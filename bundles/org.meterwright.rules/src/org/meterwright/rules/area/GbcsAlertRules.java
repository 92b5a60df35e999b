// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on the Alerts that GBCS mandates and on the behaviours that its use cases rest on. They hold for meters that conform. */
public final class GbcsAlertRules implements RuleArea {
	/** Mandated Alert that nothing raises. */
	public static final String NO_TRIGGER = "MW-GBCS-007";
	/** Mandated Alert without its log. */
	public static final String NO_LOG = "MW-GBCS-008";
	/** Mandated Alert that reaches nobody. */
	public static final String NO_PATH = "MW-GBCS-009";
	/** Security log can be cleared. */
	public static final String LOG_RESET = "MW-GBCS-013";
	/** Supply scripts missing. */
	public static final String SUPPLY_SCRIPTS = "MW-GBCS-014";
	/** Block thresholds. */
	public static final String BLOCK_THRESHOLDS = "MW-GBCS-015";
	/** Billing calendar. */
	public static final String BILLING_TIMES = "MW-GBCS-016";
	/** Credit expiry does not disable supply. */
	public static final String CREDIT_EXPIRY = "MW-GBCS-017";
	/** End of billing period does not capture. */
	public static final String BILLING_CAPTURE = "MW-GBCS-018";

	/** Mandated event that nothing logs. */
	public static final String NOT_LOGGED = "MW-GBCS-032";

	private static final LogicalName SECURITY_LOG = LogicalName.valueOf("0-0:99.98.1*255");
	private static final LogicalName SUPPLY_TABLE = LogicalName.valueOf("0-0:10.0.106*255");
	private static final LogicalName BILLING_CALENDAR = LogicalName.valueOf("0-0:15.0.0*255");
	private static final LogicalName BILLING_LOG = LogicalName.valueOf("0-0:98.1.0*255");
	private static final LogicalName METER_BALANCE = LogicalName.valueOf("0-0:19.10.0*255");
	private static final Groups BLOCK_MONITOR = Groups.of("0-0:16.0.e");
	private static final List<Integer> SUPPLY_SCRIPT_IDS = List.of(51, 52, 54);
	private static final int BLOCKS = 3;
	private static final int MOST_BILLING_TIMES = 4;

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, NO_TRIGGER, this::noTrigger);
		book.on(Meter.class, NO_LOG, this::noLog);
		book.on(Meter.class, NOT_LOGGED, this::notLogged);
		book.on(Meter.class, NO_PATH, this::noPath);
		book.onClass(ClassIds.PROFILE_GENERIC, LOG_RESET, this::logReset);
		book.onClass(ClassIds.SCRIPT_TABLE, SUPPLY_SCRIPTS, this::supplyScripts);
		book.onClass(ClassIds.REGISTER_MONITOR, BLOCK_THRESHOLDS, this::blockThresholds);
		book.onClass(ClassIds.SINGLE_ACTION_SCHEDULE, BILLING_TIMES, this::billingTimes);
		book.onClass(ClassIds.CREDIT, CREDIT_EXPIRY, this::creditExpiry);
		book.onClass(ClassIds.PROFILE_GENERIC, BILLING_CAPTURE, this::billingCapture);
	}

	/** Tells whether the meter must send an Alert: it cannot be switched off, or it is mandated and goes to the WAN. */
	private static boolean isMandated(Alert alert) {
		return alert.isAlways() || alert.getPresence() == Presence.MANDATED && alert.getSides().contains(Side.WAN);
	}

	/** Calls a check with each Alert that GBCS mandates, and the meter's Alert of that code. */
	private static void eachMandated(Meter meter, Facts facts, BiConsumer<Alert, Optional<Alert>> check) {
		Companions.of(facts).gbcs().stream().flatMap(companion -> companion.getAlerts().stream()).filter(GbcsAlertRules::isMandated).forEach(mandated -> check
				.accept(mandated, meter.getAlerts().stream().filter(alert -> alert.getCode() == mandated.getCode()).findFirst()));
	}

	private static Element place(Meter meter, Optional<Alert> alert) {
		return alert.map(Element.class::cast).orElse(meter);
	}

	private static List<Reaction> reactions(Optional<Alert> alert, Facts facts) {
		return alert.map(Raises.of(facts)::of).orElse(List.of());
	}

	private void noTrigger(Meter meter, Facts facts, Report report) {
		eachMandated(meter, facts, (mandated, own) -> {
			if (reactions(own, facts).isEmpty()) {
				report.on(place(meter, own), "nothing raises the mandated Alert 0x%04X %s".formatted(mandated.getCode(), mandated.getName()),
						mandated.getName());
			}
		});
	}

	private void noLog(Meter meter, Facts facts, Report report) {
		eachMandated(meter, facts, (mandated, own) -> {
			for (Reaction reaction : reactions(own, facts)) {
				Set<CosemObject> logged = Uses.actions(reaction).filter(LogAction.class::isInstance).map(action -> ((LogAction) action).getLog())
						.collect(Collectors.toSet());
				own.orElseThrow().getLogs().stream().filter(log -> !logged.contains(log)).forEach(log -> report.on(reaction,
						"%s raises the mandated Alert 0x%04X %s without an entry in %s".formatted(reaction.getName(), mandated.getCode(),
								mandated.getName(), Facts.label(log)), Proposals.object(log)));
			}
		});
	}

	private void noPath(Meter meter, Facts facts, Report report) {
		eachMandated(meter, facts, (mandated, own) -> {
			boolean pushed = own.filter(alert -> alert.getPush() != null && alert.getPush().getPartner() != null).isPresent();
			boolean reached = mandated.getRecipients().stream().anyMatch(role -> EventRules.reaches(role, facts));
			if (!pushed && !reached && !mandated.getRecipients().isEmpty()) {
				report.on(place(meter, own), "the mandated Alert 0x%04X %s reaches none of %s: no association is for that role".formatted(
						mandated.getCode(), mandated.getName(), mandated.getRecipients().stream().map(Role::getName).toList()));
			}
		});
	}

	/** What is mandated and does not leave the meter must be logged: some reaction logs that code, or raises the Alert, which brings its log. */
	private void notLogged(Meter meter, Facts facts, Report report) {
		Set<Integer> logged = facts.once(NOT_LOGGED, () -> Logged.codes(meter));
		Companions.of(facts).gbcs().stream().flatMap(companion -> companion.getAlerts().stream())
				.filter(alert -> alert.getPresence() == Presence.MANDATED && !isMandated(alert) && !alert.getLogs().isEmpty() && !logged.contains(alert.getCode()))
				.forEach(alert -> report.on(meter, "nothing logs the mandated event 0x%04X %s".formatted(alert.getCode(), alert.getName()), alert.getName()));
	}

	private static boolean is(CosemObject object, LogicalName name, Facts facts) {
		return Companions.of(facts).hasGbcs() && object.getLogicalName().equals(name);
	}

	private void logReset(CosemObject log, Facts facts, Report report) {
		if (is(log, SECURITY_LOG, facts)) {
			facts.associations().filter(association -> facts.rights(association).calls(log, 1)).forEach(association -> report.on(log,
					"%s can clear the Security Log; no use case does".formatted(association.getName()), String.valueOf(association.getName()),
					"%s.%s".formatted(log.getName(), Proposals.method(log, 1))));
		}
	}

	private void supplyScripts(CosemObject table, Facts facts, Report report) {
		List<Integer> missing = SUPPLY_SCRIPT_IDS.stream().filter(id -> !Scripts.has(table, id, facts)).toList();
		if (is(table, SUPPLY_TABLE, facts) && !missing.isEmpty()) {
			report.on(table, 2, "%s lacks the supply scripts %s (51 enable, 52 disable, 54 arm)".formatted(Facts.label(table), missing), scripts(table, missing));
		}
	}

	/** Writes the scripts that are missing; nothing where the meter has no switch. */
	private static String[] scripts(CosemObject table, List<Integer> missing) {
		String[] supply = Proposals.first(table, ClassIds.DISCONNECT_CONTROL);
		Map<Integer, String> lines = Map.of(51, "script enable = 51 { call %s.remote_reconnect(0) }", 52, "script disable = 52 { call %s.remote_disconnect(0) }", 54,
				"script arm = 54 { set %s.control_state = ready_for_reconnection }");
		return supply.length == 0 ? supply : missing.stream().map(id -> lines.get(id).formatted(supply[0])).toArray(String[]::new);
	}

	private void blockThresholds(CosemObject monitor, Facts facts, Report report) {
		LogicalName name = monitor.getLogicalName();
		boolean block = Companions.of(facts).hasGbcs() && BLOCK_MONITOR.matches(name) && name.e() >= 11 && name.e() <= 18;
		if (block && Facts.value(monitor, 2).isPresent() && Facts.elements(monitor, 2).size() != BLOCKS) {
			report.on(monitor, 2, "%s holds %d block thresholds instead of 3".formatted(Facts.label(monitor), Facts.elements(monitor, 2).size()));
		}
	}

	private void billingTimes(CosemObject calendar, Facts facts, Report report) {
		List<TypedValue> times = Facts.elements(calendar, 4);
		if (is(calendar, BILLING_CALENDAR, facts) && times.size() > MOST_BILLING_TIMES) {
			report.on(calendar, 4, "the billing calendar holds %d times instead of 1 to 4".formatted(times.size()), Integer.toString(times.size() - 1));
		}
	}

	private void creditExpiry(CosemObject credit, Facts facts, Report report) {
		if (!is(credit, METER_BALANCE, facts)) {
			return;
		}
		boolean disables = facts.meter().getReactions().stream()
				.filter(reaction -> reaction.getTrigger() instanceof ThresholdTrigger trigger && trigger.getMonitored() != null
						&& trigger.getMonitored().getObject() == credit)
				.flatMap(reaction -> reaction.getActions().stream()).anyMatch(action -> action instanceof ScriptAction || action instanceof MethodAction);
		if (!disables) {
			report.on(credit, "nothing disables the supply when %s is used up".formatted(Facts.label(credit)));
		}
	}

	private void billingCapture(CosemObject log, Facts facts, Report report) {
		if (!is(log, BILLING_LOG, facts)) {
			return;
		}
		boolean captured = facts.meter().getReactions().stream().filter(reaction -> reaction.getTrigger() instanceof ScheduleTrigger)
				.flatMap(Uses::actions).anyMatch(action -> action instanceof CaptureAction capture && capture.getProfile() == log
						|| action instanceof MethodAction call && call.getObject() == log);
		if (!captured) {
			report.on(log, "no schedule captures into %s at the end of a billing period".formatted(Facts.label(log)));
		}
	}
}
