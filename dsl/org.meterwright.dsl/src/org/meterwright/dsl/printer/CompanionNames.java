// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;

/** The names that a companion of the library gives to objects, for meters that were read from elsewhere. */
public final class CompanionNames {
	private static final String METER = "meter Named conforms %s { device management at 1 { } }\n";

	private final Map<String, String> names = new HashMap<>();

	private CompanionNames(Meter meter) {
		meter.getCompanions().forEach(companion -> companion.getRequirements()
				.forEach(requirement -> names.put("%d %s".formatted(requirement.getClassId(), requirement.getLogicalName()), requirement.getName())));
	}

	/** Returns the names of a companion and those that it builds on; nothing: the library has no such companion. */
	public static Optional<CompanionNames> of(String companion) {
		if (!companion.matches("[A-Za-z_]\\w*(\\.\\w+)*")) {
			return Optional.empty();
		}
		try {
			Workspace workspace = Workspace.open(List.of());
			workspace.put("names.cosem", "import %s.*\n%s".formatted(companion.replaceFirst("\\.?\\w+$", ""), METER.formatted(companion)));
			Compilation compilation = workspace.compile();
			return compilation.meters().stream().findFirst().map(meter -> new CompanionNames(meter.model())).filter(each -> !each.names.isEmpty());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Names objects of a meter; returns how many have another name now. */
	public int assign(Meter meter) {
		int changed = 0;
		for (LogicalDevice device : meter.getDevices()) {
			Set<String> taken = new HashSet<>();
			device.getObjects().forEach(object -> taken.add(object.getName()));
			for (CosemObject object : device.getObjects()) {
				String name = names.get("%d %s".formatted(CosemObjects.classId(object), object.getLogicalName()));
				if (name != null && !object.isGenerated() && taken.add(name)) {
					rename(object, name);
					changed++;
				}
			}
		}
		return changed;
	}

	/** The functions behind attributes are named after their object. */
	private static void rename(CosemObject object, String name) {
		String former = object.getName().replaceAll("\\[.*", "");
		for (Attribute attribute : object.getAttributes()) {
			if (attribute.getHandler() != null && attribute.getHandler().startsWith(former)) {
				attribute.setHandler(name.replaceAll("\\[.*", "") + attribute.getHandler().substring(former.length()));
			}
		}
		object.setName(name);
	}
}
