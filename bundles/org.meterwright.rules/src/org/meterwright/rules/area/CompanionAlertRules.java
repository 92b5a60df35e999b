// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on Alerts that companions declare: what the meter makes of them. */
public final class CompanionAlertRules implements RuleArea {
	/** Criticality changed. */
	public static final String CRITICALITY = "MW-COMP-016";
	/** Recipient that is not allowed. */
	public static final String RECIPIENT = "MW-COMP-017";
	/** Other message. */
	public static final String MESSAGE = "MW-COMP-018";
	/** Alert that must not be switched off. */
	public static final String SWITCHED = "MW-COMP-019";
	/** Mask without room. */
	public static final String MASK = "MW-COMP-020";
	/** Other log. */
	public static final String OTHER_LOG = "MW-COMP-021";
	/** Other side. */
	public static final String OTHER_SIDE = "MW-COMP-022";
	/** Code of another Alert. */
	public static final String CODE_TAKEN = "MW-COMP-028";

	@Override
	public void register(RuleBook book) {
		book.on(Alert.class, CRITICALITY, this::criticality);
		book.on(Alert.class, RECIPIENT, this::recipient);
		book.on(Alert.class, MESSAGE, this::message);
		book.on(Alert.class, SWITCHED, this::switched);
		book.on(Meter.class, MASK, this::mask);
		book.on(Reaction.class, OTHER_LOG, this::otherLog);
		book.on(Alert.class, OTHER_SIDE, this::otherSide);
		book.on(Alert.class, CODE_TAKEN, this::codeTaken);
	}

	/** Finds what companions say of an Alert code. */
	private static Optional<Alert> declared(Alert alert, Facts facts) {
		Map<Integer, Alert> byCode = facts.once(CompanionAlertRules.class, () -> {
			Map<Integer, Alert> map = new HashMap<>();
			Companions.of(facts).all().stream().flatMap((Companion companion) -> companion.getAlerts().stream()).forEach(each -> map.putIfAbsent(each.getCode(), each));
			return map;
		});
		return Optional.ofNullable(byCode.get(alert.getCode()));
	}

	private static boolean says(Alert declared, String facet) {
		return !declared.getUnspecified().contains(facet);
	}

	private void criticality(Alert alert, Facts facts, Report report) {
		declared(alert, facts).filter(declared -> says(declared, "critical") && declared.isCritical() != alert.isCritical())
				.ifPresent(declared -> report.on(alert, "%s is %sCritical, but the companion says it is %sCritical".formatted(alert.getName(), alert.isCritical() ? "" : "not ",
						declared.isCritical() ? "" : "not "), declared.isCritical() ? new String[] { "critical" } : new String[0]));
	}

	private static Set<String> names(List<Role> roles) {
		return roles.stream().map(Role::getName).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	private void recipient(Alert alert, Facts facts, Report report) {
		Optional<Alert> declared = declared(alert, facts).filter(each -> says(each, "recipients") && !each.getRecipients().isEmpty());
		declared.ifPresent(each -> alert.getRecipients().stream().filter(role -> !names(each.getRecipients()).contains(role.getName()))
				.forEach(role -> report.on(alert, "the Alert %s goes to %s; the companion sends it to %s".formatted(alert.getName(), role.getName(),
						each.getRecipients().stream().map(Role::getName).collect(Collectors.joining(", "))), role.getName())));
	}

	private void message(Alert alert, Facts facts, Report report) {
		declared(alert, facts).filter(declared -> declared.getMessage() >= 0 && alert.getMessage() >= 0 && declared.getMessage() != alert.getMessage())
				.ifPresent(declared -> report.on(alert, "the Alert %s goes in message 0x%04X; the companion sends it in 0x%04X".formatted(alert.getName(), alert.getMessage(),
						declared.getMessage()), "0x%04X".formatted(declared.getMessage())));
	}

	private void switched(Alert alert, Facts facts, Report report) {
		boolean always = declared(alert, facts).filter(declared -> declared.isAlways() && says(declared, "always") && declared.getPresence() != Presence.CONFIGURABLE).isPresent();
		if (always && (!alert.isAlways() || alert.getPresence() == Presence.CONFIGURABLE)) {
			report.on(alert, "the Alert %s can be switched off; the companion keeps it always on".formatted(alert.getName()));
		}
	}

	private void mask(Meter meter, Facts facts, Report report) {
		for (Companion companion : Companions.of(facts).all()) {
			for (Alert alert : companion.getAlerts()) {
				alert.getMasks().stream().filter(mask -> alert.getBit() >= 0 && bits(mask) <= alert.getBit()).findFirst().ifPresent(mask -> report.on(mask, 2,
						"%s has %d bits, and bit %d switches the Alert %s".formatted(Facts.label(mask), bits(mask), alert.getBit(), alert.getName())));
			}
		}
	}

	/** Returns how many bits a mask has; as many as wanted where its length is not known. */
	private static int bits(CosemObject mask) {
		Optional<Attribute> value = Facts.attribute(mask, 2);
		if (value.map(Attribute::getValue).orElse(null) instanceof Value.Bits bits) {
			return bits.bits().length();
		}
		return value.map(Attribute::getType).filter(DataType.Simple.class::isInstance).map(type -> ((DataType.Simple) type).size())
				.filter(size -> size.upper() > 0).map(size -> (int) Math.min(Integer.MAX_VALUE, size.upper())).orElse(Integer.MAX_VALUE);
	}

	private void otherLog(Reaction reaction, Facts facts, Report report) {
		for (Alert alert : EventRules.alerts(reaction)) {
			Optional<Alert> declared = declared(alert, facts).filter(each -> says(each, "logs") && !each.getLogs().isEmpty());
			if (declared.isPresent()) {
				Uses.actions(reaction).filter(LogAction.class::isInstance).map(action -> ((LogAction) action).getLog()).filter(log -> !declared.get().getLogs().contains(log))
						.forEach(log -> report.on(reaction, "%s logs the Alert %s in %s; the companion logs it in %s".formatted(reaction.getName(), alert.getName(), Facts.label(log),
								declared.get().getLogs().stream().map(Facts::label).collect(Collectors.joining(", "))), String.valueOf(log.getName()),
								String.valueOf(declared.get().getLogs().get(0).getName())));
			}
		}
	}

	private void otherSide(Alert alert, Facts facts, Report report) {
		Optional<Alert> declared = declared(alert, facts).filter(each -> !each.getSides().isEmpty());
		Optional<Side> side = Optional.ofNullable(alert.getPush()).map(push -> push.getPartner()).map(partner -> partner.getRole()).map(Role::getSide)
				.filter(found -> found != Side.UNSPECIFIED);
		if (declared.isPresent() && side.isPresent() && !declared.get().getSides().contains(side.get())) {
			report.on(alert, "the Alert %s goes to the %s by %s; the companion sends it to the %s only".formatted(alert.getName(), side.get().getLiteral(), alert.getPush().getName(),
					declared.get().getSides().stream().map(Side::getLiteral).collect(Collectors.joining(" and the "))));
		}
	}

	private static Set<Integer> taken(Facts facts) {
		return Stream.concat(facts.meter().getAlerts().stream(), Companions.of(facts).all().stream().flatMap(companion -> companion.getAlerts().stream())).map(Alert::getCode)
				.collect(Collectors.toSet());
	}

	private void codeTaken(Alert alert, Facts facts, Report report) {
		declared(alert, facts).filter(declared -> !EventRules.isCompanions(alert)).ifPresent(declared -> report.on(alert,
				"the code 0x%04X of %s is that of the companion's Alert %s".formatted(alert.getCode(), alert.getName(), declared.getName()),
				Proposals.code(taken(facts), alert.getCode())));
	}
}
