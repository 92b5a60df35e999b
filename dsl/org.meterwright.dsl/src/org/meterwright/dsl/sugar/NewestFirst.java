// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.math.BigInteger;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;

/** Whether the first entry of a profile is its newest: sort_method lifo (class 7, attribute 5). */
final class NewestFirst {
	private static final int PROFILE_GENERIC = 7;
	private static final int SORT_METHOD = 5;
	private static final BigInteger LIFO = BigInteger.TWO;

	private NewestFirst() {
	}

	static boolean holds(CosemObject object) {
		return object.getInterfaceClass().getClassId() == PROFILE_GENERIC && object.getAttributes().stream()
				.anyMatch(attribute -> attribute.getDefinition().getIndex() == SORT_METHOD
						&& attribute.getValue() instanceof Value.Int sort && sort.value().equals(LIFO));
	}
}
