// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/** Where the access code finds an attribute. Objects with equal descriptors share a shape. */
public sealed interface Descriptor {

	/** One of the two memories. */
	enum Memory {
		/** Volatile. */
		RAM,
		/** Non-volatile. */
		NVM
	}

	/** Not there. */
	record Absent() implements Descriptor {
	}

	/** A constant in the pool. */
	record Rom(Bytes encoding) implements Descriptor {
	}

	/** A firmware function. */
	record Call(String handler) implements Descriptor {
	}

	/**
	 * References to attributes, encoded as capture or push objects.
	 *
	 * @param name       name of the list, after its owner
	 * @param references the columns
	 * @param restricted whether each says that it is not restricted
	 */
	record References(String name, List<Reference> references, boolean restricted) implements Descriptor {
		/** Copies the references. */
		public References {
			references = List.copyOf(references);
		}
	}

	/** A column: number of the object, attribute and data index. */
	record Reference(int object, int attribute, int dataIndex) {
	}

	/** The object_list of an association; -1: of the current one. */
	record ObjectList(int association) implements Descriptor {
	}

	/** A native value. */
	record Native(Memory memory, DataTag tag, int offset) implements Descriptor {
	}

	/** The buffer of a profile: rows in the log memory. */
	record Buffer(ProfileRow row) implements Descriptor {
	}

	/** Storage with a program. */
	record Formed(Memory memory, Bytes program, int offset) implements Descriptor {
	}
}
