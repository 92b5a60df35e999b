// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.List;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.value.Value;

/** Makes the steps of reactions. */
public final class Actions {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private Actions() {
	}

	/** Captures a profile. */
	public static CaptureAction capture(CosemObject profile) {
		CaptureAction action = FACTORY.createCaptureAction();
		action.setProfile(profile);
		return action;
	}

	/** Captures an event log after its arguments are set. */
	public static LogAction log(CosemObject log, Value... arguments) {
		LogAction action = FACTORY.createLogAction();
		action.setLog(log);
		action.getArguments().addAll(List.of(arguments));
		return action;
	}

	/** Sends a push. */
	public static PushAction push(Push push) {
		PushAction action = FACTORY.createPushAction();
		action.setPush(push);
		return action;
	}

	/** Raises an Alert. */
	public static AlertAction alert(Alert alert) {
		AlertAction action = FACTORY.createAlertAction();
		action.setAlert(alert);
		return action;
	}

	/** Raises an event. */
	public static RaiseAction raise(Event event) {
		RaiseAction action = FACTORY.createRaiseAction();
		action.setEvent(event);
		return action;
	}

	/** Executes a script. */
	public static ScriptAction run(CosemObject table, int scriptId) {
		ScriptAction action = FACTORY.createScriptAction();
		action.setTable(table);
		action.setScriptId(scriptId);
		return action;
	}

	/** Invokes a method. */
	public static MethodAction call(CosemObject object, int method, Value parameter) {
		MethodAction action = FACTORY.createMethodAction();
		action.setObject(object);
		action.setMethod(method);
		action.setParameter(parameter);
		return action;
	}

	/** Sets an attribute. */
	public static SetAction set(CosemObject object, int attribute, Value value) {
		SetAction action = FACTORY.createSetAction();
		action.setObject(object);
		action.setAttribute(attribute);
		action.setValue(value);
		return action;
	}
}
