// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ProgressBar;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.scenario.Scenario;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.views.virtual.PlayRow;
import org.meterwright.views.virtual.PlayRow.Outcome;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;
import org.meterwright.workbench.table.ListContent.Head;
import org.meterwright.workbench.table.ListTable;
import org.meterwright.workbench.table.TableColours;

/** The scenarios of the meter with what came of each: their steps in time, and what the meter did. */
final class ScenariosPage {
	private final VirtualMeterView view;
	private final ListTable<PlayRow> table;
	private final ProgressBar progress;
	private final Button stop;
	private Optional<CompiledMeter> meter = Optional.empty();
	private volatile Optional<String> playing = Optional.empty();
	private volatile Optional<ScenarioResult> partly = Optional.empty();

	ScenariosPage(VirtualMeterView view, CTabFolder tabs) {
		this.view = view;
		Composite page = Page.of(tabs, "Scenarios");
		Composite bar = Page.bar(page, 4);
		Page.button(bar, "Play All", "Play all scenarios of the meter, each on a new start", this::playAll);
		Page.button(bar, "Play Selected", "Play the selected scenarios (Space)", this::playSelected);
		stop = Page.button(bar, "Stop", "Stop at the next step", view::cancel);
		progress = new ProgressBar(bar, SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(progress);
		table = new ListTable<>(page, heads(), PlayRow::key);
		Page.fill(table.table().area());
		table.onToggle(this::refresh);
		table.onOpen(this::openText);
		table.table().onSelection(() -> table.selected().ifPresent(row -> {
			view.revealStep(row);
			view.drawRun(result(row.scenario().title()));
			if (!row.why().isEmpty()) {
				view.say(row.why());
			}
		}));
		table.table().decorate(control -> control.addListener(SWT.KeyDown, event -> {
			if (event.character == ' ') {
				playSelected();
			}
		}));
	}

	private List<Head<PlayRow>> heads() {
		return List.of(new Head<>("Scenario, step, what the meter did", 380, PlayRow::words, ScenariosPage::name), new Head<>("Outcome", 96, ScenariosPage::outcome, this::heat),
				Head.quiet("Time of the meter", 168, PlayRow::time), Head.plain("Why", 420, PlayRow::why));
	}

	private static CellLook name(PlayRow row) {
		return new CellLook(row.depth(), !row.openable() ? Expander.NONE : row.open() ? Expander.OPEN : Expander.CLOSED, null, null, row.outcome() == Outcome.TOLD, row.depth() == 0, Align.LEFT);
	}

	private static String outcome(PlayRow row) {
		return switch (row.outcome()) {
			case NONE -> "not played";
			case PLAYING -> "playing...";
			case FINE -> "as expected";
			case FAILED -> "failed";
			case TOLD -> "";
		};
	}

	private CellLook heat(PlayRow row) {
		TableColours colours = table.table().colours();
		return switch (row.outcome()) {
			case NONE, TOLD -> CellLook.QUIET;
			case PLAYING -> CellLook.heat(colours.choose(0xBFD8F4, 0x1E4166));
			case FINE -> row.depth() == 0 ? CellLook.heat(colours.choose(0xD3EBD9, 0x1F4A33)) : new CellLook(0, Expander.NONE, null, null, true, false, Align.CENTRE);
			case FAILED -> CellLook.heat(colours.choose(0xF4B9B1, 0x6E2A24));
		};
	}

	void offer(CompiledMeter shown) {
		meter = Optional.of(shown);
		refresh();
	}

	/** Shows what has changed. */
	void refresh() {
		if (!progress.isDisposed() && meter.isPresent()) {
			Map<String, ScenarioResult> results = PlayedResults.byTitle(meter.get());
			partly.ifPresent(it -> results.put(it.scenario().title(), it));
			table.show(PlayRow.of(meter.get().scenarios(), results, playing, table.toggled()));
			stop.setEnabled(playing.isPresent());
			partly.map(it -> it.scenario().title()).or(() -> table.selected().map(row -> row.scenario().title())).ifPresent(title -> view.drawRun(result(title)));
		}
	}

	/** Returns what came of a scenario, or what has come of it so far. */
	private Optional<ScenarioResult> result(String title) {
		return partly.filter(it -> it.scenario().title().equals(title)).or(() -> meter.map(it -> PlayedResults.byTitle(it).get(title)));
	}

	void playAll() {
		meter.ifPresent(it -> play(it, it.scenarios()));
	}

	private void playSelected() {
		List<Scenario> chosen = table.allSelected().stream().map(PlayRow::scenario).distinct().toList();
		meter.ifPresent(it -> play(it, chosen));
	}

	private void play(CompiledMeter subject, List<Scenario> scenarios) {
		if (scenarios.isEmpty()) {
			view.say(subject.scenarios().isEmpty() ? "The meter has no scenarios: write scenario \"...\" for %s.".formatted(subject.name()) : "Select a scenario.");
			return;
		}
		progress.setMaximum(scenarios.size());
		progress.setSelection(0);
		view.compiled("Play scenarios", (compiler, monitor) -> playAll(subject, scenarios, compiler, monitor));
	}

	private String playAll(CompiledMeter subject, List<Scenario> scenarios, String compiler, IProgressMonitor monitor) throws IOException {
		monitor.beginTask("Play scenarios", scenarios.size());
		int played = 0;
		int failed = 0;
		try {
			for (Scenario scenario : scenarios) {
				if (monitor.isCanceled()) {
					break;
				}
				monitor.subTask(scenario.title());
				ScenarioResult result = one(subject, scenario, compiler, monitor);
				if (!monitor.isCanceled()) {
					PlayedResults.put(subject, result);
					played++;
					failed += result.isFine() ? 0 : 1;
				}
				int done = played;
				view.later(() -> progress.setSelection(done));
				monitor.worked(1);
			}
		} finally {
			playing = Optional.empty();
			partly = Optional.empty();
			view.later(this::refresh);
		}
		return "%d of %d scenarios played: %d as expected, %d not.".formatted(played, scenarios.size(), played - failed, failed);
	}

	private ScenarioResult one(CompiledMeter subject, Scenario scenario, String compiler, IProgressMonitor monitor) throws IOException {
		List<ScenarioResult.Step> steps = new ArrayList<>();
		playing = Optional.of(scenario.title());
		partly = Optional.empty();
		view.later(this::refresh);
		return view.bench().play(subject, scenario, compiler, step -> {
			if (steps.size() > 0 && steps.getLast().line() == step.line() && step.failure().isPresent()) {
				steps.removeLast();
			}
			steps.add(step);
			partly = Optional.of(new ScenarioResult(scenario, steps));
			view.refreshSoon();
			return !monitor.isCanceled();
		});
	}

	private void openText(PlayRow row) {
		view.openStep(row);
	}

	ListTable<PlayRow> table() {
		return table;
	}

	void focus() {
		table.table().control().setFocus();
	}
}
