// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Property;
import org.meterwright.cosem.Storage;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.MemoryDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Properties, memory budgets and logical devices. */
final class FactStep implements Step {
	private static final Map<String, Long> SIZES = Map.of("B", 1L, "kB", 1000L, "MB", 1_000_000L, "KiB", 1024L, "MiB", 1024L * 1024);
	private static final int LARGEST_SAP = 16_383;
	private static final int MANAGEMENT_SAP = 1;
	private static final int FIRST_FREE_SAP = 16;

	@Override
	public void run(Elaboration elaboration) {
		elaboration.items().of(PropertyDecl.class).forEach(entry -> property(elaboration, entry));
		elaboration.items().of(MemoryDecl.class).forEach(entry -> budget(elaboration, entry));
		elaboration.items().of(DeviceDecl.class).forEach(entry -> device(elaboration, entry));
		for (LogicalDevice device : elaboration.devices()) {
			checkSap(elaboration, device);
		}
	}

	private static void property(Elaboration elaboration, Entry<PropertyDecl> entry) {
		Property property = CosemFactory.eINSTANCE.createProperty();
		property.setName(entry.node().getName());
		elaboration.values().fact(entry.node().getValue()).ifPresent(property::setValue);
		property.getOrigins().addAll(entry.origins());
		elaboration.model().getProperties().add(property);
	}

	private static void budget(Elaboration elaboration, Entry<MemoryDecl> entry) {
		Long unit = SIZES.get(entry.node().getUnit());
		if (unit == null) {
			elaboration.report().report("MW-LANG-033", entry.node(), "%s is no size; write B, KiB or MiB".formatted(entry.node().getUnit()));
			return;
		}
		MemoryBudget budget = CosemFactory.eINSTANCE.createMemoryBudget();
		budget.setName(entry.node().getKind());
		budget.setStorage(Storage.getByName(entry.node().getKind()));
		budget.setBytes(Numerals.longOf(entry.node().getSize()) * unit);
		budget.getOrigins().addAll(entry.origins());
		elaboration.model().getBudgets().add(budget);
	}

	private static void device(Elaboration elaboration, Entry<DeviceDecl> entry) {
		DeviceDecl declaration = entry.node();
		boolean overriding = declaration.eContainer() instanceof OverrideItem;
		if (overriding && elaboration.device(declaration.getName()).isEmpty()) {
			elaboration.report().report("MW-LANG-012", declaration, "nothing to override: no device %s before this".formatted(declaration.getName()));
			return;
		}
		if (declaration.isShortNames()) {
			elaboration.report().report("MW-LANG-090", declaration, "short-name referencing is not built: associations are by logical name; take short_names out");
		}
		LogicalDevice device = elaboration.addDevice(declaration.getName());
		if (declaration.getSap() != null) {
			int sap = Numerals.clampedInt(declaration.getSap());
			if (device.getSap() != 0 && device.getSap() != sap && !overriding) {
				elaboration.report().report("MW-LANG-016", declaration, CosemDslPackage.eINSTANCE.getDeviceDecl_Sap(),
						"device %s is at %d before this and at %d here".formatted(declaration.getName(), device.getSap(), sap));
			} else if (sap < 1 || sap > LARGEST_SAP) {
				elaboration.report().report("MW-LANG-016", declaration, CosemDslPackage.eINSTANCE.getDeviceDecl_Sap(),
						"a logical device is at 1 to %d, not %s".formatted(LARGEST_SAP, declaration.getSap()), freeSap(elaboration));
			}
			device.setSap(sap);
		}
		if (declaration.getLdn() != null) {
			device.setLogicalDeviceName(declaration.getLdn());
		}
		String documentation = SyntaxFile.documentation(declaration);
		if (!documentation.isEmpty()) {
			device.setDocumentation(documentation);
		}
		device.getOrigins().addAll(overriding ? 0 : device.getOrigins().size(), entry.origins());
	}

	/** Returns an address that no logical device has: 1 for the management logical device, then 16 and more. */
	private static String freeSap(Elaboration elaboration) {
		Set<Integer> taken = elaboration.devices().stream().map(LogicalDevice::getSap).collect(Collectors.toSet());
		return IntStream.concat(IntStream.of(MANAGEMENT_SAP), IntStream.rangeClosed(FIRST_FREE_SAP, LARGEST_SAP)).filter(sap -> !taken.contains(sap)).mapToObj(Integer::toString)
				.findFirst().orElse("");
	}

	private static void checkSap(Elaboration elaboration, LogicalDevice device) {
		boolean twice = elaboration.devices().stream().anyMatch(other -> other != device && other.getSap() == device.getSap() && device.getSap() != 0);
		elaboration.items().of(DeviceDecl.class).stream().filter(entry -> entry.node().getName().equals(device.getName())).findFirst().ifPresent(entry -> {
			if (device.getSap() == 0) {
				elaboration.report().report("MW-LANG-016", entry.node(), "device %s has no address; write device %s at 1".formatted(device.getName(), device.getName()), freeSap(elaboration));
			} else if (twice) {
				elaboration.report().report("MW-LANG-016", entry.node(), "two logical devices are at %d".formatted(device.getSap()), freeSap(elaboration));
			}
		});
	}
}
