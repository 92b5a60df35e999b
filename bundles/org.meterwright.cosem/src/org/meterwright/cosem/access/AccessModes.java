// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.access;

import java.util.Optional;
import java.util.OptionalInt;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/**
 * Access modes of attributes and methods (IEC 62056-6-2, Association LN, access_rights). The model holds them as the bits of version 3;
 * versions 0 to 2 code them as numbers, version 0 codes methods as boolean.
 */
public final class AccessModes {
	/** Read access to an attribute. */
	public static final int READ = 1;
	/** Access to a method. */
	public static final int ACCESS = 1;
	/** Write access to an attribute. */
	public static final int WRITE = 2;
	/** The request must be authenticated. */
	public static final int AUTHENTICATED_REQUEST = 4;
	/** The request must be encrypted. */
	public static final int ENCRYPTED_REQUEST = 8;
	/** The request must be digitally signed. */
	public static final int SIGNED_REQUEST = 16;
	/** The response must be authenticated. */
	public static final int AUTHENTICATED_RESPONSE = 32;
	/** The response must be encrypted. */
	public static final int ENCRYPTED_RESPONSE = 64;
	/** The response must be digitally signed. */
	public static final int SIGNED_RESPONSE = 128;

	private static final int BITS_VERSION = 3;
	private static final int AUTHENTICATED = AUTHENTICATED_REQUEST | AUTHENTICATED_RESPONSE;
	private static final int READ_WRITE = READ | WRITE;

	private AccessModes() {
	}

	/** Turns an attribute's access mode on the wire into bits; nothing: the version has no such mode. */
	public static OptionalInt attributeBits(int version, int wire) {
		if (version >= BITS_VERSION) {
			return wire <= 0xFF ? OptionalInt.of(wire) : OptionalInt.empty();
		}
		return switch (wire) {
			case 0, 1, 2, 3 -> OptionalInt.of(wire);
			case 4, 5, 6 -> version > 0 ? OptionalInt.of(wire - 3 | AUTHENTICATED_REQUEST) : OptionalInt.empty();
			default -> OptionalInt.empty();
		};
	}

	/**
	 * Turns bits into an attribute's access mode on the wire; nothing: the version cannot say it. No access is no access, whatever
	 * protection the bits ask for.
	 */
	public static OptionalInt attributeWire(int version, int bits) {
		if (version >= BITS_VERSION) {
			return OptionalInt.of(bits);
		}
		int access = bits & READ_WRITE;
		int protection = bits & ~READ_WRITE;
		if (access == 0 || protection == 0) {
			return OptionalInt.of(access);
		}
		return version > 0 && (protection & ~AUTHENTICATED) == 0 ? OptionalInt.of(access + 3) : OptionalInt.empty();
	}

	/** Turns a method's access mode on the wire into bits; a boolean and a number are understood in every version. */
	public static OptionalInt methodBits(int version, Value wire) {
		return switch (wire) {
			case Value.Bool bool -> OptionalInt.of(bool.value() ? ACCESS : 0);
			case Value.Int number when version >= BITS_VERSION -> OptionalInt.of(number.value().intValue() & 0xFF);
			case Value.Int number -> methodBits(number.value().intValue());
			default -> OptionalInt.empty();
		};
	}

	private static OptionalInt methodBits(int wire) {
		return switch (wire) {
			case 0, 1 -> OptionalInt.of(wire);
			case 2 -> OptionalInt.of(ACCESS | AUTHENTICATED_REQUEST);
			default -> OptionalInt.empty();
		};
	}

	/** Turns bits into a method's access mode on the wire; nothing: the version cannot say it. */
	public static Optional<Value> methodWire(int version, int bits) {
		boolean access = (bits & ACCESS) != 0;
		int protection = bits & ~ACCESS;
		if (version >= BITS_VERSION) {
			return Optional.of(new Value.Int(DataTag.ENUM, bits));
		}
		if (version == 0) {
			return !access || protection == 0 ? Optional.of(new Value.Bool(access)) : Optional.empty();
		}
		if (!access || protection == 0) {
			return Optional.of(new Value.Int(DataTag.ENUM, access ? 1 : 0));
		}
		return (protection & ~AUTHENTICATED) == 0 ? Optional.of(new Value.Int(DataTag.ENUM, 2)) : Optional.empty();
	}
}
