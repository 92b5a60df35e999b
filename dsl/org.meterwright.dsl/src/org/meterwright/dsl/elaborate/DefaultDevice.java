// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;

import org.meterwright.dsl.cosemDsl.DeviceDecl;

/** The logical device of objects that stand outside devices: the management device (SAP 1), else the only one. */
final class DefaultDevice {
	private DefaultDevice() {
	}

	static String name(List<DeviceDecl> devices) {
		for (DeviceDecl device : devices) {
			if (device.getSap() != null && device.getSap().equals("1")) {
				return device.getName();
			}
		}
		List<String> names = devices.stream().map(DeviceDecl::getName).distinct().toList();
		return names.size() == 1 ? names.getFirst() : "";
	}
}
