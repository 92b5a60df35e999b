// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** The lines that a command ends with. */
final class Summary {

	private Summary() {
	}

	/** Count findings in words: {@code 2 errors, 1 warning (3 accepted)}. */
	static String findings(List<Finding> findings) {
		List<String> parts = new ArrayList<>();
		for (Severity severity : Severity.values()) {
			long count = findings.stream().filter(finding -> finding.accepted().isEmpty() && finding.severity() == severity).count();
			if (count > 0 || severity != Severity.INFO) {
				parts.add("%d %s%s".formatted(count, severity.word(), count == 1 || severity == Severity.INFO ? "" : "s"));
			}
		}
		long accepted = findings.stream().filter(finding -> finding.accepted().isPresent()).count();
		String counted = String.join(", ", parts);
		return accepted == 0 ? counted : "%s, %d accepted".formatted(counted, accepted);
	}

	/** Count what a meter is made of. */
	static String meter(Meter meter) {
		int objects = meter.getDevices().stream().mapToInt(device -> device.getObjects().size()).sum();
		int associations = meter.getDevices().stream().mapToInt(device -> device.getAssociations().size()).sum();
		long entries = meter.getDevices().stream().map(LogicalDevice::getAssociations).flatMap(List::stream)
				.map(Association::getEntries).mapToLong(List::size).sum();
		return "%d objects, %d associations with %d object list entries, %d events, %d Alerts, %d pushes, %d reactions".formatted(objects, associations,
				entries, meter.getEvents().size(), meter.getAlerts().size(), meter.getPushes().size(), meter.getReactions().size());
	}

	/** Tell what the tables take. */
	static String memory(MemoryReport memory) {
		return String.format(Locale.ROOT, "flash %,d bytes, RAM %,d bytes, NVM %,d bytes", memory.flash(), memory.ram(), memory.nvm());
	}
}
