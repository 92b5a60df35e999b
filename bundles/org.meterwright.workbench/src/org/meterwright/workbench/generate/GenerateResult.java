// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import java.util.List;

import org.eclipse.core.resources.IProject;
import org.meterwright.rules.Finding;

/** What became of generating. */
public sealed interface GenerateResult {
	/** Returns the project. */
	IProject project();

	/** Files were written, or stand there already as they would be written. */
	record Done(IProject project, String folder, int meters, int written, int unchanged, int kept) implements GenerateResult {
		/** Returns one sentence for users. */
		public String sentence() {
			String own = kept == 0 ? "" : "; %d of yours kept".formatted(kept);
			return "%d files in %s: %d written, %d unchanged%s.".formatted(written + unchanged + kept, folder, written, unchanged, own);
		}
	}

	/** Errors forbid it; nothing was written. */
	record Refused(IProject project, List<Finding> errors) implements GenerateResult {
	}

	/** It could not be done; nothing was written. */
	record Failed(IProject project, String sentence) implements GenerateResult {
	}
}
