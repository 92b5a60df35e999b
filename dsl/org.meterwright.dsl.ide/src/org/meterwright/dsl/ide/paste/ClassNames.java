// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.paste;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.meterwright.dsl.Catalogue;

/** Finds interface classes by the names that people give them in tables: {@code Profile generic}, {@code ProfileGeneric}. */
final class ClassNames {
	/** The ids that the Blue Book gives out end far below; makers' own are above. */
	private static final int MOST = 1_000;

	private ClassNames() {
	}

	/** Returns the id of the class of a name. */
	static Optional<Integer> id(Catalogue catalogue, String name) {
		String plain = plain(name);
		return IntStream.range(1, MOST).filter(id -> catalogue.versions(id).stream().anyMatch(version -> catalogue.find(id, version).filter(found -> plain(found.getName()).equals(plain)).isPresent()))
				.boxed().findFirst();
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}
}
