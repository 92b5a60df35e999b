// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.Comparator;

import org.eclipse.emf.common.util.ECollections;
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
		ECollections.sort(meter.getClasses(), CLASSES);
		meter.getClasses().forEach(ModelOrder::sort);
		ECollections.sort(meter.getDevices(), Comparator.comparingInt(LogicalDevice::getSap));
		for (LogicalDevice device : meter.getDevices()) {
			device.getObjects().forEach(object -> ECollections.sort(object.getAttributes(), Comparator.comparingInt((Attribute a) -> CosemObjects.index(a))));
			ECollections.sort(device.getObjects(), OBJECTS);
			ECollections.sort(device.getAssociations(), ASSOCIATIONS);
		}
	}

	private static void sort(InterfaceClass interfaceClass) {
		ECollections.sort(interfaceClass.getAttributes(), Comparator.comparingInt(AttributeDefinition::getIndex));
		ECollections.sort(interfaceClass.getMethods(), Comparator.comparingInt(MethodDefinition::getIndex));
	}
}
