// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Closes dialogs that wait for an answer that no test gives, and says what they asked: else all tests would wait with them. */
final class StandingDialogs {
	private static final int MODAL = SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL;
	private static final int LOOK_SECONDS = 5;
	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

	private final Display display;
	private final Map<Shell, Long> since = new HashMap<>();

	private StandingDialogs(Display display) {
		this.display = display;
	}

	/** Looks for such dialogs from now on. */
	static void watch(Display display) {
		StandingDialogs dialogs = new StandingDialogs(display);
		Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("standing dialogs").unstarted(work)).scheduleAtFixedRate(() -> {
			if (!display.isDisposed()) {
				display.asyncExec(dialogs::look);
			}
		}, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
	}

	private void look() {
		since.keySet().removeIf(Shell::isDisposed);
		for (Shell shell : display.getShells()) {
			if ((shell.getStyle() & MODAL) != 0 && shell.isVisible() && System.nanoTime() - since.computeIfAbsent(shell, key -> System.nanoTime()) > PATIENCE_NANOS) {
				System.out.println("A dialog waited for an answer and was closed: %s: %s".formatted(shell.getText(), words(shell)));
				shell.close();
			}
		}
	}

	private static List<String> words(Composite area) {
		List<String> words = new ArrayList<>();
		for (Control control : area.getChildren()) {
			if (control instanceof Label label && !label.getText().isBlank()) {
				words.add(label.getText());
			} else if (control instanceof Composite inner) {
				words.addAll(words(inner));
			}
		}
		return words;
	}
}
