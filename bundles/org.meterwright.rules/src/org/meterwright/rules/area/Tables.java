// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the small tables of facts that stand beside the rules: comma separated, # for comments, one header line. */
final class Tables {
	private Tables() {
	}

	static List<List<String>> rows(String resource) {
		try (InputStream in = Tables.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalArgumentException("no table at %s".formatted(resource));
			}
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).skip(1).map(line -> List.of(line.split(",", -1))).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
