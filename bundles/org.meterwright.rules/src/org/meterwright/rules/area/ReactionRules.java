// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on what raises events, what is logged and called, and what watches a value. */
public final class ReactionRules implements RuleArea {
	/** Event of the meter's own without cause. */
	public static final String NEVER_RAISED = "MW-EVENT-050";
	/** Alert logged in no profile. */
	public static final String ALERT_LOG = "MW-EVENT-051";
	/** Thresholds the wrong way round. */
	public static final String CROSSED = "MW-EVENT-052";
	/** Argument of another type. */
	public static final String ARGUMENT_TYPE = "MW-EVENT-053";
	/** Parameter of another type. */
	public static final String PARAMETER_TYPE = "MW-EVENT-054";
	/** Parameter of another type in a script. */
	public static final String SCRIPT_PARAMETER = "MW-SCRIPT-050";
	/** Limiter that watches nothing. */
	public static final String NOTHING_LIMITED = "MW-MON-050";

	private static final int CAPTURE_OBJECTS = 3;
	private static final int SCRIPTS = 2;
	private static final int MONITORED = 2;
	private static final int LIMITER_ACTIONS = 11;

	@Override
	public void register(RuleBook book) {
		book.on(Event.class, NEVER_RAISED, this::neverRaised);
		book.on(Alert.class, ALERT_LOG, this::alertLog);
		book.on(ThresholdTrigger.class, CROSSED, this::crossed);
		book.on(LogAction.class, ARGUMENT_TYPE, this::argumentType);
		book.on(MethodAction.class, PARAMETER_TYPE, this::parameterType);
		book.onClass(ClassIds.SCRIPT_TABLE, SCRIPT_PARAMETER, this::scriptParameter);
		book.onClass(ClassIds.LIMITER, NOTHING_LIMITED, this::nothingLimited);
	}

	private void neverRaised(Event event, Facts facts, Report report) {
		boolean raised = facts.once("raised events", () -> facts.meter().getReactions().stream().flatMap(Uses::actions).filter(RaiseAction.class::isInstance)
				.map(action -> ((RaiseAction) action).getEvent()).filter(Objects::nonNull).collect(Collectors.toSet())).contains(event);
		if (event.getSource() == EventSource.METER && !raised) {
			report.on(event, "%s is the meter's own event, but no reaction raises it".formatted(event.getName()));
		}
	}

	private void alertLog(Alert alert, Facts facts, Report report) {
		for (CosemObject log : alert.getLogs()) {
			if (!Facts.is(log, ClassIds.PROFILE_GENERIC) && !Facts.is(log, ClassIds.COMPACT_DATA)) {
				report.on(alert, "the Alert %s is logged in %s, which is no profile but of class %s".formatted(alert.getName(), Facts.label(log), Facts.label(log.getInterfaceClass())),
						Proposals.object(log));
			}
		}
	}

	private void crossed(ThresholdTrigger trigger, Facts facts, Report report) {
		Optional<BigInteger> there = trigger.getThreshold() == null ? Optional.empty() : Values.bigNumber(trigger.getThreshold());
		Optional<BigInteger> back = trigger.getBackThreshold() == null ? Optional.empty() : Values.bigNumber(trigger.getBackThreshold());
		if (there.isEmpty() || back.isEmpty() || !(trigger.eContainer() instanceof Element reaction)) {
			return;
		}
		int above = back.get().compareTo(there.get());
		boolean rises = trigger.getComparison() == Comparison.GREATER || trigger.getComparison() == Comparison.GREATER_OR_EQUAL;
		boolean falls = trigger.getComparison() == Comparison.LESS || trigger.getComparison() == Comparison.LESS_OR_EQUAL;
		if (rises && above > 0 || falls && above < 0) {
			report.on(reaction, "%s begins at %d and is over at %d, where it still holds; the value to go back to lies on the other side".formatted(reaction.getName(), there.get(), back.get()));
		}
	}

	/** The arguments go to the columns that can keep one, from the first. */
	private void argumentType(LogAction action, Facts facts, Report report) {
		if (!Facts.is(action.getLog(), ClassIds.PROFILE_GENERIC) || action.getArguments().isEmpty()) {
			return;
		}
		List<Attribute> columns = Facts.attribute(action.getLog(), CAPTURE_OBJECTS).map(facts::references).orElse(List.of()).stream().flatMap(column -> settable(column, facts)).toList();
		for (int i = 0; i < Math.min(columns.size(), action.getArguments().size()); i++) {
			Value argument = action.getArguments().get(i);
			Attribute column = columns.get(i);
			Optional<String> problem = column.getType() == null ? Optional.empty() : TypeCheck.problem(column.getType(), argument);
			problem.ifPresent(text -> report.on((Element) action.eContainer(), "%s is logged with an argument that %s of %s cannot hold: %s".formatted(Facts.label(action.getLog()),
					Facts.label(Facts.objectOf(column), Facts.index(column)), Facts.label(Facts.objectOf(column)), text)));
		}
	}

	private static Stream<Attribute> settable(Reference column, Facts facts) {
		return column.classId() == ClassIds.CLOCK ? Stream.empty() : facts.target(column).flatMap(target -> Facts.attribute(target, column.member()))
				.filter(attribute -> attribute.getStorage() == Storage.RAM || attribute.getStorage() == Storage.NVM).stream();
	}

	private void parameterType(MethodAction action, Facts facts, Report report) {
		problem(action.getObject(), action.getMethod(), Optional.ofNullable(action.getParameter())).ifPresent(text -> report.on((Element) ((EObject) action).eContainer(),
				"method %d of %s is called with another parameter than it takes: %s".formatted(action.getMethod(), Facts.label(action.getObject()), text)));
	}

	private void scriptParameter(CosemObject table, Facts facts, Report report) {
		for (Reference reference : Facts.attribute(table, SCRIPTS).map(facts::references).orElse(List.of())) {
			if (reference.kind() == Reference.Kind.METHOD) {
				facts.target(reference).flatMap(target -> problem(target, reference.member(), reference.parameter().map(TypedValue::value))).ifPresent(text -> report.on(table, SCRIPTS,
						"a script of %s calls method %d of %s with another parameter than it takes: %s".formatted(Facts.label(table), reference.member(), reference.logicalName(), text)));
			}
		}
	}

	private static Optional<String> problem(CosemObject object, int method, Optional<Value> parameter) {
		if (object == null || object.getInterfaceClass() == null || parameter.isEmpty()) {
			return Optional.empty();
		}
		return object.getInterfaceClass().getMethods().stream().filter(each -> each.getIndex() == method).map(MethodDefinition::getParameter).filter(Objects::nonNull).findFirst()
				.flatMap(type -> TypeCheck.problem(type, parameter.get()));
	}

	private void nothingLimited(CosemObject limiter, Facts facts, Report report) {
		boolean acts = Facts.attribute(limiter, LIMITER_ACTIONS).map(facts::references).filter(references -> !references.isEmpty()).isPresent()
				|| facts.meter().getReactions().stream().anyMatch(reaction -> reaction.getObject() == limiter);
		boolean monitors = Facts.attribute(limiter, MONITORED).map(facts::references).filter(references -> !references.isEmpty()).isPresent();
		if (acts && Facts.value(limiter, MONITORED).isPresent() && !monitors) {
			report.on(limiter, MONITORED, "%s acts over and under its threshold, but monitors nothing".formatted(Facts.label(limiter)));
		}
	}
}
