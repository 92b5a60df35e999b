// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Bytes;

/** What events, schedules and monitors set off, in numbers. */
public final class Triggers {
	/** No such row in an index of 16 bits. */
	public static final int NONE = 0xFFFF;
	/** No such row in an index of 8 bits. */
	public static final int NONE8 = 0xFF;
	/** Parameter of a log: the code of the alert in the same row. */
	public static final int PARAM_ALERT = 0xFFFE;
	/** Events of sources are numbered from here. */
	public static final int SOURCE_EVENT = 0x8000;

	private Triggers() {
	}

	/** Kind of a step, with its code in C. */
	public enum Op {
		/** Captures a log after its arguments are set. */
		LOG(1),
		/** Raises an alert. */
		ALERT(2),
		/** Sends a push. */
		PUSH(3),
		/** Raises an event. */
		RAISE(4),
		/** Captures a profile. */
		CAPTURE(5),
		/** Executes a script. */
		SCRIPT(6),
		/** Invokes a method. */
		METHOD(7),
		/** Sets an attribute. */
		SET(8);

		private final int code;

		Op(int code) {
			this.code = code;
		}

		/** Returns the code in C. */
		public int code() {
			return code;
		}
	}

	/** A step with its numbers: object, alert code, push, event or script table; index of a method or attribute; parameter. */
	public record Step(Op op, int index, int target, Param param) {
	}

	/** Parameter of a step. */
	public sealed interface Param {
	}

	/** No parameter. */
	public record NoParam() implements Param {
	}

	/** The code of the alert that the same trigger raises. */
	public record AlertCode() implements Param {
	}

	/** A number, such as a script_identifier. */
	public record Number(int number) implements Param {
	}

	/** A constant in the pool. */
	public record Constant(Bytes encoding) implements Param {
	}

	/** What one event sets off. */
	public record Trigger(int event, int guard, List<Step> steps, EObject reaction) {
		/** Copies the steps. */
		public Trigger {
			steps = List.copyOf(steps);
		}
	}

	/** A schedule or monitor that raises an event; kind 0 fires, 1 begins (the threshold of the text is passed), 2 ends. */
	public record Source(int object, int kind) {
		private static final List<String> KINDS = List.of("fires", "begins", "ends");

		/** Names the event: by the object, and which way. */
		String name(ObjectOrder order) {
			return Text.of("source_%s_%s", order.tag(order.objects().get(object)), KINDS.get(kind));
		}
	}
}
