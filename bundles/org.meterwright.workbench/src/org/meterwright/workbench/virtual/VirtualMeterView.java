// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.actions.ActionFactory;
import org.meterwright.cosem.value.Origin;
import org.meterwright.scenario.LiveMeter.Carrier;
import org.meterwright.scenario.RefusedException;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.views.virtual.MeterBench;
import org.meterwright.views.virtual.PlayRow;
import org.meterwright.views.virtual.VirtualMeter;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.language.Answering;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;

/**
 * The generated meter, running on this computer: its clock, events and values, what clients read, each message layer by layer, what the meter did,
 * and its scenarios. It ends with the view.
 */
public final class VirtualMeterView extends ModelView<Subject> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.virtual";
	private static final int SECOND_MS = 1000;
	private static final int SOON_MS = 150;

	/** Work with the meter that runs. */
	interface Work {
		/** Does it; returns what to tell the user. */
		String run(VirtualMeter running, IProgressMonitor monitor) throws IOException, RefusedException;
	}

	/** Work that needs a compiler. */
	interface Compiled {
		/** Does it; returns what to tell the user. */
		String run(String compiler, IProgressMonitor monitor) throws IOException;
	}

	private final MeterBench bench = new MeterBench();
	private final BenchJob.Turn turn = new BenchJob.Turn();
	private Optional<Job> last = Optional.empty();
	private Display display;
	private MeterBar bar;
	private CTabFolder left;
	private CTabFolder right;
	private ClientPage client;
	private EventsPage events;
	private ScenariosPage scenarios;
	private MessagesPage messages;
	private HappeningsPage happenings;
	private TimeLinePage timeLine;
	private Label detail;
	private boolean ticking;
	private volatile boolean soon;

	@Override
	protected void createBody(Composite parent) {
		display = parent.getDisplay();
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new MeterBar(this, parent);
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		left = new CTabFolder(sash, SWT.TOP | SWT.FLAT);
		client = new ClientPage(this, left);
		events = new EventsPage(this, left);
		scenarios = new ScenariosPage(this, left);
		left.setSelection(0);
		right = new CTabFolder(sash, SWT.TOP | SWT.FLAT);
		messages = new MessagesPage(this, right);
		happenings = new HappeningsPage(this, right);
		timeLine = new TimeLinePage(this, right);
		left.addListener(SWT.Selection, event -> front(left.getSelectionIndex()));
		right.setSelection(0);
		sash.setWeights(50, 50);
		detail = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).hint(SWT.DEFAULT, 20).applyTo(detail);
		say("Start compiles the meter as it stands in the text and runs it on this computer.");
		refresh();
	}

	@Override
	protected void contribute() {
		var bars = getViewSite().getActionBars();
		bars.setGlobalActionHandler(ActionFactory.FIND.getId(), action("Find", this::find));
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action("Copy", messages::copy));
		bars.getMenuManager().add(action("Start or Stop", bar::startOrStop));
		bars.getMenuManager().add(action("Play All Scenarios", this::playAll));
		bars.getMenuManager().add(action("Forget Messages", () -> {
			bench.running().ifPresent(VirtualMeter::forget);
			refresh();
		}));
		bars.updateActionBars();
	}

	private static Action action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	/** Puts the cursor into the field that filters the page in front. */
	private void find() {
		(left.getSelectionIndex() == 1 ? events.words() : client.words()).setFocus();
	}

	@Override
	protected Subject make(Subject subject, IProgressMonitor monitor) {
		return subject;
	}

	@Override
	protected void show(Subject made, Subject subject) {
		if (bench.running().isEmpty()) {
			client.offer(subject.meter().model());
			events.offer(subject.meter().model());
		}
		scenarios.offer(subject.meter());
		refresh();
	}

	MeterBench bench() {
		return bench;
	}

	/** Tells whether the meter that was started was made of another text than that which is shown. */
	boolean isOld() {
		return shown().filter(it -> bench.isStarted(it.meter())).isEmpty();
	}

	/** Compiles the meter and starts it. */
	void start(Carrier carrier, Optional<LocalDateTime> begin) {
		if (begin.isEmpty() || shown().isEmpty()) {
			return;
		}
		Subject subject = shown().get();
		compiled("Start %s".formatted(subject.label()), (compiler, monitor) -> {
			later(() -> say("Compiling %s...".formatted(subject.label())));
			bench.start(subject.meter(), compiler, carrier, begin.get());
			later(() -> {
				client.offer(subject.meter().model());
				events.offer(subject.meter().model());
				bar.started();
			});
			return "%s runs. Choose a client and read, raise events, let time pass.".formatted(subject.label());
		});
	}

	/** Ends the meter that runs. */
	void stop() {
		cancel();
		bench.stop();
		say("The meter was stopped.");
		refresh();
		shown().ifPresent(subject -> show(subject, subject));
	}

	/** Cancels what is being done. */
	void cancel() {
		last.ifPresent(Job::cancel);
	}

	/** Does something with the meter that runs, in the background. */
	void work(String name, Work work) {
		Optional<VirtualMeter> running = bench.running();
		if (running.isEmpty()) {
			say("The meter does not run: Start compiles and starts it.");
		} else {
			schedule(new BenchJob(name, turn, monitor -> work.run(running.get(), monitor), this::done));
		}
	}

	/** Does something that needs a compiler, in the background, unless errors in the text forbid it. */
	void compiled(String name, Compiled work) {
		if (shown().filter(Subject::isSound).isEmpty()) {
			say("There are errors in the text: without firmware tables there is no meter to run.");
			return;
		}
		String named = Preferences.get().isDefault(Preferences.COMPILER) ? "" : Preferences.get().getString(Preferences.COMPILER);
		schedule(new BenchJob(name, turn, monitor -> work.run(MeterBench.compiler(named), monitor), this::done));
	}

	private void schedule(Job job) {
		last = Optional.of(job);
		job.schedule();
	}

	private void done(String words) {
		later(() -> {
			say(words);
			refresh();
		});
	}

	/** Does something on the display's thread, unless the view is closed by then. */
	void later(Runnable work) {
		if (!display.isDisposed()) {
			WindowThread.later(display, () -> {
				if (!detail.isDisposed()) {
					work.run();
				}
			});
		}
	}

	/** Shows what has changed a little later, once for all changes until then; called on any thread. */
	void refreshSoon() {
		if (!soon) {
			soon = true;
			later(() -> display.timerExec(SOON_MS, () -> {
				soon = false;
				if (!detail.isDisposed()) {
					refresh();
				}
			}));
		}
	}

	private void refresh() {
		bar.refresh();
		client.refresh();
		scenarios.refresh();
		messages.refresh();
		happenings.refresh();
	}

	/** Lets the meter's time go with ours as long as that is wanted. */
	void tick() {
		if (!ticking && bar.isGoing()) {
			ticking = true;
			display.timerExec(SECOND_MS, this::second);
		}
	}

	private void second() {
		ticking = false;
		if (!detail.isDisposed() && bar.isGoing() && bench.running().isPresent()) {
			VirtualMeter running = bench.running().get();
			BenchJob job = new BenchJob("Let a second pass", turn, monitor -> {
				running.advance(1, monitor::isCanceled);
				return "";
			}, words -> later(() -> {
				if (!words.isEmpty()) {
					say(words);
				}
				refresh();
			}));
			job.setSystem(true);
			job.schedule();
			tick();
		}
	}

	void say(String words) {
		detail.setText(words.replace("&", "&&"));
		detail.setToolTipText(words);
	}

	/** Goes to a place of the text. */
	void openPlace(Origin place) {
		open(place);
	}

	/** Goes to a step of a scenario. */
	void openStep(PlayRow row) {
		placed(row, this::open);
	}

	/** Shows a step of a scenario without taking the keys away. */
	void revealStep(PlayRow row) {
		placed(row, this::reveal);
	}

	/** Finds a step's place in the newest text, which may take until a check has ended; so the display does not wait for it. */
	private void placed(PlayRow row, Consumer<Origin> go) {
		shown().ifPresent(subject -> Answering.threads().execute(() -> subject.language().ask(session -> session.text(row.scenario().place().file()))
				.ifPresent(text -> later(() -> go.accept(row.place(text))))));
	}

	/** Draws the run of a scenario. */
	void drawRun(Optional<ScenarioResult> run) {
		timeLine.show(run);
	}

	/** Beside scenarios stands their time line, beside a client its messages. */
	private void front(int number) {
		left.setSelection(number);
		right.setSelection(number == 2 ? 2 : number == 1 ? 1 : 0);
	}

	/** Plays all scenarios. */
	public void playAll() {
		front(2);
		if (shown().isEmpty()) {
			say("The meter is being read; then its scenarios can be played.");
		}
		scenarios.playAll();
	}

	/** Brings a page to the front: 0 client, 1 events, 2 scenarios. */
	public void page(int number) {
		front(number);
	}

	/** Brings a page on the right to the front: 0 messages, 1 what the meter did, 2 the time line. */
	public void seen(int number) {
		right.setSelection(number);
	}

	/** Returns what stands below. */
	public String said() {
		return detail.getText();
	}

	MeterBar bar() {
		return bar;
	}

	ClientPage client() {
		return client;
	}

	EventsPage events() {
		return events;
	}

	ScenariosPage scenarios() {
		return scenarios;
	}

	MessagesPage messages() {
		return messages;
	}

	TimeLinePage timeLine() {
		return timeLine;
	}

	HappeningsPage happenings() {
		return happenings;
	}

	@Override
	public void setFocus() {
		switch (left.getSelectionIndex()) {
			case 1 -> events.focus();
			case 2 -> scenarios.focus();
			default -> client.focus();
		}
	}

	/** Ends the program at once; what may take a moment goes on without the user interface. */
	@Override
	public void dispose() {
		cancel();
		bench.stop();
		Thread cleaner = new Thread(() -> {
			try {
				bench.close();
			} catch (IOException e) {
				ILog.get().error("The files of a virtual meter could not be taken away.", e);
			}
		}, "Meterwright: end the virtual meter");
		cleaner.start();
		super.dispose();
	}
}
