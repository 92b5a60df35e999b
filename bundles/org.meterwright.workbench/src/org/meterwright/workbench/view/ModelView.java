// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.workbench.status.StatusFollower;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;
import org.meterwright.workbench.text.language.ProjectState;
import org.meterwright.workbench.text.language.TextPlace;
import org.meterwright.workbench.text.link.TextEditors;

/**
 * A view of one meter. It follows the text as it is typed: what it shows is made in the background and shown when it is ready; until then, and while
 * the text is too broken to be read, the former picture stays. Where the project has several meters or variants, one is chosen in the tool bar.
 *
 * @param <T> what is made in the background
 */
public abstract class ModelView<T> extends ViewPart {
	/** Family of the jobs that make what views show, to wait for. */
	public static final Object FAMILY = ModelView.class;
	private final StackLayout stack = new StackLayout();
	private MakeJob<T> job = new MakeJob<>(this);
	private final MeterChoice choice = new MeterChoice(this::remake);
	private final ISelectionListener onCursor = this::selected;
	private Composite area;
	private Composite body;
	private Label message;
	private StatusFollower follower;
	private Optional<Subject> shown = Optional.empty();
	private boolean following = true;
	private boolean cursorWaits;

	/** Makes what is shown; runs in the background, and stops when the monitor says so. */
	protected abstract T make(Subject subject, IProgressMonitor monitor);

	/** Makes the controls. */
	protected abstract void createBody(Composite parent);

	/** Shows what was made. */
	protected abstract void show(T made, Subject subject);

	/** Follows the cursor of an editor of the project. */
	protected void cursor(Subject subject, String file, int offset) {
		// most views need not
	}

	/** Adds what a view has in its tool bar and menu. */
	protected void contribute() {
		// most views need not
	}

	@Override
	public void createPartControl(Composite parent) {
		area = new Composite(parent, SWT.NONE);
		area.setLayout(stack);
		message = new Label(area, SWT.WRAP);
		body = new Composite(area, SWT.NONE);
		createBody(body);
		tell("Reading...");
		HistoryAction.contribute(this, getViewSite().getActionBars());
		contribute();
		IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
		tools.add(choice);
		tools.add(new FollowAction(this));
		KeysMenu.complete(getViewSite().getActionBars());
		getViewSite().getActionBars().getMenuManager().add(choice.menu());
		getViewSite().getActionBars().updateActionBars();
		getSite().getPage().addPostSelectionListener(onCursor);
		follower = StatusFollower.follow(getSite().getWorkbenchWindow(), area, this::changed);
	}

	private void changed(Optional<ProjectState> state) {
		if (state.isEmpty()) {
			shown = Optional.empty();
			tell("No meter project is open.\nFile > New > Meter Project makes one.");
			return;
		}
		state.get().problem().ifPresentOrElse(this::tell, () -> state.get().compiled().ifPresent(compilation -> {
			choice.offer(compilation.meters().stream().map(Subject::label).toList());
			Optional<ProjectLanguage> language = follower.project().flatMap(Languages.get()::of);
			Optional<CompiledMeter> meter = compilation.meters().stream().filter(each -> Subject.label(each).equals(choice.chosen())).findFirst();
			boolean half = compilation.isBlocked() && shown.filter(it -> language.equals(Optional.of(it.language()))).isPresent();
			if (meter.isEmpty() && half) {
				return;
			}
			if (language.isEmpty() || meter.isEmpty()) {
				tell(compilation.isBlocked() ? "There is no meter to show until the errors in the text are mended." : "The project has no meter yet.");
			} else {
				remake(new Subject(language.get(), compilation, meter.get()));
			}
		}));
	}

	private void remake(Subject subject) {
		if (shown.filter(it -> it.meter() == subject.meter() && it.compilation() == subject.compilation()).isEmpty()) {
			job.make(subject);
		}
	}

	/** Makes everything anew, such as when a choice in the view is another. */
	protected final void remake() {
		shown = Optional.empty();
		if (follower != null) {
			follower.refresh();
		}
	}

	/** Makes everything anew as a user has asked for it, with progress that is seen and can be cancelled. */
	protected final void remakeSeen(String name) {
		follow(new MakeJob<>(this, name));
		remake();
	}

	private void follow(MakeJob<T> other) {
		MakeJob<T> before = job;
		job = other;
		before.cancel();
	}

	/** Does what is to be done when the user does not want to wait for what was asked for. */
	protected void cancelled() {
		// most views make soon what they show
	}

	/** Says that a job is not wanted any more; called on any thread. */
	void gaveUp(MakeJob<T> given) {
		WindowThread.later(() -> {
			if (given == job && !area.isDisposed()) {
				job = new MakeJob<>(this);
				cancelled();
			}
		});
	}

	/** Takes over what the job has made; called on any thread. */
	void made(T made, Subject subject) {
		WindowThread.later(() -> {
			if (!area.isDisposed()) {
				job = job.isSystem() ? job : new MakeJob<>(this);
				shown = Optional.of(subject);
				top(body);
				show(made, subject);
				catchUp();
			}
		});
	}

	/** Says that the job has failed; called on any thread. */
	void failed(Subject subject) {
		WindowThread.later(() -> {
			if (!area.isDisposed()) {
				tell("%s cannot be shown here, which is a fault of the program. The next change of the text tries again; the error log has the details.".formatted(subject.label()));
			}
		});
	}

	/** Says why nothing is shown. */
	protected final void tell(String words) {
		message.setText("\n   %s".formatted(words.replace("\n", "\n   ")));
		top(message);
	}

	private void top(Control control) {
		if (stack.topControl != control) {
			stack.topControl = control;
			area.layout();
		}
	}

	/** Returns what is shown now. */
	protected final Optional<Subject> shown() {
		return shown;
	}

	/** Shows a place of the text without taking the keys away from the view, if the view is linked with the editor. */
	protected final void reveal(Origin place) {
		if (following) {
			shown.ifPresent(subject -> TextEditors.reveal(subject.language(), place));
		}
	}

	/** Goes to a place of the text. */
	protected final void open(Origin place) {
		shown.ifPresent(subject -> TextEditors.open(subject.language(), place));
	}

	private void selected(IWorkbenchPart part, ISelection selection) {
		if (following && part instanceof ITextEditor editor && selection instanceof ITextSelection text) {
			cursorWaits = shown.isEmpty();
			at(editor, text);
		}
	}

	/** Follows a cursor that was moved while the view was being filled. */
	private void catchUp() {
		if (cursorWaits && getSite().getPage().getActiveEditor() instanceof ITextEditor editor) {
			selected(editor, editor.getSelectionProvider().getSelection());
		}
	}

	private void at(ITextEditor editor, ITextSelection text) {
		if (shown.isPresent()) {
			Optional.ofNullable(editor.getDocumentProvider().getDocument(editor.getEditorInput())).flatMap(TextPlace::of)
					.filter(place -> place.language() == shown.get().language()).ifPresent(place -> cursor(shown.get(), place.name(), text.getOffset()));
		}
	}

	/** Returns the names of the meters to choose from. */
	public final List<String> meters() {
		return choice.offered();
	}

	/** Chooses the meter that is shown. */
	public final void choose(String meter) {
		choice.choose(meter);
	}

	boolean isFollowing() {
		return following;
	}

	void follow(boolean follow) {
		following = follow;
	}

	/** Runs a part of the work unless it has been cancelled. */
	protected static void stopIfCancelled(IProgressMonitor monitor) {
		if (monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
	}

	@Override
	public void setFocus() {
		(stack.topControl == null ? area : stack.topControl).setFocus();
	}

	@Override
	public void dispose() {
		job.cancel();
		getSite().getPage().removePostSelectionListener(onCursor);
		super.dispose();
	}
}
