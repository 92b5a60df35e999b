// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.emit.CNames;

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

	/**
	 * A schedule or monitor that raises an event.
	 *
	 * @param object number of the object; from the number of objects on: a row of the threshold table
	 * @param kind   0 fires, 1 begins (the threshold of the text is passed), 2 ends
	 * @param way    for a threshold: bit 0: upwards, bit 1: a value that equals the threshold counts as above it, from bit 4 on: number of the threshold
	 * @param reaction name of a reaction that no object implements; else empty
	 */
	public record Source(int object, int kind, int way, String reaction) {
		private static final List<String> KINDS = List.of("fires", "begins", "ends");

		/** Names the event: by the object or the reaction, which way, and over which threshold. */
		String name(ObjectOrder order) {
			String tag = object < order.objects().size() ? order.tag(order.objects().get(object)) : CNames.member(reaction);
			return Text.of(kind == 0 ? "source_%s_%s" : "source_%s_%s_%d", tag, KINDS.get(kind), way);
		}
	}

	/**
	 * A reaction to a threshold or to times that no object implements.
	 *
	 * @param monitored  what is watched; nothing: it is a reaction to times
	 * @param comparison less, less or equal, greater, greater or equal, equal: 0 to 4
	 * @param threshold  the threshold, or the array of times and dates, in A-XDR
	 * @param back       where it ends, in A-XDR; empty: at the threshold
	 * @param durations  how long it must hold before it begins, and before it ends, in s
	 */
	public record Threshold(Optional<Descriptor.Reference> monitored, int comparison, Bytes threshold, Bytes back, long[] durations, EObject reaction) {
	}
}
