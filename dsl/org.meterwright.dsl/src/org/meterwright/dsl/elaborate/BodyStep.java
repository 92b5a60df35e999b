// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.KeySlot;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.IfLine;
import org.meterwright.dsl.cosemDsl.KeyLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.RemoveLine;
import org.meterwright.dsl.cosemDsl.ScriptLine;

/** The lines of each object: what it overrides first, then what it is like, then its own. */
final class BodyStep implements Step {
	private enum State {
		OPEN, DONE
	}

	@Override
	public void run(Elaboration elaboration) {
		Map<ObjectHandle, State> states = new IdentityHashMap<>();
		for (ObjectHandle handle : elaboration.objects()) {
			read(elaboration, handle, states);
			keys(handle);
		}
	}

	/** Reads the lines of an object that comes to a finished model, and may be like one that is there. */
	static void readAlone(Elaboration elaboration, ObjectHandle handle, Optional<ObjectHandle> source) {
		Map<ObjectHandle, State> states = new IdentityHashMap<>();
		source.ifPresent(each -> states.put(each, State.DONE));
		new BodyStep().read(elaboration, handle, states);
	}

	/** Reads the lines of objects of a finished model again, which were forgotten. */
	static void readAgain(Elaboration elaboration, List<ObjectHandle> again) {
		Map<ObjectHandle, State> states = new IdentityHashMap<>();
		elaboration.objects().forEach(each -> states.put(each, State.DONE));
		again.forEach(states::remove);
		BodyStep step = new BodyStep();
		again.forEach(each -> step.read(elaboration, each, states));
	}

	private void read(Elaboration elaboration, ObjectHandle handle, Map<ObjectHandle, State> states) {
		if (states.containsKey(handle) || handle.entry().isEmpty()) {
			return;
		}
		states.put(handle, State.OPEN);
		layers(elaboration, handle, states);
		states.put(handle, State.DONE);
	}

	private void layers(Elaboration elaboration, ObjectHandle handle, Map<ObjectHandle, State> states) {
		for (Entry<ObjectDecl> layer : Heads.layers(handle.entry().get(), handle.env())) {
			Env env = rebind(handle.env(), layer.node());
			like(elaboration, handle, layer.node(), env, states);
			Body own = new Body();
			collect(elaboration, own, layer.node().getBody(), new Scope(handle.device(), env), layer.layer());
			handle.body().layOver(own, elaboration.report());
		}
	}

	/** Gives the entry of a family member to the binder of the declaration whose lines are read. */
	static Env rebind(Env env, ObjectDecl declaration) {
		if (declaration.getFamily() == null || env.binders().isEmpty()) {
			return env;
		}
		return Env.of(declaration.getFamily().getBinder(), env.binders().values().iterator().next());
	}

	private void like(Elaboration elaboration, ObjectHandle handle, ObjectDecl declaration, Env env, Map<ObjectHandle, State> states) {
		if (declaration.getLike() == null) {
			return;
		}
		Optional<Referent> model = elaboration.resolver().pair(declaration.getLike(), new Scope(handle.device(), env), Want.OBJECT);
		if (model.isEmpty()) {
			return;
		}
		ObjectHandle source = elaboration.handle(model.get().object());
		read(elaboration, source, states);
		if (states.get(source) == State.OPEN) {
			elaboration.report().report("MW-LANG-018", declaration, CosemDslPackage.eINSTANCE.getObjectDecl_Like(),
					"%s is like itself through %s".formatted(declaration.getName(), source.object().getName()));
			return;
		}
		handle.body().layOver(source.body().like(source.object().getName()), elaboration.report());
	}

	private static void collect(Elaboration elaboration, Body body, List<BodyItem> items, Scope scope, Layer layer) {
		for (BodyItem item : items) {
			switch (item) {
				case AttributeLine it -> attribute(elaboration, body, it, scope, layer);
				case CaptureLine it -> body.captures().add(new Body.Line<>(it, scope, layer));
				case ScriptLine it -> script(elaboration, body, it, scope, layer);
				case RemoveLine it -> body.removals().add(new Body.Line<>(it, scope, layer));
				case KeyLine it -> body.keys().put(it.getName(), new Body.Line<>(it, scope, layer));
				case AcceptItem it -> body.accepts().add(new Body.Line<>(it, scope, layer));
				case IfLine it -> collect(elaboration, body, elaboration.holds(it.getCondition()) ? it.getBody() : it.getElseBody(), scope, layer);
				default -> {
					// there are no other lines
				}
			}
		}
	}

	private static void attribute(Elaboration elaboration, Body body, AttributeLine line, Scope scope, Layer layer) {
		if (body.attributes().put(line.getName(), new Body.Line<>(line, scope, layer)) != null) {
			elaboration.report().report("MW-LANG-044", line, CosemDslPackage.eINSTANCE.getAttributeLine_Name(), "%s stands twice in this object".formatted(line.getName()));
		}
	}

	private static void script(Elaboration elaboration, Body body, ScriptLine line, Scope scope, Layer layer) {
		if (body.scripts().put(line.getName(), new Body.Line<>(line, scope, layer)) != null) {
			elaboration.report().report("MW-LANG-044", line, CosemDslPackage.eINSTANCE.getScriptLine_Name(), "script %s stands twice in this object".formatted(line.getName()));
		}
	}

	private static void keys(ObjectHandle handle) {
		for (Body.Line<KeyLine> line : handle.body().keys().values()) {
			KeySlot key = CosemFactory.eINSTANCE.createKeySlot();
			key.setName(line.node().getName());
			key.setSlot(Numerals.clampedInt(line.node().getSlot()));
			key.getOrigins().addAll(line.origins());
			handle.object().getKeys().add(key);
		}
	}
}
