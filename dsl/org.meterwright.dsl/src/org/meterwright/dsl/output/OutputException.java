// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.io.IOException;
import java.nio.file.Path;

/** Files that could not be written, told in one sentence; what was begun has been taken back. */
public final class OutputException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	/** Make one with a sentence for the user. */
	public OutputException(String sentence) {
		super(sentence, null, false, false);
	}

	/** Make the one for a file or folder that could not be written. */
	public static OutputException writing(Path file, IOException reason) {
		return new OutputException("%s: cannot be written: %s. Nothing was changed.".formatted(file, InputOutput.why(reason)));
	}
}
