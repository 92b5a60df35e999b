// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.access.AccessRights;

/** The rights that the objects of one association have come to: most objects have those of others of their class, and share them. */
final class SharedRights {
	private final Map<Form, AccessRights> known = new HashMap<>();

	/** What the rights to an object depend on: its class, the attributes that it has, the modes of these and of the methods. */
	record Form(InterfaceClass type, int[] attributes, int[] attributeModes, List<SelectorChoice> selectors, int[] methodModes) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Form form && type == form.type && Arrays.equals(attributes, form.attributes) && Arrays.equals(attributeModes, form.attributeModes)
					&& selectors.equals(form.selectors) && Arrays.equals(methodModes, form.methodModes);
		}

		@Override
		public int hashCode() {
			return ((type.hashCode() * 31 + Arrays.hashCode(attributes)) * 31 + Arrays.hashCode(attributeModes)) * 31 + Arrays.hashCode(methodModes);
		}
	}

	/** Returns the rights of a form; they are made when the form is new. */
	AccessRights of(Form form, Function<Form, AccessRights> make) {
		return known.computeIfAbsent(form, make);
	}
}
