// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

/** How C names the number in a cell, so that the text of a row does not change when rows of other tables move. */
public sealed interface Symbol {
	/** The number itself. */
	Symbol NUMBER = new Number();

	/** Written as a number. */
	record Number() implements Symbol {
	}

	/**
	 * The name of a row of another table.
	 *
	 * @param name without prefix
	 * @param plus flags that are added
	 */
	record Row(String name, int plus) implements Symbol {
	}

	/**
	 * The place of an object's storage in a memory.
	 *
	 * @param object number of the object
	 */
	record Slot(Descriptor.Memory memory, int object) implements Symbol {
	}
}
