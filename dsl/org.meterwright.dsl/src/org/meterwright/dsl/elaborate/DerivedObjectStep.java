// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.elaborate.Elaboration.NewObject;

/**
 * What every physical device has: the logical device name (Data 0-0:42.0.0*255) of each device that is named, and in the management device
 * the SAP assignment (17, 0-0:41.0.0*255). An object that the text writes under that logical name stays as it is.
 */
final class DerivedObjectStep implements Step {
	private static final LogicalName DEVICE_NAME = new LogicalName(0, 0, 42, 0, 0, 255);
	private static final LogicalName SAP_ASSIGNMENT = new LogicalName(0, 0, 41, 0, 0, 255);
	/** COSEM logical device names are octet-string(16) at most (IEC 62056-6-2, 4.1.8.2). */
	private static final int LONGEST_NAME = 16;

	@Override
	public void run(Elaboration elaboration) {
		boolean named = false;
		for (LogicalDevice device : List.copyOf(elaboration.devices())) {
			if (device.getLogicalDeviceName() != null) {
				named = true;
				deviceName(elaboration, device);
			}
		}
		Optional<LogicalDevice> management = elaboration.devices().stream().filter(device -> device.getSap() == 1).findFirst();
		if (named && management.isPresent()) {
			assignment(elaboration, management.get());
		}
	}

	private static EObject declaration(Elaboration elaboration, LogicalDevice device) {
		return elaboration.items().of(DeviceDecl.class).stream().map(Entry::node).filter(node -> node.getName().equals(device.getName())).findFirst().orElseThrow();
	}

	private static List<Origin> origins(LogicalDevice device) {
		return device.getOrigins().stream().map(each -> new Origin(each.file(), each.line(), each.offset(), each.length(), "sugar")).limit(1).toList();
	}

	private static void deviceName(Elaboration elaboration, LogicalDevice device) {
		String name = device.getLogicalDeviceName();
		EObject node = declaration(elaboration, device);
		boolean placeholder = name.indexOf('{') >= 0;
		if (name.chars().anyMatch(c -> c < 0x20 || c > 0x7E) || !placeholder && name.length() > LONGEST_NAME) {
			elaboration.report().report("MW-LANG-016", node, CosemDslPackage.eINSTANCE.getDeviceDecl_Ldn(), "a logical device name is printable ASCII of %d characters at most".formatted(LONGEST_NAME));
			return;
		}
		if (elaboration.logicalNames().isTaken(device.getName(), DEVICE_NAME)) {
			return;
		}
		DataType type = new DataType.Simple(DataTag.OCTET_STRING, new DataType.Size(0, LONGEST_NAME));
		elaboration.libraryClass(1, 0).ifPresent(data -> {
			ObjectHandle handle = elaboration.create(new NewObject("logicalDeviceName", Optional.empty(), data, DEVICE_NAME, device.getName(), false, true, node, origins(device)));
			handle.set(2, type, octets(name), placeholder ? Storage.NVM : Storage.ROM, origins(device)).ifPresent(attribute -> attribute.setMaximumLength(LONGEST_NAME));
		});
	}

	private static Value octets(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		return new Value.Octets(bytes.length > LONGEST_NAME ? Bytes.of(bytes).slice(0, LONGEST_NAME) : Bytes.of(bytes));
	}

	private static void assignment(Elaboration elaboration, LogicalDevice management) {
		if (elaboration.logicalNames().isTaken(management.getName(), SAP_ASSIGNMENT)) {
			return;
		}
		List<Value> rows = new ArrayList<>();
		elaboration.devices().stream().sorted((a, b) -> Integer.compare(a.getSap(), b.getSap())).forEach(device -> rows.add(new Value.Structure(List.of(
				new Value.Int(DataTag.LONG_UNSIGNED, device.getSap()), octets(Optional.ofNullable(device.getLogicalDeviceName()).orElse(""))))));
		elaboration.libraryClass(17, 0).ifPresent(type -> {
			ObjectHandle handle = elaboration.create(new NewObject("sapAssignment", Optional.empty(), type, SAP_ASSIGNMENT, management.getName(), false, true,
					declaration(elaboration, management), origins(management)));
			handle.set(2, new Value.Array(rows), origins(management).getFirst());
		});
	}
}
