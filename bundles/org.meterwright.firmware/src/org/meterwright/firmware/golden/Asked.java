// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.firmware.layout.TableLayout;

/** Associations that can be opened for a test, and the objects of their devices: asked for each right of each object. */
final class Asked {
	/** By the association's number; null where it cannot be opened. */
	private final Opening[] openings;
	/** The device of each association and of each object. */
	private final EObject[] opened;
	private final EObject[] devices;

	Asked(TableLayout layout, List<Opening> all) {
		openings = new Opening[layout.associations().size()];
		opened = new EObject[openings.length];
		all.forEach(opening -> {
			openings[opening.number()] = opening;
			opened[opening.number()] = opening.association().eContainer();
		});
		devices = layout.objects().stream().map(object -> object.object().eContainer()).toArray(EObject[]::new);
	}

	/** Tells whether a right is one in an association that can be opened, of a device that has the object. */
	boolean has(Golden.AccessRow row) {
		return openings[row.association()] != null && opened[row.association()] == devices[row.object()];
	}

	/** Returns how the association of a right is opened. */
	Opening opening(Golden.AccessRow row) {
		return openings[row.association()];
	}
}
