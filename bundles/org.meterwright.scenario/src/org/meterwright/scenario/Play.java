// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;

/** A step of a scenario. */
public sealed interface Play {

	/** Returns the line of the text that it stands on. */
	int line();

	/** Returns the step as it is written, without what stands in its braces. */
	String words();

	/** The firmware notices an event. */
	record Raise(int line, String words, Event event) implements Play {
	}

	/** The firmware sets a value: a measurement, a state of an input. */
	record SetValue(int line, String words, CosemObject object, int attribute, Value value) implements Play {
	}

	/** Time passes up to a date-time of 12 octets. */
	record Until(int line, String words, Bytes time) implements Play {
	}

	/** Time passes, in seconds. */
	record Advance(int line, String words, long seconds) implements Play {
	}

	/** The same steps again and again. */
	record Repeat(int line, String words, int count, List<Play> plays) implements Play {
		/** Copies the steps. */
		public Repeat {
			plays = List.copyOf(plays);
		}
	}

	/** What fails and comes back. */
	enum Thing {
		/** The supply of the meter: RAM is lost, NVM is kept, the clock goes on. */
		POWER,
		/** The network that takes pushes and Alerts. */
		NETWORK
	}

	/** The power or the network fails or comes back; with seconds both, one after the other. */
	record Fail(int line, String words, Thing thing, boolean restored, Optional<Long> seconds) implements Play {
	}

	/** A client opens an association and does the steps; with a wrong secret it must be refused. */
	record Client(int line, String words, Association association, boolean wrongSecret, List<Play> plays) implements Play {
		/** Copies the steps. */
		public Client {
			plays = List.copyOf(plays);
		}
	}

	/** A client reads, all or the newest entries, or those between two date-times. */
	record Read(int line, String words, Column column, Optional<Bytes> from, Optional<Bytes> to) implements Play {
	}

	/** A client writes. */
	record Write(int line, String words, CosemObject object, int attribute, Value value) implements Play {
	}

	/** A client, or the firmware, executes a method. */
	record Call(int line, String words, CosemObject object, int method, Value parameter) implements Play {
	}

	/** What the client just asked for was refused; with a data access result, for this reason. */
	record ExpectDenied(int line, String words, OptionalInt reason) implements Play {
	}

	/** How often something must have happened since it was last expected: at least once, never, or so often. */
	record Times(boolean never, OptionalInt exactly) {
	}

	/** An Alert was sent; nothing: any. With a date-time, then. */
	record ExpectAlert(int line, String words, Times times, Optional<Alert> alert, Optional<Bytes> at) implements Play {
	}

	/** A push was sent. With a date-time, then. Its content is as said. */
	record ExpectPush(int line, String words, Times times, Push push, Optional<Bytes> at, List<Condition> contents) implements Play {
		/** Copies the contents. */
		public ExpectPush {
			contents = List.copyOf(contents);
		}
	}

	/** A log has entries for which all conditions hold; last: only so many of the newest ones count, 0: all. */
	record ExpectLog(int line, String words, Times times, CosemObject log, int last, List<Condition> contents) implements Play {
		/** Copies the contents. */
		public ExpectLog {
			contents = List.copyOf(contents);
		}
	}

	/** An attribute has a value: as the client reads it, else as the firmware does. */
	record ExpectValue(int line, String words, Condition condition) implements Play {
	}

	/** How two values compare. */
	enum Comparison {
		/** Less. */
		LESS,
		/** Less or equal. */
		AT_MOST,
		/** Greater. */
		GREATER,
		/** Greater or equal. */
		AT_LEAST,
		/** Equal. */
		EQUAL
	}

	/** An attribute, and what must be true of its value. */
	record Condition(String words, Column column, Comparison comparison, Value value) {
	}
}
