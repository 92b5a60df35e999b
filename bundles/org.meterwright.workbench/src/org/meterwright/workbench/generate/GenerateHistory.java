// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.resources.IProject;

/** Remembers what became of generating each project last, since the workbench was started. */
public final class GenerateHistory {
	private static final Map<IProject, GenerateResult> LAST = new ConcurrentHashMap<>();

	private GenerateHistory() {
	}

	static void put(GenerateResult result) {
		LAST.put(result.project(), result);
	}

	/** Returns what became of it last. */
	public static Optional<GenerateResult> last(IProject project) {
		return Optional.ofNullable(LAST.get(project));
	}
}
