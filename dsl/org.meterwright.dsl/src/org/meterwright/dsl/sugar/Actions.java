// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.AlertStep;
import org.meterwright.dsl.cosemDsl.CallStep;
import org.meterwright.dsl.cosemDsl.CaptureStep;
import org.meterwright.dsl.cosemDsl.LogStep;
import org.meterwright.dsl.cosemDsl.PushStep;
import org.meterwright.dsl.cosemDsl.RaiseStep;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RunStep;
import org.meterwright.dsl.cosemDsl.SetStep;
import org.meterwright.dsl.cosemDsl.Step;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Kind;
import org.meterwright.dsl.elaborate.Layer;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scale;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;

/** Steps of scripts and reactions become actions; a step on a family becomes one action for each member. */
final class Actions {
	/** Where a step stands. */
	enum Place {
		/** In a script table, which COSEM defines. */
		SCRIPT,
		/** In a reaction. */
		REACTION
	}

	private final Elaboration elaboration;
	private final Place place;
	private final LogArguments arguments;

	Actions(Workshop workshop, Place place) {
		this.elaboration = workshop.elaboration();
		this.place = place;
		this.arguments = new LogArguments(elaboration);
	}

	/** Makes the actions of a step. */
	List<Action> of(Step step, Scope scope, Layer layer) {
		List<Action> actions = make(step, scope);
		actions.forEach(action -> action.getOrigins().add(layer.place(step)));
		return actions;
	}

	/** Returns what a step is about. */
	static Ref target(Step step) {
		return switch (step) {
			case CaptureStep it -> it.getTarget();
			case RunStep it -> it.getTarget();
			case CallStep it -> it.getTarget();
			case SetStep it -> it.getTarget();
			case PushStep it -> it.getTarget();
			case LogStep it -> it.getTarget();
			case AlertStep it -> it.getTarget();
			case RaiseStep it -> it.getTarget();
			default -> throw new IllegalArgumentException(step.eClass().getName());
		};
	}

	private List<Action> make(Step step, Scope scope) {
		return switch (step) {
			case CaptureStep it -> each(it.getTarget(), scope, Want.OBJECT, found -> capture(it, found));
			case RunStep it -> each(it.getTarget(), scope, Want.SCRIPT, Actions::run);
			case CallStep it -> each(it.getTarget(), scope, Want.METHOD, found -> call(it, found, scope));
			case SetStep it -> each(it.getTarget(), scope, Want.ATTRIBUTE, found -> set(it, found, scope));
			case PushStep it -> each(it.getTarget(), scope, Want.of(Kind.PUSH), Actions::push);
			case LogStep it when isReaction(step) -> each(it.getTarget(), scope, Want.OBJECT, found -> log(it, found, scope));
			case AlertStep it when isReaction(step) -> each(it.getTarget(), scope, Want.of(Kind.ALERT), Actions::alert);
			case RaiseStep it when isReaction(step) -> each(it.getTarget(), scope, Want.of(Kind.EVENT), Actions::raise);
			default -> List.of();
		};
	}

	private boolean isReaction(Step step) {
		if (place == Place.SCRIPT) {
			elaboration.report().report("MW-LANG-219", step, "a script writes attributes and calls methods; logs, Alerts and events belong into a reaction");
		}
		return place == Place.REACTION;
	}

	private List<Action> each(Ref ref, Scope scope, Want want, Function<Referent, Optional<? extends Action>> action) {
		return elaboration.resolver().resolve(ref, scope, want).stream().map(action).flatMap(Optional::stream).map(Action.class::cast).toList();
	}

	private Optional<Action> capture(CaptureStep step, Referent found) {
		int id = found.object().getInterfaceClass().getClassId();
		if (id != Captures.PROFILE_GENERIC && id != Captures.COMPACT_DATA) {
			elaboration.report().report("MW-LANG-215", step, "%s captures nothing: that is for Profile generic and Compact data".formatted(found.text()));
			return Optional.empty();
		}
		CaptureAction action = CosemFactory.eINSTANCE.createCaptureAction();
		action.setProfile(found.object());
		return Optional.of(action);
	}

	private static Optional<Action> run(Referent found) {
		ScriptAction action = CosemFactory.eINSTANCE.createScriptAction();
		action.setTable(found.object());
		action.setScriptId(found.script().orElseThrow().getScriptId());
		return Optional.of(action);
	}

	private Optional<Action> call(CallStep step, Referent found, Scope scope) {
		MethodDefinition method = found.method().orElseThrow();
		Optional<Value> parameter = parameter(step, method, scope);
		if (parameter.isEmpty()) {
			return Optional.empty();
		}
		MethodAction action = CosemFactory.eINSTANCE.createMethodAction();
		action.setObject(found.object());
		action.setMethod(method.getIndex());
		action.setParameter(parameter.get());
		return Optional.of(action);
	}

	private Optional<Value> parameter(CallStep step, MethodDefinition method, Scope scope) {
		DataType type = method.getParameter();
		if (step.getParameter() != null && type == null) {
			elaboration.report().report("MW-LANG-220", step, "method %s takes nothing".formatted(method.getName()));
			return Optional.empty();
		}
		if (step.getParameter() != null) {
			return elaboration.values().convert(step.getParameter(), type, scope, Scale.of(method.getUnit()));
		}
		Optional<Value> zero = type == null ? Optional.of(Values.nothing()) : Zero.fitting(type).filter(value -> isPlain(type));
		if (zero.isEmpty()) {
			elaboration.report().report("MW-LANG-220", step, "method %s needs a parameter: %s".formatted(method.getName(), type));
		}
		return zero;
	}

	/** Only integer(0), which says nothing, may be left out. */
	private static boolean isPlain(DataType type) {
		return type.bare() instanceof DataType.Simple simple && simple.size().lower() == 0 && simple.size().upper() == 0;
	}

	private Optional<Action> set(SetStep step, Referent found, Scope scope) {
		int index = found.attribute().orElseThrow().getIndex();
		Optional<Attribute> attribute = CosemObjects.attribute(found.object(), index);
		DataType type = attribute.map(Attribute::getType).orElse(found.attribute().get().getType());
		return elaboration.values().convert(step.getValue(), type, scope, elaboration.scale(found.object(), index)).map(value -> {
			SetAction action = CosemFactory.eINSTANCE.createSetAction();
			action.setObject(found.object());
			action.setAttribute(index);
			action.setValue(value);
			return action;
		});
	}

	private static Optional<Action> push(Referent found) {
		PushAction action = CosemFactory.eINSTANCE.createPushAction();
		action.setPush((Push) found.symbol().element());
		return Optional.of(action);
	}

	private Optional<Action> log(LogStep step, Referent found, Scope scope) {
		CosemObject log = found.object();
		if (log.getInterfaceClass().getClassId() != Captures.PROFILE_GENERIC) {
			elaboration.report().report("MW-LANG-215", step, "%s is no log: that is a Profile generic".formatted(found.text()));
			return Optional.empty();
		}
		LogAction action = CosemFactory.eINSTANCE.createLogAction();
		action.setLog(log);
		action.getArguments().addAll(arguments.written(step, log, scope));
		return Optional.of(action);
	}

	private static Optional<Action> alert(Referent found) {
		AlertAction action = CosemFactory.eINSTANCE.createAlertAction();
		action.setAlert((Alert) found.symbol().element());
		return Optional.of(action);
	}

	private static Optional<Action> raise(Referent found) {
		RaiseAction action = CosemFactory.eINSTANCE.createRaiseAction();
		action.setEvent((Event) found.symbol().element());
		return Optional.of(action);
	}

	/** Returns the actions of several steps in order. */
	List<Action> of(List<Step> steps, Scope scope, Layer layer) {
		return steps.stream().flatMap(step -> of(step, scope, layer).stream()).toList();
	}

	/** Returns the logs that a list of actions writes. */
	static Stream<CosemObject> logs(List<Action> actions) {
		return actions.stream().filter(LogAction.class::isInstance).map(action -> ((LogAction) action).getLog());
	}
}
