// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on Register monitor (class 21), Limiter (class 71) and thresholds of reactions. */
public final class MonitorRules implements RuleArea {
	/** Threshold of another type than the monitored value. */
	public static final String THRESHOLD_TYPE = "MW-MON-001";
	/** Thresholds and actions do not pair. */
	public static final String PAIRS = "MW-MON-002";
	/** Monitored value is no single value. */
	public static final String NOT_SIMPLE = "MW-MON-003";
	/** Thresholds but nothing monitored. */
	public static final String NOTHING_MONITORED = "MW-MON-004";
	/** Limiter that does nothing. */
	public static final String NO_ACTION = "MW-MON-005";
	/** Thresholds not ascending. */
	public static final String ORDER = "MW-MON-006";
	/** Threshold of a reaction of another type. */
	public static final String REACTION_TYPE = "MW-MON-007";

	private static final int THRESHOLDS = 2;
	private static final int MONITORED_BY_MONITOR = 3;
	private static final int ACTION_SETS = 4;
	private static final int MONITORED_BY_LIMITER = 2;
	private static final int LIMITER_ACTIONS = 11;
	private static final List<Integer> LIMITER_THRESHOLDS = List.of(3, 4, 5);

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.REGISTER_MONITOR, THRESHOLD_TYPE, this::monitorThresholds);
		book.onClass(ClassIds.LIMITER, THRESHOLD_TYPE, this::limiterThresholds);
		book.onClass(ClassIds.REGISTER_MONITOR, PAIRS, this::pairs);
		book.onClass(ClassIds.REGISTER_MONITOR, NOT_SIMPLE, (object, facts, report) -> notSimple(object, MONITORED_BY_MONITOR, facts, report));
		book.onClass(ClassIds.LIMITER, NOT_SIMPLE, (object, facts, report) -> notSimple(object, MONITORED_BY_LIMITER, facts, report));
		book.onClass(ClassIds.REGISTER_MONITOR, NOTHING_MONITORED, this::nothingMonitored);
		book.onClass(ClassIds.LIMITER, NO_ACTION, this::noAction);
		book.onClass(ClassIds.REGISTER_MONITOR, ORDER, this::order);
		book.on(ThresholdTrigger.class, REACTION_TYPE, this::reactionType);
	}

	private static Optional<Attribute> monitored(CosemObject object, int index, Facts facts) {
		return Facts.attribute(object, index).flatMap(attribute -> facts.references(attribute).stream().findFirst())
				.flatMap(reference -> facts.target(reference).flatMap(target -> Facts.attribute(target, reference.member())))
				.filter(attribute -> attribute.getType() != null);
	}

	private static boolean fits(Attribute monitored, Value threshold) {
		return threshold.tag() == DataTag.NULL_DATA || TypeCheck.fits(monitored.getType(), threshold)
				|| TypeCheck.accepts(monitored.getType(), threshold.tag());
	}

	private static void misfit(CosemObject object, int index, Attribute monitored, Value threshold, Report report) {
		report.on(object, index, "a threshold of %s is %s, but the monitored %s is %s".formatted(Facts.label(object),
				threshold.tag().standardName(), Facts.label(Facts.objectOf(monitored), Facts.index(monitored)), monitored.getType()),
				converted(monitored, threshold).map(text -> new String[] { Integer.toString(Math.max(0, values(object, index).indexOf(threshold))), text }).orElse(new String[0]));
	}

	private static List<Value> values(CosemObject object, int index) {
		return Facts.elements(object, index).stream().map(TypedValue::value).toList();
	}

	private void monitorThresholds(CosemObject monitor, Facts facts, Report report) {
		Optional<Attribute> monitored = monitored(monitor, MONITORED_BY_MONITOR, facts);
		for (TypedValue threshold : Facts.elements(monitor, THRESHOLDS)) {
			if (monitored.isPresent() && !fits(monitored.get(), threshold.value())) {
				misfit(monitor, THRESHOLDS, monitored.get(), threshold.value(), report);
			}
		}
	}

	private void limiterThresholds(CosemObject limiter, Facts facts, Report report) {
		Optional<Attribute> monitored = monitored(limiter, MONITORED_BY_LIMITER, facts);
		for (int index : LIMITER_THRESHOLDS) {
			Optional<Value> threshold = Facts.value(limiter, index).map(TypedValue::value);
			if (monitored.isPresent() && threshold.isPresent() && !fits(monitored.get(), threshold.get())) {
				misfit(limiter, index, monitored.get(), threshold.get(), report);
			}
		}
	}

	private void pairs(CosemObject monitor, Facts facts, Report report) {
		boolean stated = Facts.value(monitor, THRESHOLDS).isPresent() && Facts.value(monitor, ACTION_SETS).isPresent();
		int thresholds = Facts.elements(monitor, THRESHOLDS).size();
		int actions = Facts.elements(monitor, ACTION_SETS).size();
		if (stated && thresholds != actions) {
			report.on(monitor, ACTION_SETS, "%s has %d thresholds and %d pairs of actions".formatted(Facts.label(monitor), thresholds, actions), Integer.toString(Math.max(thresholds, actions) - 1));
		}
	}

	private static void notSimple(CosemObject object, int index, Facts facts, Report report) {
		monitored(object, index, facts).filter(attribute -> !isSimple(attribute.getType())).ifPresent(attribute -> report.on(object, index,
				"%s monitors %s, which is no single number".formatted(Facts.label(object),
						Facts.label(Facts.objectOf(attribute), Facts.index(attribute)))));
	}

	private static boolean isSimple(DataType type) {
		return !(type.bare() instanceof DataType.StructureOf) && !(type.bare() instanceof DataType.ArrayOf);
	}

	private void nothingMonitored(CosemObject monitor, Facts facts, Report report) {
		boolean monitors = Facts.attribute(monitor, MONITORED_BY_MONITOR).map(facts::references).filter(references -> !references.isEmpty()).isPresent();
		if (!monitors && !Facts.elements(monitor, THRESHOLDS).isEmpty()) {
			report.on(monitor, MONITORED_BY_MONITOR, "%s has thresholds, but monitors nothing".formatted(Facts.label(monitor)));
		}
	}

	private void noAction(CosemObject limiter, Facts facts, Report report) {
		boolean stated = Facts.value(limiter, LIMITER_ACTIONS).isPresent();
		boolean acts = Facts.attribute(limiter, LIMITER_ACTIONS).map(facts::references).filter(references -> !references.isEmpty()).isPresent();
		boolean monitors = Facts.attribute(limiter, MONITORED_BY_LIMITER).map(facts::references).filter(references -> !references.isEmpty()).isPresent();
		if (stated && monitors && !acts && facts.meter().getReactions().stream().noneMatch(reaction -> reaction.getObject() == limiter)) {
			report.on(limiter, LIMITER_ACTIONS, "%s monitors a value, but runs no script over or under the threshold".formatted(Facts.label(limiter)));
		}
	}

	private void order(CosemObject monitor, Facts facts, Report report) {
		BigInteger last = null;
		for (TypedValue threshold : Facts.elements(monitor, THRESHOLDS)) {
			Optional<BigInteger> number = Values.bigNumber(threshold.value());
			if (number.isPresent() && last != null && number.get().compareTo(last) < 0) {
				report.on(monitor, THRESHOLDS, "the thresholds of %s do not ascend".formatted(Facts.label(monitor)), ascending(monitor));
				return;
			}
			last = number.orElse(last);
		}
	}

	/** Returns the thresholds as a list of numbers in their order; nothing where one is no number. */
	private static String[] ascending(CosemObject monitor) {
		List<Value> thresholds = Facts.elements(monitor, THRESHOLDS).stream().map(TypedValue::value).toList();
		return thresholds.stream().anyMatch(threshold -> Values.bigNumber(threshold).isEmpty()) ? new String[0]
				: new String[] { thresholds.stream().sorted(Comparator.comparing(threshold -> Values.bigNumber(threshold).orElseThrow()))
						.map(threshold -> typed(threshold.tag(), threshold)).collect(Collectors.joining(", ", "[", "]")) };
	}

	private static String typed(DataTag tag, Value number) {
		return "%s(%s)".formatted(tag.standardName(), Values.bigNumber(number).orElseThrow());
	}

	/** Returns a threshold in the type of the monitored attribute; nothing where that cannot hold it. */
	private static Optional<String> converted(Attribute monitored, Value threshold) {
		Optional<DataTag> tag = monitored.getType().bare() instanceof DataType.Simple simple ? Optional.of(simple.tag()) : Optional.empty();
		return Values.bigNumber(threshold).isEmpty() ? Optional.empty() : tag.filter(DataTag::isInteger)
				.filter(each -> TypeCheck.fits(monitored.getType(), new Value.Int(each, Values.bigNumber(threshold).orElseThrow()))).map(each -> typed(each, threshold));
	}

	private void reactionType(ThresholdTrigger trigger, Facts facts, Report report) {
		Column column = trigger.getMonitored();
		Optional<Attribute> monitored = column == null || column.getObject() == null ? Optional.empty()
				: Facts.attribute(column.getObject(), column.getAttribute()).filter(attribute -> attribute.getType() != null);
		Value threshold = trigger.getThreshold();
		boolean whole = column != null && column.getDataIndex() == 0;
		if (whole && monitored.isPresent() && threshold != null && !fits(monitored.get(), threshold)) {
			report.on((Element) trigger.eContainer(), "the threshold is %s, but %s of %s is %s".formatted(threshold.tag().standardName(),
					Facts.label(column.getObject(), column.getAttribute()), Facts.label(column.getObject()), monitored.get().getType()));
		}
	}
}
