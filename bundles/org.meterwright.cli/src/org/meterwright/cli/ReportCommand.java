// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.dsl.play.PlayedEvidence;
import org.meterwright.rules.conformance.Conformance;
import org.meterwright.rules.conformance.ConformanceJson;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.rules.conformance.ConformancePage;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.rules.conformance.ScenarioProofs;
import org.meterwright.rules.conformance.ScenarioResult;
import org.meterwright.rules.conformance.Verdict;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of each requirement of a meter's companions where it is answered, what is missing and what is accepted. */
@picocli.CommandLine.Command(name = "report", description = {"Say where a meter answers what its companions ask, and what is missing.",
		"With --run the scenarios of the meters are played, and it is said what they prove; that needs a C compiler (cc, gcc or clang)."})
final class ReportCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Mixin
	private VariantOption variants = new VariantOption();

	@Option(names = { "-o", "--output" }, paramLabel = "FOLDER", description = "Where a page for each meter and conformance.json go; made when it is not there.")
	private Path output;

	@Option(names = "--json", description = "Print the report as JSON instead of its counts.")
	private boolean json;

	@Option(names = "--run", description = "Play the scenarios, and say what they prove.")
	private boolean run;

	ReportCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, variants, console);
		variants.check(compilation);
		List<CompiledMeter> meters = compilation.meters().stream().filter(meter -> !meter.model().getCompanions().isEmpty()).toList();
		if (meters.isEmpty()) {
			throw new Problem(ExitCode.USAGE, "No meter of the text conforms to a companion; there is nothing to report.");
		}
		boolean played = run && canPlay(compilation, meters);
		List<ConformanceReport> reports = meters.stream().map(meter -> report(meter, played ? results(meter) : List.of())).toList();
		write(reports);
		if (json) {
			console.resultText(ConformanceJson.of(reports));
		} else {
			reports.forEach(this::summarise);
		}
		return played == run && reports.stream().allMatch(ConformanceReport::conforms) ? ExitCode.FINE : ExitCode.FINDINGS;
	}

	/** Errors anywhere make no firmware to play on; the report of the model is written all the same. */
	private boolean canPlay(Compilation compilation, List<CompiledMeter> meters) {
		if (meters.stream().allMatch(meter -> meter.scenarios().isEmpty())) {
			throw new Problem(ExitCode.USAGE, "No scenario is for a meter that conforms to a companion: there is nothing to play, leave out --run.");
		}
		if (compilation.isBlocked()) {
			console.note("%s. No scenario was played; 'meterwright check' shows what to mend.".formatted(Summary.findings(compilation.findings())));
		}
		return !compilation.isBlocked();
	}

	private List<ScenarioResult> results(CompiledMeter meter) {
		return meter.scenarios().isEmpty() ? List.of()
				: ScenarioProofs.of(meter.model(), new PlayedScenarios(console).of(meter, meter.scenarios()).stream().map(PlayedEvidence::of).toList());
	}

	private static ConformanceReport report(CompiledMeter meter, List<ScenarioResult> results) {
		return Conformance.of(GeneratedOutput.label(meter), meter.model(), meter.findings(), results);
	}

	private void write(List<ConformanceReport> reports) {
		if (output == null) {
			return;
		}
		List<OutputFile> files = new ArrayList<>();
		reports.forEach(report -> files.add(OutputFile.text(output.resolve("%s-conformance.html".formatted(report.meter())), ConformancePage.of(report, output))));
		files.add(OutputFile.text(output.resolve("conformance.json"), ConformanceJson.of(reports)));
		OutputFiles.Outcome outcome = OutputFiles.write(files);
		console.note("%d files in %s: %d written, %d unchanged".formatted(outcome.written() + outcome.unchanged(), output, outcome.written(), outcome.unchanged()));
	}

	private void summarise(ConformanceReport report) {
		console.result("%s, %s: %s".formatted(report.meter(), String.join(", ", report.companions()), report.conforms() ? "nothing is missing" : "does not conform"));
		for (ConformanceLine.Kind kind : ConformanceLine.Kind.values()) {
			Map<Verdict, Integer> counts = ConformanceReport.count(report.lines(kind));
			if (!counts.isEmpty()) {
				console.result("  %-13s %s".formatted(kind.heading(), counts.entrySet().stream().map(each -> "%d %s".formatted(each.getValue(), each.getKey().words()))
						.collect(Collectors.joining(", "))));
			}
		}
		summariseScenarios(List.copyOf(report.scenarios().keySet()));
		report.lines().stream().filter(line -> line.verdict() == Verdict.MISSING || line.verdict() == Verdict.CONTRADICTED).forEach(line -> console.result("  %s: %s%s".formatted(
				line.name(), line.verdict().words(), line.problems().isEmpty() ? "" : ", " + line.problems().getFirst())));
	}

	private void summariseScenarios(List<ScenarioResult> scenarios) {
		List<ScenarioResult> failed = scenarios.stream().filter(scenario -> !scenario.passed()).toList();
		if (!scenarios.isEmpty()) {
			console.result("  %-13s %d as expected, %d not".formatted("Scenarios", scenarios.size() - failed.size(), failed.size()));
		}
		failed.forEach(scenario -> console.result("  scenario %s: failed, %s".formatted(scenario.scenario(), scenario.message())));
	}
}
