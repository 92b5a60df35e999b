// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Decisions of a seeded generator. */
final class Chance {
	private final Random random;

	Chance(long seed) {
		random = new Random(seed);
	}

	/** Tells whether something that happens in so many of a hundred cases does. */
	boolean percent(int hundredths) {
		return random.nextInt(100) < hundredths;
	}

	/** Returns a number from 0 to one less than a limit. */
	int below(int limit) {
		return random.nextInt(limit);
	}

	/** Returns a number between two others, both included. */
	int between(int lowest, int highest) {
		return lowest + random.nextInt(highest - lowest + 1);
	}

	/** Returns any bits. */
	long bits() {
		return random.nextLong();
	}

	/** Returns any octets. */
	byte[] octets(int length) {
		byte[] octets = new byte[length];
		random.nextBytes(octets);
		return octets;
	}

	/** Returns one of some things. */
	@SafeVarargs
	final <T> T one(T... things) {
		return things[random.nextInt(things.length)];
	}

	/** Returns an element. */
	<T> T of(List<T> things) {
		return things.get(random.nextInt(things.size()));
	}

	/** Returns some elements, at most so many, in any order. */
	<T> List<T> some(List<T> things, int most) {
		List<T> all = new ArrayList<>(things);
		Collections.shuffle(all, random);
		return List.copyOf(all.subList(0, Math.min(all.size(), random.nextInt(most + 1))));
	}

	/** Returns the elements in any order. */
	<T> List<T> shuffled(List<T> things) {
		List<T> all = new ArrayList<>(things);
		Collections.shuffle(all, random);
		return all;
	}
}
