// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.Rights;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on who may do what according to companions, and on objects that take over from others. */
public final class CompanionAccessRules implements RuleArea {
	/** Right missing. */
	public static final String ACCESS_MISSING = "MW-COMP-008";
	/** Right that is denied. */
	public static final String ACCESS_DENIED = "MW-COMP-009";
	/** Right that only others have. */
	public static final String ACCESS_EXCLUSIVE = "MW-COMP-010";
	/** Successor of nothing. */
	public static final String NO_ACTIVE = "MW-COMP-011";
	/** Successor that never takes over. */
	public static final String NO_ACTIVATION = "MW-COMP-012";
	/** Right that no use case needs. */
	public static final String MORE_THAN_USE_CASES = "MW-COMP-023";
	/** Role with use cases and without association. */
	public static final String ROLE_WITHOUT_ASSOCIATION = "MW-COMP-024";

	private static final int NAMED_IN_MESSAGE = 4;

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, ACCESS_MISSING, (meter, facts, report) -> eachAccess(facts, access -> !access.isDenied(), (object, access) -> missing(object, access, facts, report)));
		book.on(Meter.class, ACCESS_DENIED, (meter, facts, report) -> eachAccess(facts, RoleAccess::isDenied, (object, access) -> denied(object, access, facts, report)));
		book.on(Meter.class, ACCESS_EXCLUSIVE, (meter, facts, report) -> eachAccess(facts, RoleAccess::isExclusive, (object, access) -> exclusive(object, access, facts, report)));
		book.on(Meter.class, NO_ACTIVE, this::noActive);
		book.on(Meter.class, NO_ACTIVATION, this::noActivation);
		book.on(Association.class, MORE_THAN_USE_CASES, this::moreThanUseCases);
		book.on(Meter.class, ROLE_WITHOUT_ASSOCIATION, this::roleWithoutAssociation);
	}

	static List<Requirement> requirements(Facts facts) {
		return Companions.of(facts).all().stream().flatMap(companion -> companion.getRequirements().stream())
				.filter(requirement -> requirement.getKind() != RequirementKind.FORBID).toList();
	}

	static Optional<CosemObject> object(Requirement requirement, Facts facts) {
		return facts.find(requirement.getClassId(), requirement.getLogicalName());
	}

	private static void eachAccess(Facts facts, Predicate<RoleAccess> wanted, BiConsumer<CosemObject, RoleAccess> check) {
		for (Requirement requirement : requirements(facts)) {
			if (!requirement.getAccesses().isEmpty()) {
				object(requirement, facts).ifPresent(object -> requirement.getAccesses().stream().filter(wanted).forEach(access -> check.accept(object, access)));
			}
		}
	}

	private static boolean may(Rights rights, CosemObject object, Verb verb, int index) {
		return switch (verb) {
			case READ -> rights.reads(object, index);
			case WRITE -> rights.writes(object, index);
			case CALL -> rights.calls(object, index);
		};
	}

	private static boolean isOf(Association association, List<Role> roles) {
		return association.getRole() != null && roles.stream().anyMatch(role -> Objects.equals(role.getName(), association.getRole().getName()));
	}

	private static void missing(CosemObject object, RoleAccess access, Facts facts, Report report) {
		for (Role role : access.getRoles()) {
			List<Association> own = facts.associations().filter(association -> isOf(association, List.of(role))).toList();
			if (!own.isEmpty() && own.stream().noneMatch(association -> may(facts.rights(association), object, access.getVerb(), access.getIndex()))) {
				report.on(own.get(0), "the companion wants %s to %s %s of %s".formatted(role.getName(), access.getVerb().getLiteral(), member(object, access), Facts.label(object)),
						access.getVerb().getLiteral(), "%s.%s".formatted(object.getName(), member(object, access)));
			}
		}
	}

	private static String member(CosemObject object, RoleAccess access) {
		return access.getVerb() == Verb.CALL ? object.getInterfaceClass().getMethods().stream().filter(method -> method.getIndex() == access.getIndex())
				.map(method -> method.getName()).findFirst().orElse("method %d".formatted(access.getIndex())) : Facts.label(object, access.getIndex());
	}

	private static void denied(CosemObject object, RoleAccess access, Facts facts, Report report) {
		facts.associations().filter(association -> isOf(association, access.getRoles()))
				.filter(association -> may(facts.rights(association), object, access.getVerb(), access.getIndex()))
				.forEach(association -> report.on(association, "%s may %s %s of %s, which the companion denies it".formatted(association.getName(), access.getVerb().getLiteral(),
						member(object, access), Facts.label(object)), access.getVerb().getLiteral(), "%s.%s".formatted(object.getName(), member(object, access))));
	}

	private static void exclusive(CosemObject object, RoleAccess access, Facts facts, Report report) {
		String only = access.getRoles().stream().map(Role::getName).collect(Collectors.joining(" and "));
		facts.associations().filter(association -> !isOf(association, access.getRoles()))
				.filter(association -> may(facts.rights(association), object, access.getVerb(), access.getIndex()))
				.forEach(association -> report.on(association, "%s may %s %s of %s, which only %s may".formatted(association.getName(), access.getVerb().getLiteral(),
						member(object, access), Facts.label(object), only), access.getVerb().getLiteral(), "%s.%s".formatted(object.getName(), member(object, access))));
	}

	private void noActive(Meter meter, Facts facts, Report report) {
		for (Requirement requirement : requirements(facts)) {
			if (requirement.getActive() != null && object(requirement.getActive(), facts).isEmpty()) {
				object(requirement, facts).ifPresent(object -> report.on(object, "%s holds the successor of %s, class %d at %s, which is not there".formatted(Facts.label(object),
						requirement.getActive().getName(), requirement.getActive().getClassId(), requirement.getActive().getLogicalName())));
			}
		}
	}

	private void noActivation(Meter meter, Facts facts, Report report) {
		for (Requirement requirement : requirements(facts)) {
			Requirement activation = requirement.getActivation();
			if (activation == null || object(requirement, facts).isEmpty() || activates(activation, requirement.getActivationAttribute(), facts)) {
				continue;
			}
			report.on(object(requirement, facts).get(), "%s never takes over: %s, which says when, is not there".formatted(Facts.label(object(requirement, facts).get()), activation.getName()));
		}
	}

	private static boolean activates(Requirement activation, int attribute, Facts facts) {
		return object(activation, facts).filter(object -> attribute == 0 || Facts.attribute(object, attribute).isPresent()).isPresent();
	}

	private static List<UseCase> useCases(Facts facts, Role role) {
		return Companions.of(facts).all().stream().flatMap(companion -> companion.getUseCases().stream())
				.filter(useCase -> useCase.getRoles().stream().anyMatch(other -> Objects.equals(other.getName(), role.getName()))).toList();
	}

	/** Names the objects of use cases that a role may change beyond its own use cases. */
	private void moreThanUseCases(Association association, Facts facts, Report report) {
		List<UseCase> own = association.getRole() == null ? List.of() : useCases(facts, association.getRole());
		if (own.isEmpty()) {
			return;
		}
		Set<List<Object>> needed = own.stream().flatMap(useCase -> useCase.getSteps().stream()).filter(step -> step.getVerb() != Verb.READ).map(CompanionAccessRules::key)
				.collect(Collectors.toSet());
		Set<String> more = new LinkedHashSet<>();
		Set<String> denied = new LinkedHashSet<>();
		Companions.of(facts).all().stream().flatMap(companion -> companion.getUseCases().stream()).filter(useCase -> !useCase.getRoles().isEmpty() && !own.contains(useCase)).flatMap(useCase -> useCase.getSteps().stream())
				.filter(step -> step.getVerb() != Verb.READ && !needed.contains(key(step)))
				.forEach(step -> CompanionRules.object(step, facts).filter(object -> may(facts.rights(association), object, step.getVerb(), step.getIndex()))
						.ifPresent(object -> {
							more.add(Facts.label(object));
							denied.add("deny %s on %s.%s".formatted(step.getVerb().getLiteral(), object.getName(),
									step.getVerb() == Verb.CALL ? Proposals.method(object, step.getIndex()) : Facts.label(object, step.getIndex())));
						}));
		if (!more.isEmpty()) {
			report.on(association, "%s may change %d objects that only use cases of others change: %s%s".formatted(association.getName(), more.size(),
					more.stream().limit(NAMED_IN_MESSAGE).collect(Collectors.joining(", ")), more.size() > NAMED_IN_MESSAGE ? ", ..." : ""), denied.toArray(String[]::new));
		}
	}

	private static List<Object> key(UseCaseStep step) {
		return List.of(step.getClassId(), step.getLogicalName(), step.getVerb(), step.getIndex());
	}

	private void roleWithoutAssociation(Meter meter, Facts facts, Report report) {
		Set<String> reported = new LinkedHashSet<>();
		for (Companion companion : Companions.of(facts).all()) {
			for (UseCase useCase : companion.getUseCases()) {
				boolean present = useCase.getSteps().stream().anyMatch(step -> CompanionRules.object(step, facts).isPresent());
				useCase.getRoles().stream().filter(role -> present && !EventRules.reaches(role, facts)).forEach(role -> reported.add(role.getName()));
			}
		}
		if (!reported.isEmpty()) {
			report.on(meter, "use cases are for %s, and no association is".formatted(String.join(", ", reported)));
		}
	}
}
