// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.edit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.views.edit.EditPlan;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.history.EditHistory;
import org.meterwright.workbench.text.language.ProjectLanguage;
import org.meterwright.workbench.view.Subject;

/**
 * An edit of a meter made in a view. It is planned in the background on the newest text, then made in editors, which are opened where they are not, so
 * that it can be undone and nothing is saved behind the user's back.
 */
public final class ModelEdit extends Job {
	/** Family of all such jobs, to wait for. */
	public static final Object FAMILY = ModelEdit.class;

	private final Subject subject;
	private final BiFunction<CompiledMeter, Function<String, Optional<String>>, EditPlan> planner;
	private final Consumer<String> tell;
	private final Map<String, String> seen = new HashMap<>();

	/**
	 * Makes an edit.
	 *
	 * @param planner plans it on the newest model and texts
	 * @param tell    is told what was done, or why not
	 */
	public ModelEdit(Subject subject, BiFunction<CompiledMeter, Function<String, Optional<String>>, EditPlan> planner, Consumer<String> tell) {
		super("Edit %s".formatted(subject.label()));
		this.subject = subject;
		this.planner = planner;
		this.tell = tell;
		setUser(false);
		setPriority(INTERACTIVE);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			Compilation newest = subject.language().compile();
			Optional<CompiledMeter> meter = newest.meter(subject.meter().name(), subject.meter().variant());
			if (meter.isEmpty()) {
				say("%s is not there any more.".formatted(subject.label()));
				return Status.OK_STATUS;
			}
			EditPlan plan = planner.apply(meter.get(), this::text);
			if (!monitor.isCanceled()) {
				WindowThread.later(() -> apply(plan));
			}
		} catch (IOException e) {
			say("The project cannot be read: %s".formatted(e.getMessage()));
		}
		return Status.OK_STATUS;
	}

	private Optional<String> text(String name) {
		Optional<String> text = newest(name);
		text.ifPresent(it -> seen.put(name, it));
		return text;
	}

	private Optional<String> newest(String name) {
		return subject.language().ask(session -> session.text(name));
	}

	private void say(String words) {
		WindowThread.later(() -> tell.accept(words));
	}

	private void apply(EditPlan plan) {
		if (!plan.isPossible()) {
			tell.accept(String.join(" ", plan.refused()));
			return;
		}
		try {
			for (String name : plan.edits().keySet()) {
				openEditor(subject.language(), name);
			}
		} catch (PartInitException e) {
			tell.accept(e.getMessage());
			return;
		}
		if (!EditedTexts.areAs(subject.language(), plan.edits().keySet(), seen)) {
			tell.accept("The text has changed meanwhile. Nothing was done; please try again.");
			return;
		}
		List<String> failed = EditHistory.make(getName(), subject.language(), plan.edits());
		tell.accept(failed.isEmpty() ? done(plan) : "Nothing was done: %s could not be changed.".formatted(String.join(", ", failed)));
	}

	private static void openEditor(ProjectLanguage language, String name) throws PartInitException {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		Optional<IFile> file = language.file(name);
		if (file.isPresent()) {
			IDE.openEditor(page, file.get(), false);
		}
	}

	private static String done(EditPlan plan) {
		int places = plan.edits().values().stream().mapToInt(List::size).sum();
		String where = places == 1 ? "Changed in the text." : "Changed in %d places of the text.".formatted(places);
		return plan.also().isEmpty() ? where : "%s It is written in one place, so these changed too: %s.".formatted(where, brief(plan.also()));
	}

	private static String brief(List<String> names) {
		return names.size() <= 4 ? String.join(", ", names) : "%s and %d more".formatted(String.join(", ", names.subList(0, 3)), names.size() - 3);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
