// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on the single steps of reactions. */
public final class ActionRules implements RuleArea {
	/** Log or capture of something that is no profile. */
	public static final String NO_PROFILE = "MW-EVENT-012";
	/** More arguments than the log has columns for. */
	public static final String ARGUMENTS = "MW-EVENT-013";
	/** Call of a method that is not there. */
	public static final String NO_METHOD = "MW-EVENT-014";
	/** Set of an attribute that is not there or cannot change. */
	public static final String NO_ATTRIBUTE = "MW-EVENT-015";
	/** Set to a value of another type. */
	public static final String VALUE = "MW-EVENT-016";
	/** Run of a script that is not there. */
	public static final String NO_SCRIPT = "MW-EVENT-017";

	private static final int CAPTURE_OBJECTS = 3;

	@Override
	public void register(RuleBook book) {
		book.on(CaptureAction.class, NO_PROFILE, (action, facts, report) -> noProfile(action.getProfile(), reaction(action), report));
		book.on(LogAction.class, NO_PROFILE, (action, facts, report) -> noProfile(action.getLog(), reaction(action), report));
		book.on(LogAction.class, ARGUMENTS, this::arguments);
		book.on(MethodAction.class, NO_METHOD, this::noMethod);
		book.on(SetAction.class, NO_ATTRIBUTE, this::noAttribute);
		book.on(SetAction.class, VALUE, this::value);
		book.on(ScriptAction.class, NO_SCRIPT, this::noScript);
		book.on(MethodAction.class, NO_SCRIPT, this::executesNoScript);
	}

	private static Element reaction(EObject action) {
		return (Element) action.eContainer();
	}

	private static void noProfile(CosemObject object, Element reaction, Report report) {
		boolean captures = Facts.is(object, ClassIds.PROFILE_GENERIC) || Facts.is(object, ClassIds.COMPACT_DATA);
		if (!captures) {
			report.on(reaction, "%s is no profile that could capture".formatted(Facts.label(object)));
		}
	}

	private void arguments(LogAction action, Facts facts, Report report) {
		if (!Facts.is(action.getLog(), ClassIds.PROFILE_GENERIC) || action.getArguments().isEmpty()) {
			return;
		}
		List<Reference> columns = Facts.attribute(action.getLog(), CAPTURE_OBJECTS).map(facts::references).orElse(List.of());
		long settable = columns.stream().filter(column -> isSettable(column, facts)).count();
		if (!columns.isEmpty() && action.getArguments().size() > settable) {
			report.on(reaction(action), "%s is logged with %d arguments, but has %d columns that hold one".formatted(Facts.label(action.getLog()),
					action.getArguments().size(), settable));
		}
	}

	private static boolean isSettable(Reference column, Facts facts) {
		Optional<Attribute> attribute = facts.target(column).flatMap(target -> Facts.attribute(target, column.member()));
		boolean kept = attribute.map(Attribute::getStorage).filter(storage -> storage == Storage.RAM || storage == Storage.NVM).isPresent();
		return kept && column.classId() != ClassIds.CLOCK;
	}

	private void noMethod(MethodAction action, Facts facts, Report report) {
		if (!Facts.hasMethod(action.getObject(), action.getMethod())) {
			report.on(reaction(action), "%s has no method %d".formatted(Facts.label(action.getObject()), action.getMethod()));
		}
	}

	private void noAttribute(SetAction action, Facts facts, Report report) {
		Optional<Attribute> attribute = Facts.attribute(action.getObject(), action.getAttribute());
		if (attribute.isEmpty()) {
			report.on(reaction(action), "%s has no attribute %d".formatted(Facts.label(action.getObject()), action.getAttribute()));
		} else if (attribute.get().getStorage() == Storage.ROM) {
			report.on(reaction(action), "%s of %s cannot be set: it is in rom".formatted(Facts.label(action.getObject(), action.getAttribute()),
					Facts.label(action.getObject())), Proposals.attribute(action.getObject(), action.getAttribute()));
		}
	}

	private void value(SetAction action, Facts facts, Report report) {
		Optional<Attribute> attribute = Facts.attribute(action.getObject(), action.getAttribute());
		if (action.getValue() != null && attribute.isPresent() && attribute.get().getType() != null) {
			TypeCheck.problem(attribute.get().getType(), action.getValue()).ifPresent(problem -> report.on(reaction(action),
					"%s of %s: %s".formatted(Facts.label(action.getObject(), action.getAttribute()), Facts.label(action.getObject()), problem)));
		}
	}

	private void executesNoScript(MethodAction action, Facts facts, Report report) {
		OptionalInt script = action.getObject() != null && Scripts.isExecute(Facts.classId(action.getObject()), action.getMethod()) ? Scripts.number(action.getParameter()) : OptionalInt.empty();
		if (script.isPresent() && !Scripts.has(action.getObject(), script.getAsInt(), facts)) {
			report.on(reaction(action), "%s has no script %d".formatted(Facts.label(action.getObject()), script.getAsInt()), proposal(script.getAsInt(), action.getObject()));
		}
	}

	private void noScript(ScriptAction action, Facts facts, Report report) {
		if (!Facts.is(action.getTable(), ClassIds.SCRIPT_TABLE)) {
			report.on(reaction(action), "%s is no script table".formatted(Facts.label(action.getTable())));
		} else if (!Scripts.has(action.getTable(), action.getScriptId(), facts)) {
			report.on(reaction(action), "%s has no script %d".formatted(Facts.label(action.getTable()), action.getScriptId()), proposal(action.getScriptId(), action.getTable()));
		}
	}

	/** Tells which script is run and which is there. */
	private static String[] proposal(int script, CosemObject table) {
		return Stream.concat(Stream.of(Integer.toString(script)), Scripts.first(table).stream()).toArray(String[]::new);
	}
}
