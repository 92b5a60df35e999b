// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.meterwright.cosem.value.DataTag;

/**
 * How a value lies in RAM or NVM: native numbers with the alignment of 32-bit targets, octets of strings, or A-XDR as it is where a type
 * has no fixed shape. Nested structures are flattened into leaves, so that no padding but each leaf's own alignment occurs.
 */
public sealed interface NativeForm {

	/** Returns the parts that have storage, in the order of the encoding. */
	List<Leaf> leaves();

	/** A part with storage, or the head of a structure or array. */
	sealed interface Leaf {
		/** Returns the size of the storage in octets, without padding before it. */
		int size();

		/** Returns the alignment in octets. */
		int alignment();
	}

	/** A number, boolean, enum or date-time; null-data has no storage. */
	record Scalar(String name, DataTag tag) implements Leaf, NativeForm {
		@Override
		public boolean equals(Object other) {
			return other instanceof Scalar scalar && tag == scalar.tag && name.equals(scalar.name);
		}

		@Override
		public int hashCode() {
			return name.hashCode() * 31 + tag.code();
		}

		@Override
		public int size() {
			return tag.width();
		}

		@Override
		public int alignment() {
			return tag.isTemporal() || tag.width() == 0 ? 1 : tag.width();
		}

		@Override
		public List<Leaf> leaves() {
			return List.of(this);
		}
	}

	/**
	 * A string of octets or bits.
	 *
	 * @param length longest in octets, or bits of a bit-string
	 * @param fixed  whether it always has this length; otherwise the length stands before it
	 */
	record Text(String name, DataTag tag, int length, boolean fixed) implements Leaf {
		/** Returns the octets of the length before the string. */
		public int prefix() {
			return fixed ? 0 : length <= 0xFF ? 1 : 2;
		}

		/** Returns the octets of the string itself. */
		public int octets() {
			return tag == DataTag.BIT_STRING ? (length + 7) / 8 : length;
		}

		@Override
		public int size() {
			return prefix() + octets();
		}

		@Override
		public int alignment() {
			return Math.max(1, prefix());
		}
	}

	/** A-XDR octets behind their length. */
	record Stored(String name, int longest) implements Leaf {
		@Override
		public int size() {
			return 2 + longest;
		}

		@Override
		public int alignment() {
			return 2;
		}
	}

	/** The head of a structure or of an array with a fixed number of elements. */
	record Head(DataTag tag, int parts) implements Leaf {
		@Override
		public int size() {
			return 0;
		}

		@Override
		public int alignment() {
			return 1;
		}
	}

	/** Anything but a single scalar. */
	record Parts(List<Leaf> leaves) implements NativeForm {
		@Override
		public boolean equals(Object other) {
			return other instanceof Parts parts && leaves.equals(parts.leaves);
		}

		@Override
		public int hashCode() {
			return leaves.hashCode();
		}

		/** Copies the leaves. */
		public Parts {
			leaves = List.copyOf(leaves);
		}
	}

	/** Returns the alignment in octets. */
	default int alignment() {
		int most = 1;
		for (Leaf leaf : leaves()) {
			most = Math.max(most, leaf.alignment());
		}
		return most;
	}

	/** Returns the size in octets, padding included. */
	default int size() {
		int at = 0;
		for (Leaf leaf : leaves()) {
			at = align(at, leaf.alignment()) + leaf.size();
		}
		return align(at, alignment());
	}

	/** Rounds an offset up. */
	static int align(int offset, int alignment) {
		return (offset + alignment - 1) / alignment * alignment;
	}
}
