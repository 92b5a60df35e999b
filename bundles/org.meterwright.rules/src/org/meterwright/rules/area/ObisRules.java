// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.Dictionary.Fit;
import org.meterwright.cosem.obis.Dictionary.Suggestion;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on logical names: whether the OBIS dictionary knows them, whether the class fits, and what their neighbours say. */
public final class ObisRules implements RuleArea {
	/** Logical name unknown to the dictionary. */
	public static final String UNKNOWN_NAME = "MW-OBIS-001";
	/** Rate without the one before it. */
	public static final String RATE_GAP = "MW-OBIS-002";
	/** Rates without total. */
	public static final String NO_TOTAL = "MW-OBIS-003";
	/** Quantity of two phases in a meter of three. */
	public static final String PHASE_GAP = "MW-OBIS-004";
	/** Class differs from all that are alike. */
	public static final String ODD_CLASS = "MW-OBIS-005";
	/** The only object of a medium, channel or maker's value. */
	public static final String ALONE = "MW-OBIS-006";
	/** Value of a billing period without current value. */
	public static final String NO_CURRENT_VALUE = "MW-OBIS-007";
	/** Class with a place of its own stands at a maker's name. */
	public static final String OWN_PLACE = "MW-OBIS-008";
	/** Event code without event log. */
	public static final String EVENT_WITHOUT_LOG = "MW-OBIS-009";
	/** Two classes at one logical name. */
	public static final String SHARED_NAME = "MW-OBIS-010";

	private static final Set<Integer> ANYWHERE = Set.of(1, 3, 4, 5, 6, 7, 26, 61, 62, 63, 65, 66, 67);
	/** Set-ups of ports and networks: value group B is their number, which need not begin with 0. */
	private static final Set<Integer> NUMBERED = IntStream.rangeClosed(19, 110).filter(each -> !Set.of(20, 21, 22, 26, 30, 61, 62, 63, 64, 65, 70, 71).contains(each))
			.boxed().collect(Collectors.toUnmodifiableSet());
	private static final int FIRST_MAKERS_CLASS = 8192;
	private static final int CURRENT = 255;
	/** Read-outs: the standard has a profile and its parameters under one name. */
	private static final int READOUTS = 21;
	private static final int CONSORTIA = 93;
	private static final int COUNTRIES = 94;
	/** Highest cost of a suggestion for a name that means nothing. */
	static final int LIKELY = 80;
	/** Highest cost of a suggestion for a name that means something else. */
	static final int LIKELIEST = 25;
	private static final int MOST_SUGGESTIONS = 50;
	private static final int FIRST_OTHER_MEDIUM = 2;
	private static final int LAST_OTHER_MEDIUM = 18;

	@Override
	public void register(RuleBook book) {
		on(book, UNKNOWN_NAME, this::unknownName);
		on(book, RATE_GAP, this::rateGap);
		on(book, NO_TOTAL, this::noTotal);
		on(book, PHASE_GAP, this::phaseGap);
		on(book, ODD_CLASS, this::oddClass);
		on(book, ALONE, this::alone);
		on(book, NO_CURRENT_VALUE, this::noCurrentValue);
		on(book, OWN_PLACE, this::ownPlace);
		book.on(LogicalDevice.class, SHARED_NAME, this::sharedNames);
		book.on(LogicalDevice.class, EVENT_WITHOUT_LOG, EventNames::check);
	}

	/** What is said of an object that clients see. */
	@FunctionalInterface
	private interface NameCheck {
		void check(CosemObject object, Neighbourhood around, Facts facts, Report report);
	}

	private static void on(RuleBook book, String rule, NameCheck check) {
		book.on(LogicalDevice.class, rule, (device, facts, report) -> {
			if (Dictionary.of(facts.meter()).entries().isEmpty()) {
				return;
			}
			Neighbourhood around = Neighbourhood.of(device, facts);
			for (CosemObject object : device.getObjects()) {
				if (!object.isInternal() && object.getLogicalName() != null) {
					check.check(object, around, facts, report);
				}
			}
		});
	}

	/** Returns a logical name that may have been meant, one that the device does not use yet; each rule looks for some a limited number of times. */
	private static Optional<Suggestion> meant(CosemObject object, int cost, Facts facts, Report report) {
		boolean enough = facts.once(List.of("obis suggestions", report.rule()), AtomicInteger::new).incrementAndGet() > MOST_SUGGESTIONS;
		return enough ? Optional.empty() : Facts.device(object).flatMap(device -> Dictionary.of(facts.meter())
				.near(object.getLogicalName(), Facts.classId(object)).stream()
				.filter(each -> each.cost() <= cost && facts.named(device, each.name()).isEmpty()).findFirst());
	}

	/** Reports with a suggestion, when there is a likely one. A class that does not fit may itself be the slip: then only the likeliest counts. */
	static void report(CosemObject object, String message, int cost, Facts facts, Report report) {
		meant(object, cost, facts, report).ifPresentOrElse(
				near -> report.on(object, "%s; did you mean %s (%s)?".formatted(message, near.name(), near.title()), near.name().toString()),
				() -> report.on(object, message));
	}

	/** What a name says in words, or the name itself. */
	static String words(LogicalName name, Facts facts) {
		return Dictionary.of(facts.meter()).name(name).map(title -> "%s (%s)".formatted(title, name)).orElse(name.toString());
	}

	private void unknownName(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		Dictionary dictionary = Dictionary.of(facts.meter());
		boolean coarse = name.a() >= FIRST_OTHER_MEDIUM && name.a() <= LAST_OTHER_MEDIUM && dictionary.entries().stream().anyMatch(each -> each.groups().getFirst().contains(name.a()) && !each.isFree());
		if (!coarse && dictionary.fits(Facts.classId(object), name) == Fit.UNKNOWN && !isPastValue(name, dictionary, around)) {
			report(object, "%s is a logical name that the standard reserves".formatted(name), LIKELY, facts, report);
		}
	}

	/** A stored value of what is known and present at this moment: the standard allows group F for that. */
	private static boolean isPastValue(LogicalName name, Dictionary dictionary, Neighbourhood around) {
		return name.f() < 127 && dictionary.find(current(name)).isPresent() && around.has(current(name));
	}

	private void rateGap(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		if (around.followsGap(name)) {
			LogicalName before = new LogicalName(name.a(), name.b(), name.c(), name.d(), name.e() - 1, name.f());
			report.on(object, "%s is rate %d, but there is no rate %d (%s)".formatted(Facts.label(object), name.e(), name.e() - 1, before), before.toString());
		}
	}

	private void noTotal(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		if (around.lacksTotal(name)) {
			report.on(object, "%s is rate 1, but there is no total (%s), which other quantities have".formatted(Facts.label(object),
					new LogicalName(name.a(), name.b(), name.c(), name.d(), 0, name.f())));
		}
	}

	private void phaseGap(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		int phase = around.missingPhase(object.getLogicalName());
		if (phase > 0) {
			report.on(object, "%s has no counterpart in phase L%d, while other quantities have all three phases".formatted(
					ObisRules.words(object.getLogicalName(), facts), phase));
		}
	}

	private void oddClass(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		int others = around.classOfOthers(object);
		if (others > 0) {
			report.on(object, "%s is of class %s, while all that are like it are of class %d".formatted(Facts.label(object), Facts.label(object.getInterfaceClass()),
					others));
		}
	}

	private void alone(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		Optional<String> what = Facts.classId(object) >= FIRST_MAKERS_CLASS ? Optional.empty() : alone(object, name, around);
		if (what.isPresent() && Dictionary.of(facts.meter()).find(name).map(DictionaryEntry::layer).orElse(0) == 0) {
			report.on(object, "%s %s".formatted(words(name, facts), what.get()));
		}
	}

	private static Optional<String> alone(CosemObject object, LogicalName name, Neighbourhood around) {
		if (around.isOnlyOfMedium(name)) {
			return Optional.of("is the only object with %d in value group A".formatted(name.a()));
		}
		if (around.isOnlyOfChannel(name) && !NUMBERED.contains(Facts.classId(object))) {
			return Optional.of("is the only object of channel %d".formatted(name.b()));
		}
		if (around.isOnlyOfOwnValue(name)) {
			return Optional.of("is the only object with its manufacturer specific value");
		}
		if (around.isOnlyOfProcessing(name)) {
			return Optional.of("is the only object with %d in value group D, which meters seldom use".formatted(name.d()));
		}
		char odd = around.oddGroup(name);
		return odd == ' ' || isSecondInstance(name, around) ? Optional.empty() : Optional.of("differs in value group %c from all that are like it".formatted(odd));
	}

	private static boolean isSecondInstance(LogicalName name, Neighbourhood around) {
		return name.b() > 0 && around.has(new LogicalName(name.a(), 0, name.c(), name.d(), name.e(), name.f()));
	}

	private void noCurrentValue(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		if (name.f() == CURRENT) {
			return;
		}
		Dictionary dictionary = Dictionary.of(facts.meter());
		Optional<DictionaryEntry> entry = dictionary.find(name);
		if (entry.isPresent() && entry.get().layer() == 0 && around.lacksCurrentValue(name) && (!entry.get().isFree() || isOwnPeriod(name, dictionary))) {
			report.on(object, "%s has %d in value group F, but nothing has its current value (255)".formatted(Facts.label(object), name.f()));
		}
	}

	/** A maker's value of group F, or one for a maker's name; consortia and countries use F as they like. */
	private static boolean isOwnPeriod(LogicalName name, Dictionary dictionary) {
		return name.c() != CONSORTIA && name.c() != COUNTRIES && dictionary.find(current(name)).isPresent();
	}

	private static LogicalName current(LogicalName name) {
		return new LogicalName(name.a(), name.b(), name.c(), name.d(), name.e(), CURRENT);
	}

	private void ownPlace(CosemObject object, Neighbourhood around, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		int classId = Facts.classId(object);
		boolean ownName = name.a() >= 128 || name.c() >= 128 || name.c() == 96 && name.d() >= 50;
		if (!ownName || classId >= FIRST_MAKERS_CLASS || ANYWHERE.contains(classId)) {
			return;
		}
		Dictionary.of(facts.meter()).entries().stream().filter(each -> each.classes().contains(classId)).findFirst()
				.ifPresent(place -> report.on(object, "%s stands at a manufacturer specific name; the place of class %s is %s".formatted(Facts.label(object),
						Facts.label(object.getInterfaceClass()), place.pattern())));
	}

	private void sharedNames(LogicalDevice device, Facts facts, Report report) {
		if (Dictionary.of(facts.meter()).entries().isEmpty()) {
			return;
		}
		Map<LogicalName, CosemObject> known = new HashMap<>();
		for (CosemObject object : device.getObjects()) {
			CosemObject first = object.isInternal() || object.getLogicalName() == null ? null : known.putIfAbsent(object.getLogicalName(), object);
			if (first != null && Facts.classId(first) != Facts.classId(object) && object.getLogicalName().c() != READOUTS) {
				report.on(object, "%s has the logical name of %s, which is of another class".formatted(Facts.label(object), Facts.label(first)));
			}
		}
	}
}
