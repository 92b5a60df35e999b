// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;

/**
 * The A-XDR codec for xDLMS Data (IEC 61334-6 and IEC 62056-5-3, ASN.1 module COSEMpdu). Every value has exactly one encoding here:
 * lengths in their shortest form, TRUE as 01, unused bits of a bit-string 0.
 */
public final class Axdr {
	/** Deepest nesting of arrays and structures that is read. */
	public static final int MAXIMUM_DEPTH = 64;

	private Axdr() {
	}

	/** Encodes a value with its tag. */
	public static Bytes encode(Value value) {
		return new AxdrWriter().value(value).bytes();
	}

	/** Encodes a value with its tag as upper case hex. */
	public static String hex(Value value) {
		return encode(value).hex();
	}

	/**
	 * Decodes exactly one value that takes up the whole input. Lengths that are not in their shortest form, and any octet other than
	 * 00 for TRUE, are read too.
	 *
	 * @throws AxdrException when the input is anything else
	 */
	public static Value decode(Bytes input) {
		AxdrReader reader = new AxdrReader(input);
		Value value = reader.value();
		if (!reader.atEnd()) {
			throw new AxdrException(reader.position(), "%d more octets after the value".formatted(input.length() - reader.position()));
		}
		return value;
	}
}
