// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.query.CosemObjects;

/** What of a model a text says itself: the rest elaboration derives from it. */
final class Written {
	private static final int ASSOCIATION = 15;
	private static final int SCRIPT_TABLE = 9;
	private static final int PUSH_OBJECT_LIST = 2;

	private Written() {
	}

	/** Returns a copy without derived objects and attributes. */
	static Meter of(Meter model) {
		Meter meter = EcoreUtil.copy(model);
		Set<CosemObject> pushed = new HashSet<>(meter.getPushes().stream().map(Push::getObject).toList());
		Set<Object> used = new HashSet<>();
		for (LogicalDevice device : meter.getDevices()) {
			device.getObjects().removeIf(object -> object.isGenerated() && object.isInternal() && CosemObjects.classId(object) == SCRIPT_TABLE);
			for (CosemObject object : device.getObjects()) {
				used.add(object.getInterfaceClass());
				if (pushed.contains(object)) {
					object.getAttributes().removeIf(attribute -> CosemObjects.index(attribute) == PUSH_OBJECT_LIST);
				} else if (object.isGenerated() && CosemObjects.classId(object) != ASSOCIATION) {
					object.getAttributes().removeIf(attribute -> CosemObjects.index(attribute) > 1);
				}
			}
		}
		meter.getClasses().removeIf(type -> !used.contains(type));
		return meter;
	}

	/** Returns the classes that are there and not used, so that a failure names them. */
	static List<String> names(Meter meter) {
		List<String> names = new ArrayList<>();
		meter.getClasses().forEach(type -> names.add(type.getName()));
		return names;
	}
}
