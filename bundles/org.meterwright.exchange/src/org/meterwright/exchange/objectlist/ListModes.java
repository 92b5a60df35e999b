// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.List;
import java.util.stream.Stream;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** What the access modes of a list tell. */
final class ListModes {
	private static final int LARGEST_NUMBER = 6;
	private static final int LARGEST_METHOD_NUMBER = 2;

	private ListModes() {
	}

	/** Tells whether a mode lets a client write. */
	static boolean writable(int version, int mode) {
		return (AccessModes.attributeBits(version, mode).orElse(0) & AccessModes.WRITE) != 0;
	}

	/** Guesses the version of the Association LN class from the way modes are coded: boolean methods are version 0, bits are version 3. */
	static int guessVersion(List<ListedObject> objects) {
		if (methodModes(objects).anyMatch(Value.Bool.class::isInstance)) {
			return 0;
		}
		boolean bits = objects.stream().flatMap(object -> object.attributes().stream()).anyMatch(attribute -> attribute.mode() > LARGEST_NUMBER)
				|| methodModes(objects).anyMatch(mode -> Values.number(mode).orElse(0) > LARGEST_METHOD_NUMBER);
		return bits ? 3 : 1;
	}

	/** Tells whether methods are coded otherwise than the version says. */
	static boolean otherMethodCoding(int version, List<ListedObject> objects) {
		return methodModes(objects).anyMatch(mode -> mode instanceof Value.Bool != (version == 0));
	}

	private static Stream<Value> methodModes(List<ListedObject> objects) {
		return objects.stream().flatMap(object -> object.methods().stream()).map(ListedObject.ListedMethod::mode);
	}
}
