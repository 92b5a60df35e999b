// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Places;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules that companions of single countries bring: Saudi pushes, Dutch alarm filters, the Indian alert. They hold for meters that conform. */
public final class CountryRules implements RuleArea {
	/** Saudi push without its schedule. */
	public static final String SAUDI_SCHEDULE = "MW-COMP-050";
	/** Dutch filter of another bit. */
	public static final String DUTCH_FILTER = "MW-COMP-051";
	/** Indian alert without its word. */
	public static final String INDIAN_ALERT = "MW-COMP-052";

	private static final Groups PUSH = Groups.of("0-b:25.9.0");
	private static final Groups FILTER = Groups.of("0-0:97.98.e");
	private static final int FIRST_FILTER = 10;
	private static final int LAST_FILTER = 19;
	private static final LogicalName ALERT_PUSH = LogicalName.valueOf("0-4:25.9.0*255");
	private static final LogicalName STATUS_WORD = LogicalName.valueOf("0-0:94.91.18*255");

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.PUSH_SETUP, SAUDI_SCHEDULE, this::saudiSchedule);
		book.onClass(1, DUTCH_FILTER, this::dutchFilter);
		book.on(Push.class, INDIAN_ALERT, this::indianAlert);
	}

	private static boolean conforms(Facts facts, String... families) {
		return Companions.of(facts).all().stream().filter(companion -> companion.getName() != null && Places.isLibrary(companion))
				.anyMatch(companion -> Stream.of(families).anyMatch(companion.getName()::startsWith));
	}

	private void saudiSchedule(CosemObject push, Facts facts, Report report) {
		LogicalName name = push.getLogicalName();
		LogicalName schedule = LogicalName.valueOf("0-%d:15.0.4*255".formatted(name.b()));
		if (PUSH.matches(name) && conforms(facts, "saudi.") && facts.find(ClassIds.SINGLE_ACTION_SCHEDULE, schedule).isEmpty()) {
			report.on(push, "%s has no schedule %s of the same number".formatted(Facts.label(push), schedule));
		}
	}

	private void dutchFilter(CosemObject filter, Facts facts, Report report) {
		LogicalName name = filter.getLogicalName();
		if (!FILTER.matches(name) || name.e() < FIRST_FILTER || name.e() > LAST_FILTER || !conforms(facts, "dsmr.", "smr.")) {
			return;
		}
		LogicalName register = LogicalName.valueOf("0-0:97.98.%d*255".formatted(name.e() - FIRST_FILTER));
		Optional<Long> known = facts.find(1, register).flatMap(object -> Facts.attribute(object, 2)).map(Attribute::getType).flatMap(CountryRules::bits);
		long others = Facts.number(filter, 2).orElse(0L) & ~known.orElse(-1L);
		if (others != 0) {
			report.on(filter, 2, "bit %d of %s is none of the alarm register %s".formatted(Long.numberOfTrailingZeros(others), Facts.label(filter), register));
		}
	}

	/** Returns the bits that a type names; nothing where it names none. */
	private static Optional<Long> bits(DataType type) {
		return type.bare() instanceof DataType.BitField field
				? Optional.of(field.literals().stream().mapToLong(literal -> 1L << literal.value()).reduce(0, (one, other) -> one | other)) : Optional.empty();
	}

	private void indianAlert(Push push, Facts facts, Report report) {
		boolean alert = push.getObject() != null && ALERT_PUSH.equals(push.getObject().getLogicalName()) && conforms(facts, "india.");
		boolean sends = push.getColumns().stream().anyMatch(column -> column.getObject() != null && STATUS_WORD.equals(column.getObject().getLogicalName()));
		if (alert && !sends) {
			report.on(push, "%s does not send the Event Status Word %s".formatted(push.getName(), STATUS_WORD), facts.find(1, STATUS_WORD)
					.filter(word -> word.getName() != null).map(word -> new String[] { "%s.value".formatted(word.getName()) }).orElse(new String[0]));
		}
	}
}
