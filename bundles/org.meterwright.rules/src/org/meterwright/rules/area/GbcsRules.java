// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.Rights;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules from the introduction of GBCS: what is Critical, what is internal, which devices are served. They hold for meters that conform. */
public final class GbcsRules implements RuleArea {
	/** Critical command of the maker's. */
	public static final String CRITICAL_COMMAND = "MW-GBCS-001";
	/** Critical Alert of the maker's. */
	public static final String CRITICAL_ALERT = "MW-GBCS-002";
	/** Internal object in a list that faces the HAN. */
	public static final String INTERNAL_LISTED = "MW-GBCS-003";
	/** Internal object in a profile that the HAN reads. */
	public static final String INTERNAL_CAPTURED = "MW-GBCS-004";
	/** Internal object in a push to the HAN. */
	public static final String INTERNAL_PUSHED = "MW-GBCS-005";
	/** DLMS server on another device. */
	public static final String DEVICE_TYPE = "MW-GBCS-006";
	/** Alert code that is never Critical. */
	public static final String NEVER_CRITICAL = "MW-GBCS-010";
	/** Two associations of one role. */
	public static final String ROLE_TWICE = "MW-GBCS-011";
	/** Objects of no use case. */
	public static final String NO_USE_CASE = "MW-GBCS-012";

	private static final Set<String> SERVED = Set.of("ESME", "CHF");
	private static final Set<Integer> NON_CRITICAL_PAGES = Set.of(0x80, 0x81);
	private static final int BUFFER = 2;
	private static final int CAPTURE_OBJECTS = 3;
	/** Objects that every logical device has, whoever uses it. */
	private static final Set<Integer> INFRASTRUCTURE = Set.of(ClassIds.ASSOCIATION_LN, ClassIds.ASSOCIATION_SN, 17, ClassIds.SECURITY_SETUP);
	private static final int DEVICE_NAME_C = 42;
	private static final int SECURITY_C = 43;

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, CRITICAL_COMMAND, this::criticalCommand);
		book.on(Alert.class, CRITICAL_ALERT, this::criticalAlert);
		book.on(ObjectListEntry.class, INTERNAL_LISTED, this::internalListed);
		book.on(Association.class, INTERNAL_CAPTURED, this::internalCaptured);
		book.on(Push.class, INTERNAL_PUSHED, this::internalPushed);
		book.on(Meter.class, DEVICE_TYPE, this::deviceType);
		book.on(Alert.class, NEVER_CRITICAL, this::neverCritical);
		book.on(Meter.class, ROLE_TWICE, this::roleTwice);
		book.on(Meter.class, NO_USE_CASE, this::noUseCase);
	}

	private void criticalCommand(Meter meter, Facts facts, Report report) {
		Set<Integer> mandated = new HashSet<>();
		Companions.of(facts).gbcs().forEach(companion -> companion.getUseCases().stream().filter(UseCase::isCritical)
				.forEach(useCase -> mandated.add(useCase.getMessage())));
		for (Companion companion : Companions.of(facts).all()) {
			boolean others = Companions.of(facts).hasGbcs() && !Companions.isGbcs(companion);
			companion.getUseCases().stream().filter(useCase -> others && useCase.isCritical() && !mandated.contains(useCase.getMessage()))
					.forEach(useCase -> report.on(useCase, "%s of %s is Critical, but GBCS mandates no Critical Command 0x%04X".formatted(
							useCase.getName(), companion.getName(), useCase.getMessage())));
		}
	}

	private void criticalAlert(Alert alert, Facts facts, Report report) {
		boolean declared = Companions.of(facts).gbcs().stream().flatMap(companion -> companion.getAlerts().stream())
				.anyMatch(other -> other.getCode() == alert.getCode());
		if (Companions.of(facts).hasGbcs() && alert.isCritical() && !declared) {
			report.on(alert, "%s is Critical, but GBCS declares no Alert 0x%04X; what a maker adds is non-Critical".formatted(alert.getName(),
					alert.getCode()));
		}
	}

	private void internalListed(ObjectListEntry entry, Facts facts, Report report) {
		Association association = (Association) entry.eContainer();
		if (entry.getObject().isInternal() && Companions.of(facts).facesHan(association)) {
			report.on(entry, "%s is internal, but %s shows it on the HAN".formatted(Facts.label(entry.getObject()), association.getName()), Proposals.object(entry.getObject()));
		}
	}

	private void internalCaptured(Association association, Facts facts, Report report) {
		if (!Companions.of(facts).facesHan(association)) {
			return;
		}
		Rights rights = facts.rights(association);
		for (ObjectListEntry entry : association.getEntries()) {
			CosemObject profile = entry.getObject();
			boolean captures = Facts.is(profile, ClassIds.PROFILE_GENERIC) || Facts.is(profile, ClassIds.COMPACT_DATA);
			if (captures && rights.reads(profile, BUFFER)) {
				Facts.attribute(profile, CAPTURE_OBJECTS).map(facts::references).orElse(List.of()).stream()
						.flatMap((Reference column) -> facts.target(column).stream()).filter(CosemObject::isInternal).findFirst()
						.ifPresent(object -> report.on(profile, CAPTURE_OBJECTS, "%s captures the internal %s, and %s reads it on the HAN".formatted(
								Facts.label(profile), Facts.label(object), association.getName()), columns(profile, object, facts)));
			}
		}
	}

	private static String[] columns(CosemObject profile, CosemObject object, Facts facts) {
		return Facts.attribute(profile, CAPTURE_OBJECTS).map(facts::references).orElse(List.of()).stream().filter(column -> facts.target(column).filter(found -> found == object).isPresent())
				.findFirst().map(column -> Proposals.attribute(object, column.member())).orElse(new String[0]);
	}

	/** Names the first column that holds something of an object. */
	static String[] columns(List<Column> columns, CosemObject object) {
		return columns.stream().filter(column -> column.getObject() == object).findFirst().map(column -> Proposals.attribute(object, column.getAttribute())).orElse(new String[0]);
	}

	private void internalPushed(Push push, Facts facts, Report report) {
		boolean han = push.getPartner() != null && Companions.of(facts).facesHan(push.getPartner());
		push.getColumns().stream().map(Column::getObject).filter(object -> han && object != null && object.isInternal())
				.forEach(object -> report.on(push, "%s sends the internal %s to %s on the HAN".formatted(push.getName(), Facts.label(object),
						push.getPartner().getName()), columns(push.getColumns(), object)));
	}

	private void deviceType(Meter meter, Facts facts, Report report) {
		for (Companion companion : meter.getCompanions()) {
			String type = companion.getDeviceType();
			boolean other = Companions.isGbcs(companion) && type != null && !type.isBlank() && !SERVED.contains(type);
			if (other && facts.associations().findAny().isPresent()) {
				report.on(meter, "%s is a %s with a DLMS COSEM server; GBCS requires one on the ESME only and allows it on the CHF".formatted(
						meter.getName(), type));
			}
		}
	}

	private void neverCritical(Alert alert, Facts facts, Report report) {
		if (Companions.of(facts).hasGbcs() && alert.isCritical() && NON_CRITICAL_PAGES.contains(alert.getCode() >> 8)) {
			report.on(alert, "Alert 0x%04X %s is Critical, but 0x80nn and 0x81nn never are".formatted(alert.getCode(), alert.getName()));
		}
	}

	private void roleTwice(Meter meter, Facts facts, Report report) {
		Map<Role, Association> seen = new HashMap<>();
		for (Association association : facts.associations().toList()) {
			Role role = association.getRole();
			Association first = role == null || !Companions.of(facts).hasGbcs() ? null : seen.putIfAbsent(role, association);
			if (first != null) {
				report.on(association, "%s and %s are both for %s; GBCS gives a role one association".formatted(first.getName(),
						association.getName(), role.getName()));
			}
		}
	}

	private void noUseCase(Meter meter, Facts facts, Report report) {
		Set<List<Object>> used = new HashSet<>();
		Companions.of(facts).all().stream().flatMap(companion -> companion.getUseCases().stream()).flatMap(useCase -> useCase.getSteps().stream())
				.forEach(step -> used.add(List.of(step.getClassId(), step.getLogicalName())));
		boolean known = !used.isEmpty();
		Companions.of(facts).all().stream().flatMap(companion -> companion.getRequirements().stream())
				.forEach(requirement -> used.add(List.of(requirement.getClassId(), requirement.getLogicalName())));
		List<CosemObject> others = facts.objects().filter(object -> !object.isInternal() && !object.isGenerated() && !isInfrastructure(object))
				.filter(object -> !used.contains(List.of(Facts.classId(object), object.getLogicalName()))).toList();
		if (Companions.of(facts).hasGbcs() && known && !others.isEmpty()) {
			report.on(meter, "%d objects are of no use case and not internal, so they are the maker's own: %s".formatted(others.size(),
					RightRules.some(others)));
		}
	}

	private static boolean isInfrastructure(CosemObject object) {
		int c = object.getLogicalName().c();
		return INFRASTRUCTURE.contains(Facts.classId(object)) || c == DEVICE_NAME_C || c == SECURITY_C;
	}
}
