// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.meterwright.cosem.Meter;
import org.meterwright.firmware.layout.Text;

/**
 * What a firmware team chooses.
 *
 * @param prefix   prefix of every C name and file, lower case
 * @param selfTest whether a self-test program with golden encodings is made
 * @param runtime  whether the C access code is put beside the tables
 * @param image    whether a loadable image, Intel HEX and a map of NVM are made
 * @param before   older models whose NVM is to be migrated
 */
public record FirmwareOptions(String prefix, boolean selfTest, boolean runtime, boolean image, List<Meter> before) {
	private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,30}");

	/** Checks the prefix. */
	public FirmwareOptions {
		if (!PREFIX.matcher(prefix).matches() || prefix.equals("mw")) {
			throw new FirmwareException(Text.of("the prefix %s is not possible; take up to 31 lower case letters, digits and _", prefix));
		}
		before = List.copyOf(before);
	}

	/** Chooses tables alone, without an image and without migration. */
	public FirmwareOptions(String prefix, boolean selfTest, boolean runtime) {
		this(prefix, selfTest, runtime, false, List.of());
	}

	/** Adds an image, or not. */
	public FirmwareOptions withImage(boolean wanted) {
		return new FirmwareOptions(prefix, selfTest, runtime, wanted, before);
	}

	/** Adds older models whose NVM is to be migrated. */
	public FirmwareOptions after(List<Meter> older) {
		return new FirmwareOptions(prefix, selfTest, runtime, image, older);
	}

	/** Chooses a prefix, with self-test and access code. */
	public static FirmwareOptions of(String prefix) {
		return new FirmwareOptions(prefix, true, true);
	}

	/** Makes a prefix from a meter's name, such as {@code e470} from {@code E470}. */
	public static FirmwareOptions forMeter(String name) {
		String plain = name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
		String start = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "meter_" + plain : plain;
		String cut = start.length() > 31 ? start.substring(0, 31) : start;
		return of(cut.equals("mw") ? "mw_meter" : cut);
	}

	/** Returns the prefix for macros. */
	public String macroPrefix() {
		return prefix.toUpperCase(Locale.ROOT);
	}
}
