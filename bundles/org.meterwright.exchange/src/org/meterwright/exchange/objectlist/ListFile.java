// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;

/**
 * A file with the object_list of one association.
 *
 * @param name        file as given by the user
 * @param content     its octets: hex text, or A-XDR as it is
 * @param association logical name of the association that the user says it belongs to
 */
public record ListFile(String name, Bytes content, Optional<LogicalName> association) {
	private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)0[.-]0[.:-]40[.-]0[.-](\\d{1,3})[.*-]255(?!\\d)");

	/** Makes a file whose name may tell the association. */
	public ListFile(String name, Bytes content) {
		this(name, content, Optional.empty());
	}

	/** Returns the association that the user names, or the file name does, as in {@code meter_0.0.40.0.3.255.hex}. */
	public Optional<LogicalName> knownAssociation() {
		return association.or(() -> inName(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)));
	}

	private static Optional<LogicalName> inName(String fileName) {
		Matcher m = IN_NAME.matcher(fileName);
		Optional<LogicalName> found = Optional.empty();
		while (m.find()) {
			int number = Integer.parseInt(m.group(1));
			found = number <= 255 ? Optional.of(new LogicalName(0, 0, 40, 0, number, 255)) : found;
		}
		return found;
	}
}
