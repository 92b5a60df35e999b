// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.Step;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.ObjectHandle;

/** {@code script disable = 52 { ... }} in a Script table (class 9): names first, so that reactions can run them, then the actions. */
final class Scripts {
	static final int CLASS = 9;
	private static final int SCRIPTS = 2;
	private static final int LARGEST_ID = 0xFFFF;

	private final Workshop workshop;

	Scripts(Workshop workshop) {
		this.workshop = workshop;
	}

	/** Gives the scripts of each table their names. */
	void declare() {
		for (ObjectHandle handle : workshop.elaboration().objects()) {
			Map<Integer, String> ids = new HashMap<>();
			for (Body.Line<ScriptLine> line : handle.body().scripts().values()) {
				if (handle.object().getInterfaceClass().getClassId() != CLASS) {
					workshop.elaboration().report().report("MW-LANG-217", line.node(), "%s has no scripts: those stand in a ScriptTable"
							.formatted(handle.object().getName()));
				} else {
					name(handle, line, ids);
				}
			}
		}
	}

	private void name(ObjectHandle handle, Body.Line<ScriptLine> line, Map<Integer, String> ids) {
		int id = Codes.of(line.node().getId());
		String before = ids.putIfAbsent(id, line.node().getName());
		if (before != null) {
			workshop.elaboration().report().report("MW-LANG-218", line.node(), CosemDslPackage.eINSTANCE.getScriptLine_Id(),
					"%s and %s both are script %d".formatted(before, line.node().getName(), id), free(ids));
		} else if (id < 1 || id > LARGEST_ID) {
			workshop.elaboration().report().report("MW-LANG-218", line.node(), CosemDslPackage.eINSTANCE.getScriptLine_Id(),
					"a script is 1 to 65535, not %s; 0 means no script".formatted(line.node().getId()), free(ids));
		}
		add(handle, line.node().getName(), id, line.origins());
	}

	/** Returns an identifier that no script has. */
	private static String free(Map<Integer, String> ids) {
		return IntStream.rangeClosed(1, LARGEST_ID).filter(id -> !ids.containsKey(id)).mapToObj(Integer::toString).findFirst().orElse("");
	}

	/** Adds the name of a script to a table. */
	static void add(ObjectHandle table, String name, int id, List<Origin> origins) {
		ScriptName script = CosemFactory.eINSTANCE.createScriptName();
		script.setName(name);
		script.setScriptId(Math.clamp(id, 0, LARGEST_ID));
		script.getOrigins().addAll(origins);
		table.object().getScripts().add(script);
	}

	/** Writes the actions. */
	void fill() {
		Actions actions = new Actions(workshop, Actions.Place.SCRIPT);
		for (ObjectHandle handle : workshop.elaboration().objects()) {
			if (handle.object().getInterfaceClass().getClassId() == CLASS && !handle.body().scripts().isEmpty()) {
				fill(handle, actions);
			}
		}
	}

	private void fill(ObjectHandle handle, Actions actions) {
		List<Value> scripts = new ArrayList<>();
		List<Origin> origins = new ArrayList<>();
		for (Body.Line<ScriptLine> line : handle.body().scripts().values()) {
			List<Action> made = new ArrayList<>();
			for (Step step : line.node().getActions()) {
				made.addAll(actions.of(step, line.scope(), line.layer()));
			}
			checkDevice(workshop, handle, made, line.node());
			scripts.add(ScriptValues.script(Math.clamp(Codes.of(line.node().getId()), 0, LARGEST_ID), made));
			origins.addAll(line.origins());
		}
		if (handle.body().attributes().containsKey("scripts")) {
			workshop.elaboration().report().report("MW-LANG-216", handle.body().attributes().get("scripts").node(),
					CosemDslPackage.eINSTANCE.getAttributeLine_Name(), "script says what scripts says; keep one of them");
		} else {
			handle.set(SCRIPTS, Data.array(scripts), origins.getFirst()).ifPresent(attribute -> attribute.getOrigins().addAll(origins.subList(1, origins.size())));
		}
	}

	/** References in COSEM stay in their logical device. */
	static void checkDevice(Workshop workshop, ObjectHandle table, List<? extends Action> actions, EObject place) {
		actions.stream().map(ScriptValues::reached).flatMap(Optional::stream).map(workshop.elaboration()::handle)
				.filter(reached -> !reached.device().equals(table.device())).findFirst()
				.ifPresent(reached -> workshop.elaboration().report().report("MW-LANG-241", place, "%s is in device %s; a script of device %s cannot reach it"
						.formatted(reached.object().getName(), reached.device(), table.device())));
	}
}
