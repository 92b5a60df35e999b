// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.ObjectHandle;

/**
 * Scripts that schedules, monitors and limiters run because a reaction says so. They stand in an internal Script table of their own,
 * 0-0:10.0.128*255 or the next that is free, apart from the maker's tables; a body that only runs one script needs none.
 */
final class GeneratedScripts {
	private static final int FIRST = 128;
	private static final int SCRIPTS = 2;
	private static final String NAME = "generatedScripts";

	private record Table(ObjectHandle handle, List<Value> scripts) {
	}

	private final Workshop workshop;
	private final Map<String, Table> tables = new LinkedHashMap<>();

	GeneratedScripts(Workshop workshop) {
		this.workshop = workshop;
	}

	/** Returns the script that does what COSEM can say of some actions; none when that is nothing. */
	ScriptCall call(Piece<ReactionDecl, Reaction> piece, List<Action> actions, String suffix) {
		List<Action> sayable = ScriptValues.sayable(actions);
		if (sayable.isEmpty()) {
			return ScriptCall.NONE;
		}
		if (sayable.size() == 1 && sayable.getFirst() instanceof ScriptAction run) {
			return new ScriptCall(run.getTable().getLogicalName(), run.getScriptId());
		}
		Optional<Table> table = table(piece);
		if (table.isEmpty()) {
			return ScriptCall.NONE;
		}
		Scripts.checkDevice(workshop, table.get().handle(), sayable, piece.node());
		int id = table.get().scripts().size() + 1;
		table.get().scripts().add(ScriptValues.script(id, sayable));
		Scripts.add(table.get().handle(), piece.element().getName() + suffix, id, List.of(piece.sugar(piece.node())));
		return new ScriptCall(table.get().handle().object().getLogicalName(), id);
	}

	private Optional<Table> table(Piece<ReactionDecl, Reaction> piece) {
		Table before = tables.get(piece.device());
		if (before != null) {
			return Optional.of(before);
		}
		Optional<LogicalName> name = workshop.elaboration().logicalNames().free(piece.device(), FIRST, 255, n -> new LogicalName(0, 0, 10, 0, n, 255));
		if (name.isEmpty()) {
			workshop.elaboration().report().report("MW-LANG-206", piece.node(), "no logical name 0-0:10.0.n*255 from 128 is free for generated scripts");
			return Optional.empty();
		}
		Optional<Table> made = workshop.elaboration().libraryClass(Scripts.CLASS, 0).map(type -> new Table(workshop.elaboration().create(new Elaboration.NewObject(NAME,
				Optional.empty(), type, name.get(), piece.device(), true, true, piece.node(), List.of(piece.sugar(piece.node())))), new ArrayList<>()));
		made.ifPresent(table -> tables.put(piece.device(), table));
		return made;
	}

	/** Writes the tables' attributes. */
	void fill() {
		for (Table table : tables.values()) {
			var origin = table.handle().object().getOrigins().getFirst();
			table.handle().set(1, Values.logicalName(table.handle().object().getLogicalName()), origin);
			table.handle().set(SCRIPTS, Data.array(table.scripts()), origin);
		}
	}
}
