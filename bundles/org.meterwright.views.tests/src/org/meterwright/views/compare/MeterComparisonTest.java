// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.exchange.compare.Impact;
import org.meterwright.views.Models;

/** Two meters, and two revisions of one. */
class MeterComparisonTest {
	private static final String TEXT = """
			namespace pair

			meter M {
			  device management at 1 named "MWR0000000000001" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    energy: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    association reader client 1 to management 0-0:40.0.1*255 {
			      context logical_name plain
			      mechanism lowest
			      conformance get
			      pdu 512
			      grant read on *
			    }
			  }
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void differencesAreATreeWorstFirst() {
		CompiledMeter former = Models.first(Models.text("a.cosem", TEXT));
		CompiledMeter now = Models.first(Models.text("b.cosem", TEXT.replace("10^0 Wh", "10^3 Wh")));
		List<ChangeNode> tree = ChangeNode.of(MeterComparison.of("a", former, "b", now));
		assertEquals(Impact.BREAKING, tree.getFirst().impact());
		ChangeNode subject = tree.getFirst().children().getFirst();
		assertTrue(subject.label().startsWith("energy"), subject.label());
		assertTrue(subject.children().getFirst().change().orElseThrow().right().isPresent());
		assertTrue(subject.children().getFirst().before().contains("Wh") && !subject.children().getFirst().before().equals(subject.children().getFirst().after()));
		assertEquals(List.of(), ChangeNode.of(MeterComparison.of("a", former, "a", former)));
	}

	@Test
	void aRevisionIsReadFromGit() throws Exception {
		Files.writeString(folder.resolve("pair.cosem"), TEXT);
		assumeTrue(git("init", "-q"));
		git("add", ".");
		assertTrue(git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "First"));
		Files.writeString(folder.resolve("pair.cosem"), TEXT.replace("10^0 Wh", "10^3 Wh"));
		List<String> revisions = Revisions.recent(folder);
		assertEquals(1, revisions.size());
		assertTrue(revisions.getFirst().endsWith(" First"));
		CompiledMeter now = Models.first(Workspace.open(List.of(folder)).compile());
		assertEquals(1, MeterComparison.withRevision(folder, "HEAD", "M", now).changes(Impact.BREAKING).size());
		assertThrows(IOException.class, () -> MeterComparison.withRevision(folder, "nowhere", "M", now));
	}

	@Test
	void aFolderWithoutGitHasNoRevisions() {
		assertEquals(List.of(), Revisions.recent(folder.resolve("none")));
	}

	private boolean git(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
		command.addAll(List.of(arguments));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		}
	}
}
