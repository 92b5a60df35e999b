// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.function.Consumer;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.value.LogicalName;

/** Fills a logical device. */
public final class DeviceBuilder {
	private final LogicalDevice device = CosemFactory.eINSTANCE.createLogicalDevice();

	DeviceBuilder(String name, int sap) {
		device.setName(name);
		device.setSap(sap);
	}

	/** Sets the logical device name. */
	public DeviceBuilder named(String logicalDeviceName) {
		device.setLogicalDeviceName(logicalDeviceName);
		return this;
	}

	/** Adds an object; its mandatory attributes that the content leaves out get a plausible type and storage. */
	public CosemObject object(String name, InterfaceClass interfaceClass, String logicalName, Consumer<ObjectBuilder> content) {
		return object(name, interfaceClass, LogicalName.valueOf(logicalName), content);
	}

	/** Adds an object; its mandatory attributes that the content leaves out get a plausible type and storage. */
	public CosemObject object(String name, InterfaceClass interfaceClass, LogicalName logicalName, Consumer<ObjectBuilder> content) {
		ObjectBuilder builder = new ObjectBuilder(name, interfaceClass, logicalName);
		content.accept(builder);
		CosemObject object = builder.complete();
		device.getObjects().add(object);
		return object;
	}

	/** Adds an association whose object is in the device already. */
	public Association association(String name, CosemObject object, int clientSap, Consumer<AssociationBuilder> content) {
		AssociationBuilder builder = new AssociationBuilder(name, object, clientSap);
		content.accept(builder);
		device.getAssociations().add(builder.association());
		return builder.association();
	}

	/** Returns the device. */
	public LogicalDevice device() {
		return device;
	}
}
