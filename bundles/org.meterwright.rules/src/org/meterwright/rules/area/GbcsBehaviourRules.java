// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on how the behaviours behind GBCS's use cases hang together: end of billing, credit expiry, sensitive data, logs, what the HAN reaches. */
public final class GbcsBehaviourRules implements RuleArea {
	/** Script that the HAN runs on an internal object. */
	public static final String HAN_SCRIPT = "MW-GBCS-019";
	/** Disablement that no calendar holds back. */
	public static final String NO_CALENDAR = "MW-GBCS-020";
	/** Disablement without Alert. */
	public static final String SILENT_DISABLEMENT = "MW-GBCS-021";
	/** End of billing without Alert. */
	public static final String SILENT_BILLING = "MW-GBCS-022";
	/** Sensitive data outside their protection. */
	public static final String NOT_SEALED = "MW-GBCS-023";
	/** Active account that is written. */
	public static final String ACTIVE_ACCOUNT = "MW-GBCS-024";
	/** GBCS's masks in another meter. */
	public static final String FOREIGN_MASKS = "MW-GBCS-025";
	/** Bit of another code. */
	public static final String OTHER_BIT = "MW-GBCS-026";
	/** Security event that can be switched off. */
	public static final String SECURITY_SWITCHED = "MW-GBCS-027";
	/** Log of another layout. */
	public static final String LOG_LAYOUT = "MW-GBCS-028";
	/** Activation time without future dating. */
	public static final String NOT_FUTURE_DATED = "MW-GBCS-029";
	/** Billing Alert with other content. */
	public static final String BILLING_CONTENT = "MW-GBCS-030";
	/** Internal object in an Alert to the HAN. */
	public static final String INTERNAL_ALERT = "MW-GBCS-031";

	private static final int BILLING_ALERT = 0x8F0A;
	private static final int DISABLEMENT_ALERT = 0x8F0F;
	private static final int PROTECTION = 30;
	private static final int PROTECTED_OBJECTS = 3;
	private static final int CODE_BITS = 0xFF;
	private static final LogicalName METER_BALANCE = LogicalName.valueOf("0-0:19.10.0*255");
	private static final LogicalName BILLING_LOG = LogicalName.valueOf("0-0:98.1.0*255");
	private static final LogicalName ACCOUNT = LogicalName.valueOf("0-0:19.0.0*255");
	private static final LogicalName SECURITY_LOG = LogicalName.valueOf("0-0:99.98.1*255");
	private static final List<LogicalName> LOGS = Stream.of("0-0:99.98.0*255", "0-0:99.98.1*255", "0-0:99.98.4*255").map(LogicalName::valueOf).toList();
	/** By class the attribute that says when a passive value takes over. */
	private static final Map<Integer, Integer> ACTIVATIONS = Map.of(20, 10, 111, 13, 113, 7, 9000, 6);

	@Override
	public void register(RuleBook book) {
		book.on(ObjectListEntry.class, HAN_SCRIPT, this::hanScript);
		book.on(Reaction.class, NO_CALENDAR, this::noCalendar);
		book.on(Reaction.class, SILENT_DISABLEMENT, this::silentDisablement);
		book.on(Reaction.class, SILENT_BILLING, this::silentBilling);
		book.on(Meter.class, NOT_SEALED, this::notSealed);
		book.on(ObjectListEntry.class, ACTIVE_ACCOUNT, this::activeAccount);
		book.onClass(1, FOREIGN_MASKS, this::foreignMasks);
		book.on(Alert.class, OTHER_BIT, this::otherBit);
		book.on(Alert.class, SECURITY_SWITCHED, this::securitySwitched);
		book.onClass(ClassIds.PROFILE_GENERIC, LOG_LAYOUT, this::logLayout);
		book.on(Meter.class, NOT_FUTURE_DATED, this::notFutureDated);
		book.on(Alert.class, BILLING_CONTENT, this::billingContent);
		book.on(Alert.class, INTERNAL_ALERT, this::internalAlert);
	}

	private static boolean isGbcs(Facts facts) {
		return Companions.of(facts).hasGbcs();
	}

	private void hanScript(ObjectListEntry entry, Facts facts, Report report) {
		Association association = (Association) entry.eContainer();
		if (!Facts.is(entry.getObject(), ClassIds.SCRIPT_TABLE) || !Companions.of(facts).facesHan(association) || !facts.rights(association).calls(entry.getObject(), 1)) {
			return;
		}
		Facts.attribute(entry.getObject(), 2).map(facts::references).orElse(List.of()).stream().flatMap((Reference reference) -> facts.target(reference).stream())
				.filter(CosemObject::isInternal).findFirst().ifPresent(object -> report.on(entry, "%s runs scripts of %s on the HAN, and they reach the internal %s".formatted(
						association.getName(), Facts.label(entry.getObject()), Facts.label(object)), "%s.execute".formatted(entry.getObject().getName())));
	}

	/** Tells whether a reaction switches the supply when the meter balance falls. */
	private static boolean disables(Reaction reaction) {
		return reaction.getTrigger() instanceof ThresholdTrigger trigger && trigger.getMonitored() != null && trigger.getMonitored().getObject() != null
				&& METER_BALANCE.equals(trigger.getMonitored().getObject().getLogicalName())
				&& reaction.getActions().stream().anyMatch(action -> action instanceof ScriptAction || action instanceof MethodAction);
	}

	private void noCalendar(Reaction reaction, Facts facts, Report report) {
		if (isGbcs(facts) && disables(reaction) && reaction.getGuard() == null) {
			report.on(reaction, "%s disables the supply for lack of credit, and no calendar holds it back".formatted(name(reaction)),
					facts.objects().filter(object -> Facts.is(object, ClassIds.SCHEDULE) && object.getName() != null).limit(1).map(CosemObject::getName).toArray(String[]::new));
		}
	}

	private static String name(Reaction reaction) {
		return reaction.getName() == null ? "the reaction" : reaction.getName();
	}

	private static boolean raises(Reaction reaction, int code) {
		return reaction.getActions().stream().anyMatch(action -> action instanceof AlertAction alert && alert.getAlert() != null && alert.getAlert().getCode() == code);
	}

	/** Names the Alert of a code. */
	private static String[] alert(Facts facts, int code) {
		return Companions.of(facts).gbcs().stream().flatMap(companion -> companion.getAlerts().stream()).filter(alert -> alert.getCode() == code).limit(1).map(Alert::getName).toArray(String[]::new);
	}

	private void silentDisablement(Reaction reaction, Facts facts, Report report) {
		if (isGbcs(facts) && disables(reaction) && !raises(reaction, DISABLEMENT_ALERT)) {
			report.on(reaction, "%s disables the supply without the Alert 0x%04X".formatted(name(reaction), DISABLEMENT_ALERT), alert(facts, DISABLEMENT_ALERT));
		}
	}

	private static boolean capturesBilling(Action action) {
		return action instanceof CaptureAction capture && capture.getProfile() != null && BILLING_LOG.equals(capture.getProfile().getLogicalName());
	}

	private void silentBilling(Reaction reaction, Facts facts, Report report) {
		boolean ends = reaction.getTrigger() instanceof ScheduleTrigger && reaction.getActions().stream().anyMatch(GbcsBehaviourRules::capturesBilling);
		if (isGbcs(facts) && ends && !raises(reaction, BILLING_ALERT)) {
			report.on(reaction, "%s ends the billing period without the Alert 0x%04X".formatted(name(reaction), BILLING_ALERT), alert(facts, BILLING_ALERT));
		}
	}

	private void notSealed(Meter meter, Facts facts, Report report) {
		for (Companion companion : Companions.of(facts).gbcs()) {
			for (UseCase useCase : companion.getUseCases()) {
				Optional<CosemObject> seal = useCase.getSteps().stream().filter(step -> step.getClassId() == PROTECTION).findFirst().flatMap(step -> CompanionRules.object(step, facts));
				seal.ifPresent(object -> useCase.getSteps().stream().filter(step -> step.isSensitive() && step.getVerb() == Verb.READ && !covers(object, step, facts)).findFirst()
						.ifPresent(step -> report.on(object, PROTECTED_OBJECTS, "use case %s reads class %d at %s through %s, which does not protect it".formatted(useCase.getName(), step.getClassId(),
								step.getLogicalName(), Facts.label(object)))));
			}
		}
	}

	/** Tells whether a Data protection object protects what a step reads; one whose list is not known may. */
	private static boolean covers(CosemObject seal, UseCaseStep step, Facts facts) {
		List<Reference> list = Facts.attribute(seal, PROTECTED_OBJECTS).map(facts::references).orElse(List.of());
		return list.isEmpty() || list.stream().anyMatch(each -> each.classId() == step.getClassId() && each.logicalName().equals(step.getLogicalName()));
	}

	private void activeAccount(ObjectListEntry entry, Facts facts, Report report) {
		boolean account = isGbcs(facts) && Facts.is(entry.getObject(), ClassIds.ACCOUNT) && ACCOUNT.equals(entry.getObject().getLogicalName());
		Association association = (Association) entry.eContainer();
		if (account && entry.getObject().getAttributes().stream().anyMatch(attribute -> facts.rights(association).writes(entry.getObject(), Facts.index(attribute)))) {
			report.on(entry, "%s may write the active account %s; use cases write the passive one".formatted(association.getName(), Facts.label(entry.getObject())), Proposals.object(entry.getObject()));
		}
	}

	private void foreignMasks(CosemObject object, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		boolean mask = name.a() == 0 && (name.b() == 30 || name.b() == 33) && name.c() == 97 && name.d() == 98;
		if (mask && !isGbcs(facts) && !facts.meter().getCompanions().isEmpty()) {
			report.on(object, "%s has the place of a mask of GBCS Alerts, but the meter does not conform to GBCS".formatted(Facts.label(object)));
		}
	}

	private void otherBit(Alert alert, Facts facts, Report report) {
		int page = alert.getCode() >> 8;
		boolean configurable = alert.getPresence() == Presence.CONFIGURABLE && alert.getBit() >= 0 && (page == 0x80 || page == 0x81);
		if (isGbcs(facts) && configurable && alert.getBit() != (alert.getCode() & CODE_BITS)) {
			report.on(alert, "bit %d switches the Alert 0x%04X %s; it must be bit %d".formatted(alert.getBit(), alert.getCode(), alert.getName(), alert.getCode() & CODE_BITS),
					Integer.toString(alert.getCode() & CODE_BITS));
		}
	}

	private void securitySwitched(Alert alert, Facts facts, Report report) {
		boolean security = alert.getLogs().stream().anyMatch(log -> SECURITY_LOG.equals(log.getLogicalName()));
		if (isGbcs(facts) && security && alert.getPresence() == Presence.CONFIGURABLE) {
			report.on(alert, "the Alert %s stands in the Security Log, and can be switched off".formatted(alert.getName()));
		}
	}

	private void logLayout(CosemObject log, Facts facts, Report report) {
		List<Reference> columns = isGbcs(facts) && LOGS.contains(log.getLogicalName()) ? Facts.attribute(log, 3).map(facts::references).orElse(List.of()) : List.of();
		if (columns.size() >= 2 && !(is(columns.get(0), DataTag.DOUBLE_LONG_UNSIGNED, facts) && is(columns.get(1), DataTag.LONG_UNSIGNED, facts))) {
			report.on(log, 3, "a row of %s must begin with the time as double-long-unsigned and the code as long-unsigned".formatted(Facts.label(log)));
		}
	}

	/** Tells whether a column is of a type; one whose type is not known may be. */
	private static boolean is(Reference column, DataTag tag, Facts facts) {
		Optional<DataType> type = facts.target(column).flatMap(object -> Facts.attribute(object, column.member())).map(attribute -> attribute.getType());
		return type.isEmpty() || !(type.get().bare() instanceof DataType.Simple simple) || simple.tag() == tag;
	}

	private void notFutureDated(Meter meter, Facts facts, Report report) {
		for (Companion companion : Companions.of(facts).all()) {
			companion.getUseCases().stream().filter(useCase -> isGbcs(facts) && !useCase.isFutureDated() && !useCase.getUnspecified().contains("future_dating"))
					.filter(useCase -> useCase.getSteps().stream().anyMatch(GbcsBehaviourRules::activates))
					.forEach(useCase -> report.on(useCase, "%s writes an activation time, but is not future-dated".formatted(useCase.getName())));
		}
	}

	private static boolean activates(UseCaseStep step) {
		return step.getVerb() == Verb.WRITE && ACTIVATIONS.getOrDefault(step.getClassId(), 0) == step.getIndex();
	}

	private void billingContent(Alert alert, Facts facts, Report report) {
		if (!isGbcs(facts) || alert.getCode() != BILLING_ALERT || alert.getColumns().isEmpty()) {
			return;
		}
		boolean newest = alert.getColumns().stream().allMatch(column -> column.getSelection() == Selection.NEWEST && column.getObject() != null
				&& BILLING_LOG.equals(column.getObject().getLogicalName()));
		if (!newest) {
			report.on(alert, "the Alert %s carries something else than the newest entry of the billing log".formatted(alert.getName()),
					facts.objects().filter(object -> BILLING_LOG.equals(object.getLogicalName()) && object.getName() != null).limit(1).map(CosemObject::getName).toArray(String[]::new));
		}
	}

	private void internalAlert(Alert alert, Facts facts, Report report) {
		boolean han = alert.getPush() != null && alert.getPush().getPartner() != null && Companions.of(facts).facesHan(alert.getPush().getPartner());
		alert.getColumns().stream().map(column -> column.getObject()).filter(object -> han && object != null && object.isInternal())
				.forEach(object -> report.on(alert, "the Alert %s carries the internal %s to the HAN".formatted(alert.getName(), Facts.label(object)), GbcsRules.columns(alert.getColumns(), object)));
	}
}
