// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaborator;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.random.RandomMeter;
import org.meterwright.rules.Finding;

/**
 * A thousand generated meters, printed and read again, are the same; so are the models that the texts give. A failure tells the seed, which
 * {@code -Dmeterwright.seed} runs alone.
 */
class RandomRoundTripTest {
	private static final int METERS = 1000;
	/** Every so many of them is printed again. */
	private static final int AGAIN = 4;
	private static final int MOST_CLASSES = 32_767;
	private static final Catalogue CATALOGUE = new Catalogue();
	private static final ModelPrinter PRINTER = ModelPrinter.standard(CATALOGUE);

	static List<InterfaceClass> classes() {
		return IntStream.rangeClosed(1, MOST_CLASSES).boxed().flatMap(id -> CATALOGUE.versions(id).stream().map(version -> CATALOGUE.find(id, version).orElseThrow())).toList();
	}

	@Test
	void printedAndReadAgainTheyAreTheSame() throws IOException {
		List<InterfaceClass> classes = classes();
		Set<String> used = new HashSet<>();
		List<String> failures = new ArrayList<>();
		Long only = Long.getLong("meterwright.seed");
		for (long seed = only == null ? 0 : only; seed < (only == null ? METERS : only + 1); seed++) {
			Meter meter = RandomMeter.of(seed, classes);
			meter.getClasses().forEach(type -> used.add("%d.%d".formatted(type.getClassId(), type.getVersion())));
			check(seed, meter).ifPresent(failures::add);
		}
		assertTrue(failures.isEmpty(), () -> "%d meters differ, the first: %s".formatted(failures.size(), String.join("\n", failures.subList(0, Math.min(failures.size(), 12)))));
		assertTrue(only != null || classes.stream().allMatch(type -> used.contains("%d.%d".formatted(type.getClassId(), type.getVersion()))));
	}

	private static Optional<String> check(long seed, Meter meter) throws IOException {
		String text = "";
		try {
			text = PRINTER.print(meter);
			return difference(seed, meter, text).map(each -> "seed %d: %s".formatted(seed, each));
		} catch (RuntimeException | StackOverflowError e) {
			return Optional.of("seed %d: %s at %s".formatted(seed, e, List.of(e.getStackTrace()).stream().limit(8).toList()));
		} finally {
			keep(text);
		}
	}

	private static Optional<String> difference(long seed, Meter meter, String text) {
		SyntaxFile file = CosemLanguage.parser().parse("random.cosem", text, true);
		if (!file.errors().isEmpty()) {
			return Optional.of("line %d: %s".formatted(file.errors().getFirst().line(), file.errors().getFirst().message()));
		}
		List<SyntaxFile> all = new ArrayList<>(LibraryFiles.files());
		all.add(file);
		MeterDecl declared = file.root().getElements().stream().filter(MeterDecl.class::isInstance).map(MeterDecl.class::cast).findFirst().orElseThrow();
		Elaborator.Result result = Elaborator.elaborate(new Declarations(all), declared, Set.of());
		return result.findings().stream().filter(Finding::isBlocking).map(finding -> "line %d: %s %s".formatted(finding.place().line(), finding.rule(), finding.message())).findFirst()
				.or(() -> ModelEquality.difference(Written.of(meter), Written.of(result.model())))
				.or(() -> seed % AGAIN != 0 || PRINTER.print(result.model()).equals(text) ? Optional.empty() : Optional.of("what is read is printed otherwise"));
	}

	/** Leaves the text of a meter that is run alone beside the system's other temporary files. */
	private static void keep(String text) throws IOException {
		if (Long.getLong("meterwright.seed") != null) {
			Files.writeString(Path.of(System.getProperty("java.io.tmpdir")).resolve("random.cosem"), text);
		}
	}

	@Test
	void theSameSeedGivesTheSameMeter() {
		List<InterfaceClass> classes = classes();
		assertEquals(Optional.empty(), ModelEquality.difference(RandomMeter.of(7, classes), RandomMeter.of(7, classes)));
		assertTrue(ModelEquality.difference(RandomMeter.of(7, classes), RandomMeter.of(8, classes)).isPresent());
	}
}
