// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who read something. There are few for most things, and many for some. */
final class Readers {
	private static final int FEW = 8;
	private static final Object[] NONE = {};

	/** Replaced, never changed. */
	private volatile Object[] few = NONE;
	private Set<Object> many = Set.of();
	private volatile Object last;

	/** Notes a reader: a {@link Run} of a check, or an {@link Answer}. */
	void add(Object reader) {
		for (Object each : few) {
			if (each == reader) {
				return;
			}
		}
		if (last != reader) {
			note(reader);
			last = reader;
		}
	}

	private synchronized void note(Object reader) {
		if (!many.isEmpty()) {
			many.add(reader);
		} else if (Arrays.asList(few).contains(reader)) {
			return;
		} else if (few.length < FEW) {
			few = Arrays.copyOf(few, few.length + 1);
			few[few.length - 1] = reader;
		} else {
			many = new HashSet<>(Arrays.asList(few));
			many.add(reader);
			few = NONE;
		}
	}

	/** Returns the readers so far. */
	synchronized Collection<Object> all() {
		return many.isEmpty() ? List.of(few) : List.copyOf(many);
	}
}
