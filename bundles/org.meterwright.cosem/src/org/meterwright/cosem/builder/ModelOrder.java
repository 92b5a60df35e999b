// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.common.util.EList;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/**
 * The order of a model: classes by id and version, devices by SAP, objects by class, version and logical name, attributes by index,
 * associations by client address and logical name. Entries of an object list keep the order in which they are sent.
 */
public final class ModelOrder {
	private static final Comparator<InterfaceClass> CLASSES = Comparator.comparingInt(InterfaceClass::getClassId)
			.thenComparingInt(InterfaceClass::getVersion);
	private static final Comparator<LogicalName> NAMES = Comparator.nullsFirst(Comparator.naturalOrder());

	/** Order of objects: class, version, logical name. */
	public static final Comparator<CosemObject> OBJECTS = Comparator.comparing(CosemObject::getInterfaceClass, Comparator.nullsFirst(CLASSES))
			.thenComparing(CosemObject::getLogicalName, NAMES);
	/** Order of associations: client address, logical name. */
	public static final Comparator<Association> ASSOCIATIONS = Comparator.comparingInt(Association::getClientSap)
			.thenComparing(association -> association.getObject() == null ? null : association.getObject().getLogicalName(), NAMES);

	private ModelOrder() {
	}

	/** Sorts everything in a meter whose order means nothing. */
	public static void sort(Meter meter) {
		sort(meter.getClasses(), CLASSES);
		meter.getClasses().forEach(ModelOrder::sort);
		sort(meter.getDevices(), Comparator.comparingInt(LogicalDevice::getSap));
		for (LogicalDevice device : meter.getDevices()) {
			device.getObjects().forEach(object -> sort(object.getAttributes(), Comparator.comparingInt((Attribute a) -> CosemObjects.index(a))));
			sort(device.getObjects(), OBJECTS);
			sort(device.getAssociations(), ASSOCIATIONS);
		}
	}

	/** Sorts a list in one go: moving its elements one by one would take time with the square of their number. */
	private static <T> void sort(EList<T> list, Comparator<? super T> order) {
		List<T> sorted = list.stream().sorted(order).toList();
		if (!sorted.equals(list)) {
			list.clear();
			list.addAll(sorted);
		}
	}

	private static void sort(InterfaceClass interfaceClass) {
		sort(interfaceClass.getAttributes(), Comparator.comparingInt(AttributeDefinition::getIndex));
		sort(interfaceClass.getMethods(), Comparator.comparingInt(MethodDefinition::getIndex));
	}
}
