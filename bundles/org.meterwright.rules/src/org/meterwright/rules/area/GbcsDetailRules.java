// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on details of GBCS: where tokens come in, times of activation, groups of objects that belong together. */
public final class GbcsDetailRules implements RuleArea {
	/** Second token gateway. */
	public static final String SECOND_GATEWAY = "MW-GBCS-050";
	/** Token of a maker's use case. */
	public static final String OTHER_TOP_UP = "MW-GBCS-051";
	/** Time of activation that means nothing. */
	public static final String ACTIVATION = "MW-GBCS-052";
	/** Phase without its sisters. */
	public static final String PHASES = "MW-GBCS-057";
	/** Half of a second element. */
	public static final String TWIN_ELEMENT = "MW-GBCS-058";

	private static final int TOKEN_GATEWAY = 115;
	private static final LogicalName GATEWAY = LogicalName.valueOf("0-0:19.40.0*255");
	/** By class the attribute that says when a passive value takes over. */
	private static final Map<Integer, Integer> ACTIVATIONS = Map.of(20, 10, 111, 13, 113, 7, 9000, 6);
	private static final int DATE_TIME_OCTETS = 12;
	private static final int ANY = 0xFF;
	private static final List<Integer> AT_ONCE = List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, ANY);
	private static final List<Integer> NEVER = Collections.nCopies(DATE_TIME_OCTETS, ANY);
	private static final List<Integer> PHASE_GROUPS = List.of(32, 52, 72);
	private static final Map<LogicalName, Integer> SECOND_ELEMENT = Map.of(LogicalName.valueOf("0-0:13.0.1*255"), ClassIds.ACTIVITY_CALENDAR, LogicalName.valueOf("0-0:19.20.5*255"),
			ClassIds.CHARGE, LogicalName.valueOf("0-0:11.0.1*255"), ClassIds.SPECIAL_DAYS_TABLE);

	@Override
	public void register(RuleBook book) {
		book.onClass(TOKEN_GATEWAY, SECOND_GATEWAY, this::secondGateway);
		book.on(Meter.class, OTHER_TOP_UP, this::otherTopUp);
		ACTIVATIONS.forEach((classId, index) -> book.onClass(classId, ACTIVATION, (object, facts, report) -> activation(object, index, facts, report)));
		book.on(CosemObject.class, PHASES, this::phases);
		book.on(Meter.class, TWIN_ELEMENT, this::twinElement);
	}

	private static boolean isGbcs(Facts facts) {
		return Companions.of(facts).hasGbcs();
	}

	private void secondGateway(CosemObject gateway, Facts facts, Report report) {
		if (isGbcs(facts) && !GATEWAY.equals(gateway.getLogicalName())) {
			report.on(gateway, "%s takes tokens too; the only entry of top-ups is %s".formatted(Facts.label(gateway), GATEWAY));
		}
	}

	private void otherTopUp(Meter meter, Facts facts, Report report) {
		for (Companion companion : Companions.of(facts).all()) {
			boolean others = isGbcs(facts) && !Companions.isGbcs(companion);
			companion.getUseCases().stream().filter(useCase -> others && takesTokens(useCase)).forEach(useCase -> report.on(useCase,
					"%s of %s takes tokens; top-ups belong to use case CS01a alone".formatted(useCase.getName(), companion.getName())));
		}
	}

	private static boolean takesTokens(UseCase useCase) {
		return useCase.getSteps().stream().anyMatch(step -> step.getClassId() == TOKEN_GATEWAY && step.getVerb() == Verb.CALL);
	}

	private void activation(CosemObject object, int index, Facts facts, Report report) {
		boolean wrong = isGbcs(facts) && Facts.value(object, index).map(TypedValue::value).filter(value -> value instanceof Value.Octets octets && isMeaningless(octets.bytes())).isPresent();
		if (wrong) {
			report.on(object, index, "%s of %s is no date, and neither at once (all zero, deviation 8000, status FF) nor never (all FF)".formatted(Facts.label(object, index),
					Facts.label(object)), Facts.label(object, index));
		}
	}

	/** Tells whether 12 octets are no exact date, not at once and not never; other lengths are another rule's. */
	private static boolean isMeaningless(Bytes time) {
		boolean date = time.length() == DATE_TIME_OCTETS && Dates.isExact(time) && time.at(2) > 0 && time.at(3) > 0;
		return time.length() == DATE_TIME_OCTETS && !date && !is(time, AT_ONCE) && !is(time, NEVER);
	}

	private static boolean is(Bytes time, List<Integer> octets) {
		return IntStream.range(0, DATE_TIME_OCTETS).allMatch(i -> time.at(i) == octets.get(i));
	}

	/** A meter of one phase has C = 32 alone; one that has 52 or 72 has all three. */
	private void phases(CosemObject object, Facts facts, Report report) {
		int index = PHASE_GROUPS.indexOf(object.getLogicalName().c());
		if (index <= 0 || object.getLogicalName().a() != 1 || !isGbcs(facts)) {
			return;
		}
		List<LogicalName> missing = missing(object, facts);
		boolean second = !missing.isEmpty() && (index == 1 || missing.contains(sister(object, PHASE_GROUPS.get(1))));
		if (second) {
			report.on(object, "%s has no sister for another phase at %s".formatted(Facts.label(object), missing));
		}
	}

	private static LogicalName sister(CosemObject object, int c) {
		LogicalName name = object.getLogicalName();
		return new LogicalName(name.a(), name.b(), c, name.d(), name.e(), name.f());
	}

	private static List<LogicalName> missing(CosemObject object, Facts facts) {
		return PHASE_GROUPS.stream().map(c -> sister(object, c)).filter(name -> facts.find(Facts.classId(object), name).isEmpty()).toList();
	}

	private void twinElement(Meter meter, Facts facts, Report report) {
		if (!isGbcs(facts)) {
			return;
		}
		Set<LogicalName> missing = new TreeSet<>(SECOND_ELEMENT.keySet());
		missing.removeIf(name -> facts.find(SECOND_ELEMENT.get(name), name).isPresent());
		if (!missing.isEmpty() && missing.size() < SECOND_ELEMENT.size()) {
			report.on(meter, "%s has something of a second element, but lacks %s".formatted(meter.getName(), missing));
		}
	}
}
