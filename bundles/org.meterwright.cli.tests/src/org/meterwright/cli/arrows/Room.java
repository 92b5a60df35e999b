// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.arrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A bundle or plain module of the project and what it uses.
 *
 * @param name     the name of its folder
 * @param folder   where it lies
 * @param uses     bundles, packages, modules and types that it names, in its manifest, pom and sources
 * @param exported packages that its manifest exports
 */
record Room(String name, Path folder, List<Use> uses, Set<String> exported) {

	/**
	 * One use of something.
	 *
	 * @param place file and, in sources, line
	 * @param name  bundle, package, module or type
	 */
	record Use(String place, String name) {
	}
}
