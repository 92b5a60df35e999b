// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing on the command line: what a side may be, how it is told, and how it ends. */
class CompareCommandTest {
	private static final String METER = """
			namespace larch.p1

			meter P1 {
			  property manufacturer = "LRC"
			  switch auxiliary
			  variant plus = auxiliary
			  device management at 1 named "LRC{serial}" {
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    if auxiliary {
			      relay: Data 0-0:96.128.1*255 { value: unsigned = 1 in ram }
			    }
			  }
			  association reader client 2 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism low
			    secret in slot 1
			    show *
			    grant read on *
			  }
			}
			""";

	@TempDir
	private Path folder;

	private Path write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	@Test
	void nothingChangedIsFine() throws IOException {
		CliRun run = CliRun.of("compare", write("a/p1.cosem", METER), write("b/p1.cosem", METER));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertEquals(2, run.results().lines().filter(line -> line.endsWith(": nothing changed")).count(), run.results());
	}

	@Test
	void aBreakingChangeEndsWithOne() throws IOException {
		CliRun run = CliRun.of("compare", write("a/p1.cosem", METER), write("b/p1.cosem", METER.replace("10^0 Wh", "10^3 Wh")), "--meter", "P1", "--variant", "plain");
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("Scaler or unit changed [MW-CMP-027]"), run.results());
		assertTrue(run.results().contains("value in Wh (active energy) -> value x 10^3 Wh (active energy)"), run.results());
		assertTrue(run.results().contains("seen by reader; %s:10".formatted(folder.resolve("b/p1.cosem"))), run.results());
	}

	@Test
	void failOnDecidesWhatEndsWithOne() throws IOException {
		Path before = write("a/p1.cosem", METER);
		Path after = write("b/p1.cosem", METER.replace("\"LRC\"", "\"ABC\""));
		assertEquals(ExitCode.FINE, CliRun.of("compare", before, after).exitCode());
		assertEquals(ExitCode.FINE, CliRun.of("compare", before, after, "--fail-on", "visible").exitCode());
		assertEquals(ExitCode.FINDINGS, CliRun.of("compare", before, after, "--fail-on", "invisible").exitCode());
		assertEquals(ExitCode.FINE, CliRun.of("compare", before, write("c/p1.cosem", METER.replace("10^0 Wh", "10^3 Wh")), "--fail-on", "never").exitCode());
	}

	@Test
	void theOtherSideDoesNotBelongToThisOneEvenBesideIt() throws IOException {
		Path before = write("p1-old.cosem", METER);
		Path after = write("p1.cosem", METER.replace("total: ", "energy: "));
		CliRun run = CliRun.of("compare", before, after, "--variant", "plain");
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().contains("1 only moved or renamed in the text"), run.results());
		assertTrue(run.results().contains("total -> energy"), run.results());
	}

	@Test
	void twoVariantsOfOneTextAreCompared() throws IOException {
		CliRun run = CliRun.of("compare", write("p1.cosem", METER), "--variants", "plain", "plus");
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().startsWith("P1 -> P1-plus: 1 visible but compatible, 1 invisible to clients\n"), run.results());
		assertTrue(run.results().contains("- relay (Data 0-0:96.128.1*255)"), run.results());
		assertEquals(ExitCode.FINDINGS, CliRun.of("compare", write("p1.cosem", METER), "--variants", "plus", "plain").exitCode());
	}

	@Test
	void twoMembersOfTheFamilyAreCompared() {
		CliRun run = CliRun.of("compare", Path.of("../../dsl/examples/polyphase-family"), "--variants", "home", "comfort");
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().contains("capture_objects[3]: voltage[L2].value\n"), run.results());
		assertTrue(run.results().contains("when voltage[L2].value < 207.0 V until 210.0 V { raise voltageLow[L2] }"), run.results());
		assertTrue(run.results().contains("transport_service: hdlc (5) -> tcp (0)"), run.results());
	}

	@Test
	void metersOfTheSameNameAreComparedAndOthersNoted() throws IOException {
		Path before = write("a/p1.cosem", METER);
		Path after = write("b/p1.cosem", METER.replace("variant plus", "variant extra"));
		CliRun run = CliRun.of("compare", before, after);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.progress().contains("P1-plus is on the left side only.\nP1-extra is on the right side only.\n"), run.progress());
		CliRun wrong = CliRun.of("compare", before, after, "--variant", "plus");
		assertEquals(ExitCode.USAGE, wrong.exitCode());
		assertTrue(wrong.lastNote().startsWith("There is no variant plus in "), wrong.toString());
	}

	@Test
	void aModelIsComparedWithItsText() throws IOException {
		Path text = write("p1.cosem", METER.replace("  switch auxiliary\n  variant plus = auxiliary\n", "").replaceAll("(?s)    if auxiliary.*?\n    }\n", ""));
		Path model = folder.resolve("p1.xmi");
		assertEquals(ExitCode.FINE, CliRun.of("check", text, "--model", model).exitCode());
		CliRun run = CliRun.of("compare", model, text);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().endsWith("nothing changed\n"), run.results());
	}

	@Test
	void aRealMetersListsAreComparedWithTheText() throws IOException {
		Path lists = Files.createDirectory(folder.resolve("kpz"));
		try (Stream<Path> files = Files.list(Path.of("samples/object-lists"))) {
			for (Path file : files.filter(each -> each.getFileName().toString().startsWith("KPZ")).toList()) {
				Files.copy(file, lists.resolve(file.getFileName()));
			}
		}
		Path text = folder.resolve("kpz.cosem");
		List<Path> sorted;
		try (Stream<Path> files = Files.list(lists)) {
			sorted = files.sorted().toList();
		}
		assertEquals(ExitCode.FINE, CliRun.of("import", "objectlist", sorted.get(0), sorted.get(1), sorted.get(2), "-o", text).exitCode());
		CliRun same = CliRun.of("compare", text, lists);
		assertEquals(ExitCode.FINE, same.exitCode(), same.toString());
		assertTrue(same.results().endsWith("nothing changed (object lists only)\n"), same.results());
		CliRun one = CliRun.of("compare", text, sorted.get(1));
		assertTrue(one.results().endsWith("nothing changed (object lists only)\n"), one.results());
		Files.writeString(text, Files.readString(text).replaceFirst("(?m)^    grant write on .*\n", ""));
		CliRun other = CliRun.of("compare", text, lists);
		assertEquals(ExitCode.FINE, other.exitCode(), other.toString());
		assertTrue(other.results().contains("Write access gained [MW-CMP-090]"), other.results());
	}

	@Test
	@SuppressWarnings("unchecked")
	void jsonHoldsEverything() throws IOException {
		CliRun run = CliRun.of("compare", write("a/p1.cosem", METER), write("b/p1.cosem", METER.replace("10^0 Wh", "10^3 Wh")), "--variant", "plain", "--format", "json");
		Map<String, Object> json = (Map<String, Object>) JsonReader.parse(run.results());
		Map<String, Object> comparison = (Map<String, Object>) ((List<?>) json.get("comparisons")).getFirst();
		Map<String, Object> change = (Map<String, Object>) ((List<?>) comparison.get("changes")).getFirst();
		assertEquals("MW-CMP-027", change.get("kind"));
		assertEquals("breaking", change.get("impact"));
		assertEquals("total", ((Map<String, Object>) change.get("subject")).get("name"));
		assertEquals(List.of("reader"), change.get("clients"));
		assertTrue(run.lastNote().endsWith("1 breaks a head-end"), run.toString());
	}

	@Test
	void aPageIsWrittenWhereTheNameAsksForOne() throws IOException {
		Path page = folder.resolve("out/changes.html");
		CliRun run = CliRun.of("compare", write("a/p1.cosem", METER), write("b/p1.cosem", METER.replace("10^0 Wh", "10^3 Wh")), "-o", page);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertEquals("", run.results());
		assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
	}

	@Test
	void badInputIsToldInOneSentence() throws IOException {
		Path good = write("a/p1.cosem", METER);
		assertTold(ExitCode.USAGE, "Give two sides to compare", good);
		assertTold(ExitCode.FAILURE, "there is no such file or folder", good, folder.resolve("none.cosem"));
		assertTold(ExitCode.FAILURE, "is no Meterwright model", good, write("bad.xmi", "<nothing/>"));
		assertTold(ExitCode.FAILURE, "neither texts (.cosem) nor object lists", good, Files.createDirectory(folder.resolve("empty")));
		CliRun broken = CliRun.of("compare", good, write("b/p1.cosem", "namespace larch.p1\nmeter {"));
		assertEquals(ExitCode.FINDINGS, broken.exitCode(), broken.toString());
		assertTrue(broken.results().contains("b/p1.cosem:2: error"), broken.toString());
	}

	private static void assertTold(ExitCode exitCode, String words, Object... sides) {
		Object[] arguments = Stream.concat(Stream.of("compare"), Stream.of(sides)).toArray();
		CliRun run = CliRun.of(arguments);
		assertEquals(exitCode, run.exitCode(), run.toString());
		assertTrue(run.lastNote().contains(words), run.toString());
		assertFalse(run.progress().contains("\tat "), run.toString());
	}
}
