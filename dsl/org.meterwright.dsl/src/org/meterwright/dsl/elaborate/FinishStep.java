// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashSet;
import java.util.Set;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.builder.ModelOrder;

/** Sorts the model and drops the classes that no object uses, so that the same text gives the same bytes. */
final class FinishStep implements Step {

	@Override
	public void run(Elaboration elaboration) {
		Set<InterfaceClass> used = new HashSet<>();
		for (LogicalDevice device : elaboration.model().getDevices()) {
			for (CosemObject object : device.getObjects()) {
				used.add(object.getInterfaceClass());
			}
		}
		elaboration.model().getClasses().removeIf(type -> !used.contains(type));
		ModelOrder.sort(elaboration.model());
	}
}
