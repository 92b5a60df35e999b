// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything made from a meter.
 *
 * @param files  path relative to the output folder, with forward slashes, to content
 * @param memory what it takes
 */
public record GeneratedFirmware(SortedMap<String, GeneratedFile> files, MemoryReport memory) {
	/** Copies the files. */
	public GeneratedFirmware {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}
}
