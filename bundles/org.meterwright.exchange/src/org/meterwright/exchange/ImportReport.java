// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.value.Origin;

/** Collects findings of an import. */
public final class ImportReport {
	private final List<ImportFinding> findings = new ArrayList<>();

	/** Notes that the import may not be what the meter is. */
	public void warning(String rule, Origin place, String message) {
		findings.add(new ImportFinding(rule, true, message, place));
	}

	/** Notes something for information. */
	public void info(String rule, Origin place, String message) {
		findings.add(new ImportFinding(rule, false, message, place));
	}

	/** Returns what has been noted so far. */
	public List<ImportFinding> findings() {
		return List.copyOf(findings);
	}
}
