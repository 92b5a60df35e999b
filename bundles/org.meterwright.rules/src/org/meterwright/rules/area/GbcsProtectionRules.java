// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.value.Values;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/**
 * Rules on how GBCS's commands are protected, as far as access rights say it: a Critical one by MAC and signature, any other by a MAC. The protection of
 * responses is the message's alone, which is no part of a model.
 */
public final class GbcsProtectionRules implements RuleArea {
	/** Command with less protection than its criticality asks for. */
	public static final String TOO_LITTLE = "MW-GBCS-061";
	/** Signature where the command has none. */
	public static final String TOO_MUCH = "MW-GBCS-062";

	private static final int POLICY = 2;

	/** What a role changes, with the Critical use case that does it, or another where none does. */
	private record Change(CosemObject object, Verb verb, int index) {
	}

	@Override
	public void register(RuleBook book) {
		book.on(Association.class, TOO_LITTLE, this::tooLittle);
		book.on(Association.class, TOO_MUCH, this::tooMuch);
	}

	private void tooLittle(Association association, Facts facts, Report report) {
		changes(association, facts).forEach((change, useCase) -> {
			int asked = AccessModes.AUTHENTICATED_REQUEST | (useCase.isCritical() ? AccessModes.SIGNED_REQUEST : 0);
			if (lacks(mode(change, association, facts), asked & ~policy(association))) {
				report.on(association, "%s carries out %s, which is %s, without its %s: %s".formatted(association.getName(), useCase.getName(), useCase.isCritical() ? "Critical" : "not Critical",
						useCase.isCritical() ? "MAC and signature" : "MAC", member(change)), "grant %s on %s with %s".formatted(change.verb().getLiteral(), member(change),
								useCase.isCritical() ? "authenticated, signed request" : "authenticated"));
			}
		});
	}

	private void tooMuch(Association association, Facts facts, Report report) {
		changes(association, facts).forEach((change, useCase) -> {
			if (!useCase.isCritical() && (mode(change, association, facts) & AccessModes.SIGNED_REQUEST) != 0) {
				report.on(association, "%s asks for a signature on %s, but %s is not Critical and carries none".formatted(association.getName(), member(change), useCase.getName()));
			}
		});
	}

	/** Returns what the security policy asks of every request; from version 1 on its bits are those of access modes. */
	private static int policy(Association association) {
		CosemObject security = association.getSecurity();
		boolean bits = Facts.is(security, ClassIds.SECURITY_SETUP) && security.getInterfaceClass().getVersion() > 0;
		return bits ? Facts.value(security, POLICY).map(TypedValue::value).flatMap(Values::bigNumber).map(Number::intValue).orElse(0) : 0;
	}

	private static boolean lacks(int mode, int asked) {
		return mode != 0 && (mode & asked) != asked;
	}

	/** Returns what the use cases of an association's role write and call. */
	private static Map<Change, UseCase> changes(Association association, Facts facts) {
		Role role = association.getRole();
		return role != null && Companions.of(facts).hasGbcs() ? byRole(facts).getOrDefault(Objects.toString(role.getName(), ""), Map.of()) : Map.of();
	}

	private static Map<String, Map<Change, UseCase>> byRole(Facts facts) {
		return facts.once(GbcsProtectionRules.class, () -> {
			Map<String, Map<Change, UseCase>> found = new HashMap<>();
			for (UseCase useCase : useCases(facts)) {
				useCase.getRoles().forEach(role -> useCase.getSteps().forEach(step -> change(step, facts).ifPresent(change -> found
						.computeIfAbsent(Objects.toString(role.getName(), ""), name -> new LinkedHashMap<>()).merge(change, useCase, (first, second) -> first.isCritical() ? first : second))));
			}
			return found;
		});
	}

	private static List<UseCase> useCases(Facts facts) {
		return Companions.of(facts).gbcs().stream().flatMap(companion -> companion.getUseCases().stream()).filter(useCase -> useCase.getUnspecified().stream().noneMatch("critical"::equals)).toList();
	}

	private static Optional<Change> change(UseCaseStep step, Facts facts) {
		return step.getVerb() == Verb.READ ? Optional.empty() : CompanionRules.object(step, facts).filter(object -> CompanionRules.exists(object, step))
				.map(object -> new Change(object, step.getVerb(), step.getIndex()));
	}

	private static int mode(Change change, Association association, Facts facts) {
		if (change.verb() == Verb.CALL) {
			return facts.rights(association).method(change.object(), change.index());
		}
		int mode = facts.rights(association).attribute(change.object(), change.index());
		return (mode & AccessModes.WRITE) == 0 ? 0 : mode;
	}

	private static String member(Change change) {
		return "%s.%s".formatted(change.object().getName(), change.verb() == Verb.CALL ? Proposals.method(change.object(), change.index()) : Facts.label(change.object(), change.index()));
	}
}
