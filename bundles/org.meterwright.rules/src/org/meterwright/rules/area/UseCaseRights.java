// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.rules.check.Check;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.Rights;

/** Compares what the use cases of a role do with what the role's association may do. One finding for each association. */
final class UseCaseRights implements Check<Meter> {
	private static final int NAMED_IN_MESSAGE = 4;

	@Override
	public void check(Meter meter, Facts facts, Report report) {
		Map<String, List<Association>> byRole = facts.associations().filter(association -> association.getRole() != null)
				.collect(Collectors.groupingBy(association -> Objects.toString(association.getRole().getName(), ""), LinkedHashMap::new,
						Collectors.toList()));
		byRole.forEach((role, associations) -> {
			Map<String, String> refused = new LinkedHashMap<>();
			for (UseCase useCase : useCases(role, facts)) {
				useCase.getSteps().stream().flatMap(step -> missing(step, associations, facts).stream()).findFirst()
						.ifPresent(object -> refused.put(useCase.getName(), object));
			}
			if (!refused.isEmpty()) {
				report.on(associations.get(0), message(role, refused), useCases(role, facts).stream().flatMap(useCase -> useCase.getSteps().stream())
						.filter(step -> missing(step, associations, facts).isPresent() && CompanionRules.exists(CompanionRules.object(step, facts).orElseThrow(), step)).map(step -> grant(step, facts)).distinct().toArray(String[]::new));
			}
		});
	}

	/** Writes the right that a step needs as a line of an association. */
	private static String grant(UseCaseStep step, Facts facts) {
		CosemObject object = CompanionRules.object(step, facts).orElseThrow();
		String member = step.getVerb() == Verb.CALL ? Proposals.method(object, step.getIndex()) : Facts.label(object, step.getIndex());
		return "grant %s on %s.%s".formatted(step.getVerb().getLiteral(), object.getName(), member);
	}

	private static String message(String role, Map<String, String> refused) {
		String some = refused.entrySet().stream().limit(NAMED_IN_MESSAGE).map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue()))
				.collect(Collectors.joining(", "));
		return "%s lacks rights for %d use cases: %s%s".formatted(role, refused.size(), some, refused.size() > NAMED_IN_MESSAGE ? ", ..." : "");
	}

	private static List<UseCase> useCases(String role, Facts facts) {
		return Companions.of(facts).all().stream().map(Companion::getUseCases).flatMap(List::stream)
				.filter(useCase -> useCase.getRoles().stream().map(Role::getName).anyMatch(role::equals)).toList();
	}

	private static Optional<String> missing(UseCaseStep step, List<Association> associations, Facts facts) {
		Optional<CosemObject> object = CompanionRules.object(step, facts);
		boolean may = object.isEmpty() || object.get().isInternal()
				|| associations.stream().map(facts::rights).anyMatch(rights -> may(rights, object.get(), step));
		return may ? Optional.empty() : object.map(found -> "%s %s".formatted(step.getVerb().getLiteral(), Facts.label(found)));
	}

	private static boolean may(Rights rights, CosemObject object, UseCaseStep step) {
		return switch (step.getVerb()) {
			case READ -> rights.reads(object, step.getIndex());
			case WRITE -> rights.writes(object, step.getIndex());
			case CALL -> rights.calls(object, step.getIndex());
		};
	}
}
