// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.Arrays;

/** What is said about a fault of the program itself. */
final class InternalError {

	private InternalError() {
	}

	/** Return one sentence that tells the fault, where it happened and what to do. */
	static String sentence(Throwable fault) {
		Throwable cause = fault;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		return switch (cause) {
			case StackOverflowError error -> "The text is nested too deeply to be read. Nothing was written.";
			case OutOfMemoryError error -> "This needs more memory than Java was given; set JAVA_TOOL_OPTIONS=-Xmx4g and try again. Nothing was written.";
			default -> fault(cause);
		};
	}

	private static String fault(Throwable cause) {
		String place = Arrays.stream(cause.getStackTrace())
				.filter(frame -> frame.getClassName().startsWith("org.meterwright."))
				.findFirst()
				.map(frame -> " at %s:%d".formatted(frame.getFileName(), frame.getLineNumber()))
				.orElse("");
		String message = cause.getMessage() == null ? "" : " (%s)".formatted(cause.getMessage().lines().findFirst().orElse("").strip());
		return "This is a fault in Meterwright, not in your text: %s%s%s. Nothing was written; please report this line together with the input that led to it."
				.formatted(cause.getClass().getSimpleName(), place, message);
	}
}
