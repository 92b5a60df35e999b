// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.Impact;
import org.meterwright.exchange.compare.ModelWording;
import org.meterwright.exchange.compare.Side;
import org.meterwright.exchange.compare.report.ComparePage;
import org.meterwright.exchange.compare.report.CompareText;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed between two meters, and whether it breaks a head-end. */
@picocli.CommandLine.Command(name = "compare", description = { "Say what changed between two meters, what breaks a head-end and what only moved in the text.",
		"A side is a text, a folder of texts, a model (.xmi), or an object list or a folder of object lists of a real meter (.hex, .bin)." }, customSynopsis = {
				"meterwright compare [options] LEFT RIGHT", "       meterwright compare [options] REV1..REV2 PATH", "       meterwright compare [options] --git REV PATH",
				"       meterwright compare [options] --git REV1 REV2 PATH", "       meterwright compare [options] PATH --variants A B",
				"       meterwright compare [options] PATH --meters A B" })
final class CompareCommand implements Command {

	private final Console console;

	@Parameters(paramLabel = "SIDE", arity = "1..3", description = "Files, folders and revisions, as above. REV1...REV2 compares with where the two parted.")
	private List<String> inputs = List.of();

	@Option(names = "--git", description = "The first arguments are git revisions; one of them is compared with the work tree.")
	private boolean git;

	@Mixin
	private MeterChoice choice = new MeterChoice();

	@Option(names = "--format", paramLabel = "FORMAT", description = "text, json or html; otherwise as the output file's name says, else text.")
	private CompareFormat format;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "Write it into a file.")
	private Path output;

	@Option(names = "--fail-on", paramLabel = "IMPACT", defaultValue = "breaking", description = "End with 1 when there are changes like these or worse: breaking (the default), visible, invisible, text, or never.")
	private FailOn failOn = FailOn.BREAKING;

	/** The mildest change that makes the run fail. */
	enum FailOn {
		BREAKING, VISIBLE, INVISIBLE, TEXT, NEVER
	}

	CompareCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Sides sides = new CompareSides(new MeterSource(console), inputs, git, choice).read();
		List<Comparison> comparisons = new ArrayList<>();
		for (Sides.Match match : choice.match(sides, console)) {
			comparisons.add(Comparison.of(side(match.left(), label(match.left(), sides.left())), side(match.right(), label(match.right(), sides.right()))));
		}
		CompareFormat chosen = Optional.ofNullable(format).or(() -> Optional.ofNullable(output).map(CompareFormat::of)).orElse(CompareFormat.TEXT);
		write(comparisons, chosen);
		boolean isTold = output == null && chosen == CompareFormat.TEXT;
		(isTold ? List.<Comparison>of() : comparisons).forEach(comparison -> console.note("%s -> %s: %s".formatted(comparison.left(), comparison.right(), CompareText.summary(comparison))));
		return failOn != FailOn.NEVER && comparisons.stream().anyMatch(comparison -> comparison.has(Impact.valueOf(failOn.name()))) ? ExitCode.FINDINGS : ExitCode.FINE;
	}

	private static String label(NamedMeter meter, String source) {
		return source.isEmpty() || source.endsWith("/%s".formatted(meter.label())) || source.equals(meter.label()) ? meter.label() : "%s in %s".formatted(meter.label(), source);
	}

	private static Side side(NamedMeter meter, String label) {
		return new Side(label, meter.model(), meter.scope(), meter.files(), new ModelWording(meter.model()));
	}

	private void write(List<Comparison> comparisons, CompareFormat chosen) {
		String text = switch (chosen) {
			case TEXT -> CompareText.of(comparisons);
			case JSON -> CompareJson.of(comparisons);
			case HTML -> ComparePage.of(comparisons);
		};
		if (output == null) {
			console.resultText(text);
		} else {
			OutputFiles.write(List.of(OutputFile.text(output, text)));
		}
	}
}
