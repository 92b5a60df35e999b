// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on Script table (class 9). */
public final class ScriptRules implements RuleArea {
	/** Id twice. */
	public static final String DUPLICATE_ID = "MW-SCRIPT-001";
	/** Id 0. */
	public static final String ZERO_ID = "MW-SCRIPT-002";
	/** No action. */
	public static final String NO_ACTION = "MW-SCRIPT-003";
	/** Writes a constant. */
	public static final String WRITES_CONSTANT = "MW-SCRIPT-004";
	/** Writes a value of another type. */
	public static final String VALUE = "MW-SCRIPT-005";
	/** Scripts that run each other for ever. */
	public static final String LOOP = "MW-SCRIPT-006";
	/** Named script that is not in the table. */
	public static final String NAME = "MW-SCRIPT-007";

	private static final int SCRIPTS = 2;
	private static final int EXECUTE = 1;

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.SCRIPT_TABLE, DUPLICATE_ID, this::duplicateId);
		book.onClass(ClassIds.SCRIPT_TABLE, ZERO_ID, this::zeroId);
		book.onClass(ClassIds.SCRIPT_TABLE, NO_ACTION, this::noAction);
		book.onClass(ClassIds.SCRIPT_TABLE, WRITES_CONSTANT, this::writesConstant);
		book.onClass(ClassIds.SCRIPT_TABLE, VALUE, this::value);
		book.on(Meter.class, LOOP, this::loop);
		book.onClass(ClassIds.SCRIPT_TABLE, NAME, this::name);
	}

	private static long id(TypedValue script) {
		return script.number("script_identifier");
	}

	private void duplicateId(CosemObject table, Facts facts, Report report) {
		Set<Long> seen = new HashSet<>();
		for (TypedValue script : Scripts.entries(table)) {
			if (!seen.add(id(script))) {
				report.on(table, SCRIPTS, "%s has two scripts %d".formatted(Facts.label(table), id(script)), place(table, script, "script_identifier"), Proposals.free(Scripts.ids(table), 1));
			}
		}
	}

	/** Returns the path of a field of a script, which is found by itself and not by what it says. */
	private static String place(CosemObject table, TypedValue script, String field) {
		return "%d.%s".formatted(Scripts.entries(table).lastIndexOf(script), field);
	}

	private void zeroId(CosemObject table, Facts facts, Report report) {
		if (Scripts.entries(table).stream().anyMatch(script -> id(script) == 0)) {
			report.on(table, SCRIPTS, "%s has a script 0, which means that no script is run".formatted(Facts.label(table)), "%d.script_identifier".formatted(Scripts.ids(table).indexOf(0L)),
					Proposals.free(Scripts.ids(table), 1));
		}
	}

	private void noAction(CosemObject table, Facts facts, Report report) {
		for (TypedValue script : Scripts.entries(table)) {
			if (script.field("actions").filter(actions -> actions.elements().isEmpty()).isPresent()) {
				report.on(table, SCRIPTS, "script %d of %s does nothing".formatted(id(script), Facts.label(table)));
			}
		}
	}

	private static Optional<Attribute> written(Reference reference, Facts facts) {
		return reference.kind() == Reference.Kind.WRITE ? facts.target(reference).flatMap(target -> Facts.attribute(target, reference.member()))
				: Optional.empty();
	}

	private void writesConstant(CosemObject table, Facts facts, Report report) {
		for (Reference reference : Facts.attribute(table, SCRIPTS).map(facts::references).orElse(List.of())) {
			if (written(reference, facts).filter(attribute -> attribute.getStorage() == Storage.ROM).isPresent()) {
				report.on(table, SCRIPTS, "a script of %s writes attribute %d of %s, which is in rom".formatted(Facts.label(table),
						reference.member(), reference.logicalName()), Proposals.column(reference, facts));
			}
		}
	}

	private void value(CosemObject table, Facts facts, Report report) {
		for (Reference reference : Facts.attribute(table, SCRIPTS).map(facts::references).orElse(List.of())) {
			Optional<String> problem = written(reference, facts).filter(attribute -> attribute.getType() != null)
					.flatMap(attribute -> reference.parameter().flatMap(value -> TypeCheck.problem(attribute.getType(), value.value())));
			problem.ifPresent(text -> report.on(table, SCRIPTS, "a script of %s writes attribute %d of %s: %s".formatted(Facts.label(table),
					reference.member(), reference.logicalName(), text)));
		}
	}

	private void loop(Meter meter, Facts facts, Report report) {
		Map<Script, Set<Script>> runs = new LinkedHashMap<>();
		facts.objects().filter(object -> Facts.is(object, ClassIds.SCRIPT_TABLE)).forEach(table -> {
			for (TypedValue script : Scripts.entries(table)) {
				runs.put(new Script(table, id(script)), runs(table, script, facts));
			}
		});
		Loops.find(runs).ifPresent(script -> report.on(script.table(), SCRIPTS, "script %d of %s runs itself again, without end".formatted(
				script.id(), Facts.label(script.table()))));
	}

	private static Set<Script> runs(CosemObject table, TypedValue script, Facts facts) {
		Set<Script> next = new HashSet<>();
		for (TypedValue action : script.field("actions").map(TypedValue::elements).orElse(List.of())) {
			boolean executes = action.number("service_id") == 2 && action.number("class_id") == ClassIds.SCRIPT_TABLE && action.number("index") == EXECUTE;
			Optional<CosemObject> other = action.logicalName("logical_name")
					.flatMap(name -> Facts.device(table).flatMap(device -> facts.find(device, ClassIds.SCRIPT_TABLE, name)));
			if (executes && other.isPresent()) {
				next.add(new Script(other.get(), action.number("parameter")));
			}
		}
		return next;
	}

	private void name(CosemObject table, Facts facts, Report report) {
		table.getScripts().stream().filter(script -> !Scripts.has(table, script.getScriptId(), facts)).forEach(script -> report.on(table, SCRIPTS,
				"script %s has the id %d, which %s does not hold".formatted(script.getName(), script.getScriptId(), Facts.label(table))));
	}

	private record Script(CosemObject table, long id) {
	}
}
