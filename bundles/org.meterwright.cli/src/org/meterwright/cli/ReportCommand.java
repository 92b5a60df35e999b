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
import org.meterwright.rules.conformance.Conformance;
import org.meterwright.rules.conformance.ConformanceJson;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.rules.conformance.ConformancePage;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.rules.conformance.Verdict;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of each requirement of a meter's companions where it is answered, what is missing and what is accepted. */
@picocli.CommandLine.Command(name = "report", description = "Say where a meter answers what its companions ask, and what is missing.")
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

	ReportCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, variants, console);
		variants.check(compilation);
		List<ConformanceReport> reports = compilation.meters().stream().filter(meter -> !meter.model().getCompanions().isEmpty()).map(ReportCommand::report).toList();
		if (reports.isEmpty()) {
			throw new Problem(ExitCode.USAGE, "No meter of the text conforms to a companion; there is nothing to report.");
		}
		write(reports);
		if (json) {
			console.resultText(ConformanceJson.of(reports));
		} else {
			reports.forEach(this::summarise);
		}
		return reports.stream().allMatch(ConformanceReport::conforms) ? ExitCode.FINE : ExitCode.FINDINGS;
	}

	private static ConformanceReport report(CompiledMeter meter) {
		return Conformance.of(GeneratedOutput.label(meter), meter.model(), meter.findings(), List.of());
	}

	private void write(List<ConformanceReport> reports) {
		if (output == null) {
			return;
		}
		List<OutputFile> files = new ArrayList<>();
		reports.forEach(report -> files.add(OutputFile.text(output.resolve("%s-conformance.html".formatted(report.meter())), ConformancePage.of(report))));
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
		report.lines().stream().filter(line -> line.verdict() == Verdict.MISSING || line.verdict() == Verdict.CONTRADICTED).forEach(line -> console.result("  %s: %s%s".formatted(
				line.name(), line.verdict().words(), line.problems().isEmpty() ? "" : ", " + line.problems().getFirst())));
	}
}
