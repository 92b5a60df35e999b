// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

/** Bits of an access mode, as Association LN version 3 has them (IEC 62056-6-2, access_mode of object_list). */
public final class ModeBits {
	/** GET of an attribute. */
	public static final int READ = 1;
	/** SET of an attribute. */
	public static final int WRITE = 2;
	/** ACTION on a method. */
	public static final int CALL = 1;
	/** The request is authenticated. */
	public static final int AUTHENTICATED_REQUEST = 4;
	/** The request is encrypted. */
	public static final int ENCRYPTED_REQUEST = 8;
	/** The request is digitally signed. */
	public static final int SIGNED_REQUEST = 16;
	/** The response is authenticated. */
	public static final int AUTHENTICATED_RESPONSE = 32;
	/** The response is encrypted. */
	public static final int ENCRYPTED_RESPONSE = 64;
	/** The response is digitally signed. */
	public static final int SIGNED_RESPONSE = 128;
	/** Access without protection. */
	public static final int ACCESS = READ | WRITE;

	private ModeBits() {
	}

	/** Adds access; a protection, when there is one, replaces the mode's own. */
	static int grant(int mode, int access, Protection protection) {
		return protection.given() ? mode & ACCESS | access | protection.bits() : mode | access;
	}

	/** Takes access away; without access there is no protection either. */
	static int deny(int mode, int access) {
		int left = mode & ~access;
		return (left & ACCESS) == 0 ? 0 : left;
	}
}
