// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.meterwright.cosem.CosemObject;

/**
 * An object with its place in the tables.
 *
 * @param number      number in all tables, from 0
 * @param object      the object
 * @param device      number of its logical device
 * @param descriptors descriptors of attributes 2 and up
 * @param ram         what it keeps in RAM
 * @param nvm         what it keeps in NVM
 */
public record LaidObject(int number, CosemObject object, int device, List<Descriptor> descriptors, ObjectStorage ram, ObjectStorage nvm) {
	/** Copies the descriptors. */
	public LaidObject {
		descriptors = List.copyOf(descriptors);
	}
}
