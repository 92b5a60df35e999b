// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Scope;

/**
 * An element of the model while it is made: declared with a name first, filled in when all names are known.
 *
 * @param entry   the item
 * @param env     binders of a family member
 * @param device  logical device that its references start from
 * @param element the element
 * @param handle  the standard object that goes with it, if there is one
 */
record Piece<T extends EObject, E extends EObject>(Entry<T> entry, Env env, String device, E element, Optional<ObjectHandle> handle) {

	Scope scope() {
		return new Scope(device, env);
	}

	T node() {
		return entry.node();
	}

	/** Returns what the item overrides, oldest first, and the item itself last. */
	List<Entry<T>> layers() {
		return layers(entry);
	}

	/** Returns what an item overrides, oldest first, and the item itself last. */
	static <T extends EObject> List<Entry<T>> layers(Entry<T> entry) {
		return Heads.newestFirst(entry).reversed();
	}

	/** Returns where a line of the item stands, in whichever layer it was written. */
	Origin origin(EObject line) {
		return layers().stream().filter(layer -> layer.node() == line.eContainer()).findFirst().map(layer -> layer.place(line)).orElseGet(() -> entry.place(line));
	}

	/** Returns the place of a part of the item, as the origin of what is made of it. */
	Origin sugar(EObject part) {
		Origin place = entry.place(part);
		return place.as("sugar", "");
	}
}
