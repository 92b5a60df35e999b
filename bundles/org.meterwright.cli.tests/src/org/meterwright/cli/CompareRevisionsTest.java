// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git revisions as sides of a comparison, the merge driver and the text conversion, in a repository made for the purpose. */
class CompareRevisionsTest {
	private static final String METER = """
			namespace larch.p1

			meter P1 {
			  property manufacturer = "LRC"
			  device management at 1 named "LRC{serial}" {
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    power: Register 1-0:1.7.0*255 {
			      value: double-long in ram
			      scaler_unit = 10^0 W
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
	private static final String ENERGY = """
			namespace larch.p1

			extend meter P1 {
			  voltage: Register 1-0:32.7.0*255 {
			    value: long-unsigned in ram
			    scaler_unit = 10^-1 V
			  }
			}
			""";

	@TempDir
	private Path folder;
	private Path repository;
	private GitTool git;

	@BeforeEach
	void makeRepository() throws IOException {
		repository = Files.createDirectory(folder.resolve("repository"));
		git = GitTool.in(repository);
		git.ask("init", "-q", "-b", "main");
		git.ask("config", "user.name", "Tester");
		git.ask("config", "user.email", "tester@example.org");
		Files.createDirectories(repository.resolve("meters/p1"));
		commit("meters/p1/meter.cosem", METER);
		commit("meters/p1/energy.cosem", ENERGY);
		git.ask("tag", "v1");
	}

	private void commit(String file, String text) throws IOException {
		Files.writeString(repository.resolve(file), text);
		git.ask("add", ".");
		git.ask("commit", "-q", "-m", "x");
	}

	@Test
	void aRangeComparesTwoRevisionsOfAFolder() throws IOException {
		commit("meters/p1/energy.cosem", ENERGY.replace("10^-1", "10^-2"));
		Files.writeString(repository.resolve("meters/p1/energy.cosem"), "not looked at");
		CliRun run = CliRun.of("compare", "v1..main", repository.resolve("meters/p1"));
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.results().startsWith("P1 in v1 -> P1 in main: 1 breaks a head-end\n"), run.results());
		assertTrue(run.results().contains("main:meters/p1/energy.cosem:6"), run.results());
	}

	@Test
	void aFileStandsForItsNamespace() throws IOException {
		commit("meters/p1/energy.cosem", ENERGY.replace("voltage", "tension"));
		CliRun run = CliRun.of("compare", "v1..", repository.resolve("meters/p1/meter.cosem"));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().contains("voltage -> tension"), run.results());
	}

	@Test
	void theWorkTreeIsASide() throws IOException {
		Files.writeString(repository.resolve("meters/p1/meter.cosem"), METER.replace("mechanism low", "mechanism high"));
		CliRun run = CliRun.of("compare", "--git", "HEAD", repository.resolve("meters"));
		assertTrue(run.results().contains("low -> high"), run.results());
		assertTrue(run.results().startsWith("P1 in HEAD -> P1 in the work tree: 1 breaks a head-end\n"), run.results());
	}

	@Test
	void threeDotsCompareWithWhereBothParted() throws IOException {
		git.ask("checkout", "-q", "-b", "side");
		commit("meters/p1/energy.cosem", ENERGY.replace("10^-1", "10^-2"));
		git.ask("checkout", "-q", "main");
		commit("meters/p1/meter.cosem", METER.replace("10^0 Wh", "10^3 Wh"));
		CliRun run = CliRun.of("compare", "main...side", repository);
		assertTrue(run.results().contains("voltage") && !run.results().contains("total"), run.results());
	}

	@Test
	void aPathThatIsGoneFromTheWorkTreeIsFoundInItsRevisions() throws IOException {
		git.ask("rm", "-q", "-r", "meters");
		CliRun run = CliRun.of("compare", "--git", "v1", "v1", repository.resolve("meters/p1"));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().endsWith("nothing changed\n"), run.results());
	}

	@Test
	void whatGitCannotDoIsTold() throws IOException {
		Path outside = Files.writeString(folder.resolve("p1.cosem"), METER);
		assertTold("is in no git work tree", "--git", "HEAD", outside);
		assertTold("nope is no revision of this repository", "nope..main", repository);
		assertTold("there is no such file or folder in v1", "v1..main", repository.resolve("elsewhere"));
	}

	private static void assertTold(String words, Object... arguments) {
		List<Object> all = new ArrayList<>(List.of("compare"));
		all.addAll(List.of(arguments));
		CliRun run = CliRun.of(all.toArray());
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().contains(words), run.toString());
	}

	private CliRun merge(String ours, String theirs) throws IOException {
		Path base = Files.writeString(folder.resolve("base"), METER);
		Files.writeString(folder.resolve("ours"), ours);
		Path other = Files.writeString(folder.resolve("theirs"), theirs);
		return CliRun.of("merge-driver", base, folder.resolve("ours"), other, repository.resolve("meters/p1/meter.cosem"));
	}

	private String merged() throws IOException {
		return Files.readString(folder.resolve("ours"), StandardCharsets.UTF_8);
	}

	private static String with(String line) {
		return METER.replace("    power: ", "    %s\n    power: ".formatted(line));
	}

	@Test
	void changesOfDifferentThingsMerge() throws IOException {
		CliRun run = merge(METER.replace("10^0 Wh", "10^3 Wh"), METER.replace("mechanism low", "mechanism high"));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertEquals(METER.replace("10^0 Wh", "10^3 Wh").replace("mechanism low", "mechanism high"), merged());
	}

	@Test
	void whatBothAddAtOnePlaceIsKept() throws IOException {
		CliRun run = merge(with("one: Data 0-0:96.128.1*255 { value: unsigned in ram }"), with("two: Data 0-0:96.128.2*255 { value: unsigned in ram }"));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(merged().contains("one: Data") && merged().contains("two: Data") && !merged().contains("<<<<"), merged());
	}

	@Test
	void oneLogicalNameForTwoObjectsIsAConflictThatLinesDoNotShow() throws IOException {
		String theirs = METER.replace("    total: ", "    two: Data 0-0:96.128.1*255 { value: unsigned in ram }\n    total: ");
		String ours = METER.replace("  }\n  association", "    one: Data 0-0:96.128.1*255 { value: long in ram }\n  }\n  association");
		CliRun run = merge(ours, theirs);
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.progress().contains("both sides changed it") || run.progress().contains("an error that neither side had"), run.toString());
		assertTrue(merged().startsWith("// MERGE: "), merged());
		assertFalse(merged().contains("<<<<"), merged());
	}

	@Test
	void oneAttributeChangedInTwoPlacesIsAConflict() throws IOException {
		String profile = "readings: ProfileGeneric version 1 1-0:99.1.0*255 {\n      capture total.value\n      capture_period = 30 min\n      profile_entries = 10\n      sort_method = fifo\n      buffer: in nvm\n    }";
		String before = with(profile);
		Path base = Files.writeString(folder.resolve("base"), before);
		Files.writeString(folder.resolve("ours"), before.replace("      capture total.value\n", "      capture total.value, power.value\n"));
		Path theirs = Files.writeString(folder.resolve("theirs"), before.replace("      buffer: in nvm\n", "      buffer: in nvm\n      capture voltage.value\n"));
		CliRun run = CliRun.of("merge-driver", base, folder.resolve("ours"), theirs, repository.resolve("meters/p1/meter.cosem"));
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(run.progress().contains("capture_objects: "), run.toString());
		assertTrue(merged().startsWith("// MERGE: ") && !merged().contains("<<<<"), merged());
	}

	@Test
	void aTextWithErrorsIsMergedByLinesAlone() throws IOException {
		CliRun run = merge(METER.replace("10^0 Wh", "10^3 Wh"), METER.replace("mechanism low", "mechanism {"));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().contains("merged by lines alone"), run.toString());
	}

	@Test
	void theSameLinesChangedAreAConflictAsEver() throws IOException {
		CliRun run = merge(METER.replace("10^0 Wh", "10^3 Wh"), METER.replace("10^0 Wh", "10^1 Wh"));
		assertEquals(ExitCode.FINDINGS, run.exitCode(), run.toString());
		assertTrue(merged().contains("<<<<<<< ours") && merged().contains(">>>>>>> theirs"), merged());
	}

	@Test
	void aMeterIsWrittenAsFacts() throws IOException {
		Path text = Files.writeString(folder.resolve("p1.cosem"), METER);
		CliRun run = CliRun.of("textconv", text);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertTrue(run.results().contains("Register 1-0:1.8.0*255.scaler_unit: scal_unit_type = value in Wh (active energy) in rom\n"), run.results());
		assertTrue(run.results().contains("association 2 to 1.mechanism: low\n"), run.results());
		assertEquals(ENERGY, CliRun.of("textconv", Files.writeString(folder.resolve("energy.cosem"), ENERGY)).results());
		assertEquals("broken {\n", CliRun.of("textconv", Files.writeString(folder.resolve("broken.cosem"), "broken {\n")).results());
	}
}
