// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.value.LogicalName;

/**
 * One file as it was read.
 *
 * @param file        the file
 * @param octets      its octets from the list on; nothing: it was not read from octets
 * @param association logical name of the association that it belongs to
 * @param objects     elements in the order sent
 * @param seen        what else the file says of the association
 */
record Listing(ListFile file, Optional<Octets> octets, LogicalName association, List<ListedObject> objects, Optional<Sketch.SeenAssociation> seen) {
	static final int ASSOCIATION_LN = 15;
	private static final LogicalName CURRENT = new LogicalName(0, 0, 40, 0, 0, 255);

	/** Finds the version of the Association LN object: its own entry, or that of the current association. */
	Optional<Integer> listedVersion() {
		return Stream.of(association, CURRENT).map(this::versionOf).flatMap(Optional::stream).findFirst();
	}

	/** Returns the version of the Association LN object, guessed from the coding where the list does not have it. */
	int version() {
		return seen.map(Sketch.SeenAssociation::version).or(this::listedVersion).orElseGet(() -> ListModes.guessVersion(objects));
	}

	private Optional<Integer> versionOf(LogicalName name) {
		return objects.stream().filter(object -> object.classId() == ASSOCIATION_LN && object.logicalName().equals(name)).map(ListedObject::version).findFirst();
	}
}
