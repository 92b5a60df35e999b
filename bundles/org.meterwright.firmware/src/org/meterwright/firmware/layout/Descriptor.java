// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/**
 * Where the access code finds an attribute. Objects with equal descriptors share a shape: each is compared with that of its neighbour, which the
 * method handles behind a record's own equality make slow.
 */
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
		@Override
		public boolean equals(Object other) {
			return other instanceof Rom rom && encoding.equals(rom.encoding);
		}

		@Override
		public int hashCode() {
			return encoding.hashCode();
		}
	}

	/** A firmware function. */
	record Call(String handler) implements Descriptor {
		@Override
		public boolean equals(Object other) {
			return other instanceof Call call && handler.equals(call.handler);
		}

		@Override
		public int hashCode() {
			return handler.hashCode();
		}
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
		@Override
		public boolean equals(Object other) {
			return other instanceof Native stored && memory == stored.memory && tag == stored.tag && offset == stored.offset;
		}

		@Override
		public int hashCode() {
			return (memory.ordinal() * 31 + tag.code()) * 31 + offset;
		}
	}

	/** The buffer of a profile: rows in the log memory. */
	record Buffer(ProfileRow row) implements Descriptor {
		@Override
		public boolean equals(Object other) {
			return other instanceof Buffer buffer && row.profile() == buffer.row.profile() && row.base() == buffer.row.base();
		}

		@Override
		public int hashCode() {
			return row.name().hashCode();
		}
	}

	/** Storage with a program. */
	record Formed(Memory memory, Bytes program, int offset) implements Descriptor {
		@Override
		public boolean equals(Object other) {
			return other instanceof Formed formed && memory == formed.memory && offset == formed.offset && program.equals(formed.program);
		}

		@Override
		public int hashCode() {
			return (memory.ordinal() * 31 + program.hashCode()) * 31 + offset;
		}
	}
}
