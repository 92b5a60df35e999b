// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.rules.Finding;

/** Holds a meter to the names that it was released with: clients in the field know them. */
public final class ReleaseCheck {
	private ReleaseCheck() {
	}

	/** Returns what has another logical name than it was released with, or the name of something else. */
	public static List<Finding> check(CompiledMeter meter, ReleasedNames released) {
		Map<String, String> owners = new HashMap<>();
		String label = GeneratedOutput.label(meter) + " ";
		released.names().forEach((key, name) -> {
			if (key.startsWith(label)) {
				owners.put("%s %s".formatted(key.split(" ")[1], name), key);
			}
		});
		if (owners.isEmpty()) {
			return List.of();
		}
		Map<String, String> now = ReleasedNames.of(meter).names();
		List<Finding> findings = new ArrayList<>();
		for (LogicalDevice device : meter.model().getDevices()) {
			for (CosemObject object : device.getObjects()) {
				String key = ReleasedNames.key(meter, device, object);
				if (now.containsKey(key)) {
					problem(object, key, now.get(key), released, owners.get("%s %s".formatted(device.getName(), now.get(key)))).ifPresent(message -> findings.add(finding(object, message)));
				}
			}
		}
		return findings;
	}

	private static Optional<String> problem(CosemObject object, String key, String name, ReleasedNames released, String owner) {
		String before = released.names().get(key);
		if (before != null && !before.equals(name)) {
			return Optional.of("%s was released as %s and would be %s now; write %s after its name".formatted(object.getName(), before, name, before));
		}
		return owner != null && !owner.equals(key) ? Optional.of("%s would be %s, which was released as that of %s; write another logical name after its name".formatted(
				object.getName(), name, owner.split(" ")[2])) : Optional.empty();
	}

	private static Finding finding(CosemObject object, String message) {
		Origin place = object.getOrigins().stream().findFirst().orElse(new Origin("", 1, 0, 0, "written"));
		return Finding.of(LanguageRules.language().get("MW-LANG-092"), place, object, 0, message);
	}
}
