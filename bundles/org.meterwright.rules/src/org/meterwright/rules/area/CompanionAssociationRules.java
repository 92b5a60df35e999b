// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.words.AccessWords;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on the associations that companions ask for. */
public final class CompanionAssociationRules implements RuleArea {
	/** Association missing. */
	public static final String MISSING = "MW-COMP-013";
	/** Forbidden association. */
	public static final String FORBIDDEN = "MW-COMP-014";
	/** Association against the companion. */
	public static final String CONTRADICTS = "MW-COMP-015";

	private static final int UNSPECIFIED = -1;

	private static final int FIRST_FREE_CLIENT = 17;

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, MISSING, this::missing);
		book.on(Meter.class, FORBIDDEN, this::forbidden);
		book.on(Meter.class, CONTRADICTS, this::contradicts);
	}

	private static List<RequiredAssociation> wanted(Facts facts, RequirementKind kind) {
		return Companions.of(facts).all().stream().flatMap(companion -> companion.getAssociations().stream()).filter(each -> each.getKind() == kind).toList();
	}

	private static String companion(RequiredAssociation wanted) {
		return wanted.eContainer() instanceof Companion companion ? companion.getName() : "the companion";
	}

	/** Tells whether an association is the one that is meant: by client where one is said, else by role. */
	private static boolean isMeant(Association association, RequiredAssociation wanted) {
		if (wanted.getClientSap() != UNSPECIFIED) {
			return association.getClientSap() == wanted.getClientSap();
		}
		return wanted.getRole() != null && association.getRole() != null && Objects.equals(association.getRole().getName(), wanted.getRole().getName());
	}

	private void missing(Meter meter, Facts facts, Report report) {
		for (RequiredAssociation wanted : wanted(facts, RequirementKind.REQUIRE)) {
			if (facts.associations().noneMatch(association -> isMeant(association, wanted))) {
				report.on(meter, "%s requires the association %s%s, which %s lacks".formatted(companion(wanted), wanted.getName(),
						wanted.getClientSap() == UNSPECIFIED ? "" : " of client %d".formatted(wanted.getClientSap()), meter.getName()), wanted.getName(), text(wanted, facts));
			}
		}
	}

	/** Writes an association as the companion wants it, for a designer to go on from. */
	private static String text(RequiredAssociation wanted, Facts facts) {
		String client = wanted.getClientSap() == UNSPECIFIED ? Proposals.free(facts.associations().map(association -> (long) association.getClientSap()).toList(), FIRST_FREE_CLIENT)
				: Integer.toString(wanted.getClientSap());
		String device = facts.meter().getDevices().isEmpty() ? "management" : facts.meter().getDevices().get(0).getName();
		String role = wanted.getRole() == null ? "" : "role %s  ".formatted(wanted.getRole().getName());
		String context = wanted.getContexts().isEmpty() ? "plain" : wanted.getContexts().get(0).getLiteral();
		String mechanism = wanted.getMechanism() == UNSPECIFIED ? "" : "mechanism %s  ".formatted(AccessWords.mechanism(wanted.getMechanism()));
		List<String> services = wanted.getConformance() == 0 ? List.of("get", "block_transfer_get") : AccessWords.conformance(wanted.getConformance());
		return "association %s client %s to %s { %scontext logical_name %s  %sconformance %s }".formatted(wanted.getName(), client, device, role, context, mechanism, String.join(", ", services));
	}

	/** Writes the line of an association that must change. */
	private static String line(Association association, RequiredAssociation wanted) {
		if (!wanted.getContexts().isEmpty() && !wanted.getContexts().contains(association.getContext())) {
			return "context logical_name %s".formatted(wanted.getContexts().get(0).getLiteral());
		}
		if (wanted.getMechanism() != UNSPECIFIED && association.getMechanism() != wanted.getMechanism()) {
			return "mechanism %s".formatted(AccessWords.mechanism(wanted.getMechanism()));
		}
		boolean services = (association.getConformance() & wanted.getConformance()) != wanted.getConformance();
		return services ? "conformance %s".formatted(String.join(", ", AccessWords.conformance(association.getConformance() | wanted.getConformance()))) : "pdu %d".formatted(wanted.getMinimumPdu());
	}

	private void forbidden(Meter meter, Facts facts, Report report) {
		for (RequiredAssociation wanted : wanted(facts, RequirementKind.FORBID)) {
			boolean named = wanted.getClientSap() != UNSPECIFIED || wanted.getRole() != null;
			facts.associations().filter(association -> named ? isMeant(association, wanted) && problem(association, wanted).isEmpty()
					: wanted.getMechanism() != UNSPECIFIED && problem(association, wanted).isEmpty())
					.forEach(association -> report.on(association, "%s forbids an association such as %s".formatted(companion(wanted), association.getName())));
		}
	}

	private void contradicts(Meter meter, Facts facts, Report report) {
		for (RequirementKind kind : List.of(RequirementKind.REQUIRE, RequirementKind.ALLOW)) {
			for (RequiredAssociation wanted : wanted(facts, kind)) {
				facts.associations().filter(association -> isMeant(association, wanted)).forEach(association -> problem(association, wanted)
						.ifPresent(problem -> report.on(association, "%s: %s %s".formatted(companion(wanted), association.getName(), problem), line(association, wanted))));
			}
		}
	}

	private static Optional<String> problem(Association association, RequiredAssociation wanted) {
		if (!wanted.getContexts().isEmpty() && !wanted.getContexts().contains(association.getContext())) {
			return Optional.of("must have the context %s".formatted(wanted.getContexts().get(0).getLiteral()));
		}
		if (wanted.getMechanism() != UNSPECIFIED && association.getMechanism() != wanted.getMechanism()) {
			return Optional.of("must authenticate with mechanism %d, not %d".formatted(wanted.getMechanism(), association.getMechanism()));
		}
		if ((association.getConformance() & wanted.getConformance()) != wanted.getConformance()) {
			return Optional.of("lacks services that the companion wants");
		}
		return association.getMaximumPdu() > 0 && association.getMaximumPdu() < wanted.getMinimumPdu()
				? Optional.of("must take PDUs of %d octets, not %d".formatted(wanted.getMinimumPdu(), association.getMaximumPdu())) : Optional.empty();
	}
}
