// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Collection;

import org.eclipse.emf.common.util.EList;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.impl.LogicalDeviceImpl;

/** A logical device that knows which checks and answers looked at its objects, so that they look again when one comes or goes. */
public final class WatchedDevice extends LogicalDeviceImpl {
	private final Readers readers = new Readers();

	@Override
	public EList<CosemObject> getObjects() {
		Object reader = Reading.anyReader();
		if (reader != null) {
			readers.add(reader);
		}
		return super.getObjects();
	}

	/** Returns who looked at the objects. */
	Collection<Object> readers() {
		return readers.all();
	}
}
