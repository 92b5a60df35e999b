// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what companions of makers say of the use cases that are GBCS's. What is Critical is MW-GBCS-001's. */
public final class GbcsUseCaseRules implements RuleArea {
	/** Use case said anew. */
	public static final String SAID_ANEW = "MW-GBCS-059";
	/** Withdrawn use case. */
	public static final String WITHDRAWN = "MW-GBCS-060";

	private static final String GBCS_TEXTS = "library:gbcs/";
	private static final String OF_OLDER_METERS = "gbcs.v4.withdrawn";
	/** What the companion gbcs.v4.withdrawn has; a meter that does not conform to it does not know it. */
	private static final Set<String> OLDER = Set.of("ECS08", "ECS26d", "ECS26e", "ECS26i", "ECS30", "ECS35f", "ECS46c", "ECS47", "ECS61a");

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, SAID_ANEW, this::said);
		book.on(Meter.class, WITHDRAWN, this::withdrawn);
	}

	private static Stream<UseCase> makers(Facts facts) {
		Companions companions = Companions.of(facts);
		return companions.all().stream().filter(companion -> companions.hasGbcs() && !Companions.isGbcs(companion)).flatMap(companion -> companion.getUseCases().stream());
	}

	private void said(Meter meter, Facts facts, Report report) {
		makers(facts).filter(useCase -> useCase.getOrigins().stream().anyMatch(GbcsUseCaseRules::isOfGbcs)).forEach(useCase -> report.on(useCase,
				"%s is a use case of GBCS; what is said of it here takes the place of GBCS's roles, elements, order and protection".formatted(useCase.getName())));
	}

	private static boolean isOfGbcs(Origin origin) {
		return origin.file().startsWith(GBCS_TEXTS);
	}

	private void withdrawn(Meter meter, Facts facts, Report report) {
		boolean older = Companions.of(facts).all().stream().map(Companion::getName).anyMatch(OF_OLDER_METERS::equals);
		makers(facts).filter(useCase -> !older && OLDER.contains(useCase.getName()))
				.forEach(useCase -> report.on(useCase, "%s is withdrawn; a meter that has it conforms to %s".formatted(useCase.getName(), OF_OLDER_METERS)));
	}
}
