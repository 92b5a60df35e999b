// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Scripts of a Script table (class 9, attribute 2): what of a list of actions COSEM can say. */
final class ScriptValues {
	private static final int WRITE_ATTRIBUTE = 1;
	private static final int EXECUTE_METHOD = 2;
	private static final int EXECUTE = 1;
	private static final int CAPTURE_METHOD_OF_PROFILE = 2;
	private static final int PUSH = 1;

	private ScriptValues() {
	}

	/** Makes {script_identifier, actions}. */
	static Value script(int id, List<? extends Action> actions) {
		List<Value> elements = new ArrayList<>();
		actions.forEach(action -> standard(action).forEach(elements::add));
		return Values.structure(Values.longUnsigned(id), Data.array(elements));
	}

	/** Returns the actions that COSEM can say: it has nothing for an event, an Alert, or a log with arguments. */
	static List<Action> sayable(List<? extends Action> actions) {
		return actions.stream().<Action>map(action -> action).filter(action -> standard(action).findAny().isPresent()).toList();
	}

	/** Returns the object that an action reaches, if COSEM can say the action. */
	static Optional<CosemObject> reached(Action action) {
		return switch (action) {
			case SetAction set -> Optional.of(set.getObject());
			case MethodAction call -> Optional.of(call.getObject());
			case ScriptAction run -> Optional.of(run.getTable());
			case CaptureAction capture -> Optional.of(capture.getProfile());
			case PushAction push -> Optional.ofNullable(push.getPush().getObject());
			default -> Optional.empty();
		};
	}

	private static Stream<Value> standard(Action action) {
		return switch (action) {
			case SetAction set -> Stream.of(element(WRITE_ATTRIBUTE, set.getObject(), set.getAttribute(), set.getValue()));
			case MethodAction call -> Stream.of(element(EXECUTE_METHOD, call.getObject(), call.getMethod(), call.getParameter()));
			case ScriptAction run -> Stream.of(element(EXECUTE_METHOD, run.getTable(), EXECUTE, Values.longUnsigned(run.getScriptId())));
			case CaptureAction capture -> Stream.of(element(EXECUTE_METHOD, capture.getProfile(), CAPTURE_METHOD_OF_PROFILE, Values.integer(0)));
			case PushAction push when push.getPush().getObject() != null -> Stream.of(element(EXECUTE_METHOD, push.getPush().getObject(), PUSH, Values.integer(0)));
			default -> Stream.empty();
		};
	}

	private static Value element(int service, CosemObject object, int index, Value parameter) {
		return Values.structure(Values.enumerated(service), Values.longUnsigned(object.getInterfaceClass().getClassId()),
				Values.logicalName(object.getLogicalName()), Values.integer(index), parameter);
	}
}
