// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Waits for answers. On the user interface's thread nothing stops: what takes long is either left out or waited for while events go on. */
public final class Patience {
	/** What nobody notices. */
	private static final int UNNOTICED_MS = 60;
	private static final int PATIENT_MS = 10_000;

	private Patience() {
	}

	/** Returns an answer that comes soon, on the user interface's thread so soon that nobody notices; else nothing. */
	static <T> Optional<T> soon(CompletableFuture<Optional<T>> answer) {
		return within(answer, Display.getCurrent() == null ? PATIENT_MS : UNNOTICED_MS);
	}

	/** Returns an answer that a user has asked for and waits for; the cursor shows that, and Cancel ends it. */
	static <T> Optional<T> asLongAsItTakes(CompletableFuture<Optional<T>> answer) {
		Optional<T> soon = soon(answer);
		if (soon.isPresent() || answer.isDone() || Display.getCurrent() == null) {
			return soon;
		}
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
				while (!answer.isDone() && !monitor.isCanceled()) {
					within(answer, UNNOTICED_MS);
				}
			});
		} catch (InvocationTargetException e) {
			ILog.get().error("A language service failed.", e.getCause());
		} catch (InterruptedException e) {
			return Optional.empty(); // the user gave up
		}
		return answer.isDone() ? within(answer, UNNOTICED_MS) : Optional.empty();
	}

	/** Does what a user has asked for beside the user interface, and waits for it while the cursor shows that; nothing: the user gave up, or it failed. */
	public static <T> Optional<T> work(Supplier<T> work) {
		return asLongAsItTakes(CompletableFuture.supplyAsync(() -> Optional.of(work.get()), Answering.threads()));
	}

	private static <T> Optional<T> within(CompletableFuture<Optional<T>> answer, int milliseconds) {
		try {
			return answer.get(milliseconds, TimeUnit.MILLISECONDS);
		} catch (TimeoutException e) {
			return Optional.empty();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		} catch (ExecutionException e) {
			ILog.get().error("A language service failed.", e.getCause());
			return Optional.empty();
		}
	}
}
