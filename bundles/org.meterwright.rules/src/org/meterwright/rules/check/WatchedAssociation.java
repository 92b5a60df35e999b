// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Collection;

import org.eclipse.emf.common.util.EList;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.impl.AssociationImpl;

/** An association that knows which checks and answers looked at its object list, so that they look again when an entry comes or goes. */
public final class WatchedAssociation extends AssociationImpl {
	private final Readers readers = new Readers();

	@Override
	public EList<ObjectListEntry> getEntries() {
		Object reader = Reading.anyReader();
		if (reader != null) {
			readers.add(reader);
		}
		return super.getEntries();
	}

	/** Returns who looked at the object list. */
	Collection<Object> readers() {
		return readers.all();
	}
}
