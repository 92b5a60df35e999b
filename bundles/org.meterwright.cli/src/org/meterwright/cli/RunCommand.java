// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.rules.report.TextReport;
import org.meterwright.scenario.Scenario;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays scenarios on the firmware tables of their meters: compiled for this computer, with the reference runtime. */
@picocli.CommandLine.Command(name = "run", description = {"Play the scenarios of meters on their compiled firmware tables, step by step.",
		"Needs a C compiler (cc, gcc or clang) on this computer. Ends with 1 when a scenario does not come out as expected."})
final class RunCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Option(names = "--scenario", paramLabel = "TITLE", description = "Only scenarios whose title has these words in it; may be repeated.")
	private List<String> titles = List.of();

	@Mixin
	private VariantOption variants = new VariantOption();

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or junit; text when not given.")
	private RunReport.Format format = RunReport.Format.TEXT;

	@Option(names = "--steps", description = "Show the steps of scenarios that came out as expected too.")
	private boolean allSteps;

	RunCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, variants, console);
		variants.check(compilation);
		ExitCode checked = Sources.exitCode(compilation);
		if (checked != ExitCode.FINE) {
			console.note(new TextReport(compilation.meters().size()).write(compilation.findings().stream().filter(finding -> finding.isBlocking()).toList()).stripTrailing());
			console.note("%s. Nothing was played.".formatted(Summary.findings(compilation.findings())));
			return checked;
		}
		List<Chosen> chosen = choose(compilation);
		PlayedScenarios played = new PlayedScenarios(console);
		List<RunReport.Run> runs = chosen.stream().map(each -> new RunReport.Run(GeneratedOutput.label(each.meter()), played.of(each.meter(), each.scenarios()))).toList();
		console.resultText(RunReport.of(runs, format, allSteps));
		RunReport.Count count = RunReport.count(runs);
		if (format != RunReport.Format.TEXT) {
			console.note(count.sentence());
		}
		return count.failed() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
	}

	/** A meter with the scenarios that are wanted. */
	private record Chosen(CompiledMeter meter, List<Scenario> scenarios) {
	}

	private List<Chosen> choose(Compilation compilation) {
		List<Chosen> chosen = new ArrayList<>();
		for (CompiledMeter meter : compilation.meters()) {
			List<Scenario> scenarios = meter.scenarios().stream().filter(this::isWanted).toList();
			if (!scenarios.isEmpty()) {
				chosen.add(new Chosen(meter, scenarios));
			}
		}
		if (chosen.isEmpty()) {
			List<String> all = compilation.meters().stream().flatMap(meter -> meter.scenarios().stream()).map(Scenario::title).distinct().toList();
			throw new Problem(ExitCode.USAGE, all.isEmpty() ? "There is no scenario in the text: nothing to play." : "No scenario has %s in its title; there are: %s.".formatted(
					String.join(" or ", titles), String.join("; ", all)));
		}
		return chosen;
	}

	private boolean isWanted(Scenario scenario) {
		String title = scenario.title().toLowerCase(Locale.ROOT);
		return titles.isEmpty() || titles.stream().anyMatch(wanted -> title.contains(wanted.toLowerCase(Locale.ROOT)));
	}
}
