// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.InterfaceClass;

/** What an importer asks of the interface class catalogue. */
public interface ClassCatalogue {

	/** Finds a class in one version. */
	Optional<InterfaceClass> find(int classId, int version);

	/** Lists the known versions of a class, ascending. */
	List<Integer> versions(int classId);

	/** Returns the namespace that a text has to import to use a class; nothing: it needs none. */
	default Optional<String> namespace(int classId, int version) {
		return Optional.empty();
	}
}
