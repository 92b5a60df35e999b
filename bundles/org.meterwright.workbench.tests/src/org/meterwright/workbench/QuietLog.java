// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that leaves an error in the workbench's log: what a user would find in the error log is a fault, whatever the window shows. */
final class QuietLog implements BeforeEachCallback, AfterEachCallback {
	private static final ConcurrentLinkedQueue<String> ERRORS = new ConcurrentLinkedQueue<>();
	private static boolean listening;

	@Override
	public void beforeEach(ExtensionContext context) {
		if (!listening) {
			listening = true;
			Platform.addLogListener((status, plugin) -> note(status));
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		List<String> found = errors();
		if (!found.isEmpty()) {
			fail("errors in the workbench's log:\n%s".formatted(String.join("\n", found)));
		}
	}

	/** Takes what has been logged since the last time. */
	static List<String> errors() {
		List<String> found = new ArrayList<>();
		for (String error = ERRORS.poll(); error != null; error = ERRORS.poll()) {
			found.add(error);
		}
		return found;
	}

	private static void note(IStatus status) {
		if (status.matches(IStatus.ERROR)) {
			ERRORS.add("%s: %s%s".formatted(status.getPlugin(), status.getMessage(), status.getException() == null ? "" : at(status.getException())));
		}
	}

	private static String at(Throwable thrown) {
		return " (%s at %s)".formatted(thrown, List.of(thrown.getStackTrace()).stream().limit(6).map(StackTraceElement::toString).collect(Collectors.joining(", ")));
	}
}
