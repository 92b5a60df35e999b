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
	private static final Comparator<InterfaceClass> CLASSES = ModelOrder::compare;
	private static final Comparator<LogicalName> NAMES = Comparator.nullsFirst(Comparator.naturalOrder());

	/** Order of objects: class, version, logical name. */
	public static final Comparator<CosemObject> OBJECTS = ModelOrder::compare;
	/** Order of associations: client address, logical name. */
	public static final Comparator<Association> ASSOCIATIONS = Comparator.comparingInt(Association::getClientSap)
			.thenComparing(association -> association.getObject() == null ? null : association.getObject().getLogicalName(), NAMES);

	private static final Comparator<Attribute> ATTRIBUTES = (one, other) -> Integer.compare(CosemObjects.index(one), CosemObjects.index(other));

	private ModelOrder() {
	}

	private static int compare(CosemObject one, CosemObject other) {
		InterfaceClass type = one.getInterfaceClass();
		InterfaceClass otherType = other.getInterfaceClass();
		int order = type == otherType ? 0 : type == null ? -1 : otherType == null ? 1 : compare(type, otherType);
		return order != 0 ? order : NAMES.compare(one.getLogicalName(), other.getLogicalName());
	}

	private static int compare(InterfaceClass one, InterfaceClass other) {
		int order = Integer.compare(one.getClassId(), other.getClassId());
		return order != 0 ? order : Integer.compare(one.getVersion(), other.getVersion());
	}

	/** Sorts everything in a meter whose order means nothing. */
	public static void sort(Meter meter) {
		sort(meter.getClasses(), CLASSES);
		meter.getClasses().forEach(ModelOrder::sort);
		sort(meter.getDevices(), Comparator.comparingInt(LogicalDevice::getSap));
		for (LogicalDevice device : meter.getDevices()) {
			device.getObjects().forEach(ModelOrder::sortAttributes);
			sort(device.getObjects(), OBJECTS);
			sort(device.getAssociations(), ASSOCIATIONS);
		}
	}

	/** Sorts the attributes of an object by their attribute_id. There are few: each is moved to where it belongs, which keeps its place in the model. */
	public static void sortAttributes(CosemObject object) {
		EList<Attribute> list = object.getAttributes();
		for (int i = 1; i < list.size(); i++) {
			Attribute each = list.get(i);
			int to = i;
			while (to > 0 && ATTRIBUTES.compare(list.get(to - 1), each) > 0) {
				to--;
			}
			if (to < i) {
				list.move(to, i);
			}
		}
	}

	/** Sorts a list in one go: moving its elements one by one would take time with the square of their number. */
	private static <T> void sort(EList<T> list, Comparator<? super T> order) {
		if (!isSorted(list, order)) {
			List<T> sorted = list.stream().sorted(order).toList();
			list.clear();
			list.addAll(sorted);
		}
	}

	private static <T> boolean isSorted(EList<T> list, Comparator<? super T> order) {
		for (int i = 1; i < list.size(); i++) {
			if (order.compare(list.get(i - 1), list.get(i)) > 0) {
				return false;
			}
		}
		return true;
	}

	private static void sort(InterfaceClass interfaceClass) {
		sort(interfaceClass.getAttributes(), Comparator.comparingInt(AttributeDefinition::getIndex));
		sort(interfaceClass.getMethods(), Comparator.comparingInt(MethodDefinition::getIndex));
	}
}
