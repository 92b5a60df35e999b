// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.List;

import org.meterwright.cosem.Meter;
import org.meterwright.exchange.ImportFinding;

/**
 * An import that succeeded.
 *
 * @param meter    the meter
 * @param findings what is worth knowing, in the order found
 */
public record ImportResult(Meter meter, List<ImportFinding> findings) {
	/** Copies the findings. */
	public ImportResult {
		findings = List.copyOf(findings);
	}
}
