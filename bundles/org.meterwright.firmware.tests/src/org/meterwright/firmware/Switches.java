// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The switches of the runtime, as mw_features.h names them. */
final class Switches {
	private static final Pattern SWITCH = Pattern.compile("#ifndef (MW_HAVE_\\w+)");

	private Switches() {
	}

	/** Lists the names in the order of the file. */
	static List<String> of(Build build) {
		Matcher matcher = SWITCH.matcher(build.firmware().files().get("runtime/mw_features.h").content());
		List<String> names = new ArrayList<>();
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return names;
	}

	/** Returns the option of the compiler that leaves one out. */
	static String off(String name) {
		return "-D%s=0".formatted(name);
	}
}
