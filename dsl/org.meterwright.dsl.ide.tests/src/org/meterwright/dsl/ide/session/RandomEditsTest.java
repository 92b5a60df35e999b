// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;

/**
 * A session that has been edited knows what a fresh one knows: after each of many edits at random its trees, findings and models are those
 * of a session that begins with the same texts. System property {@code meterwright.edits} multiplies the number of edits.
 */
class RandomEditsTest {
	private static final int TIMES = Integer.getInteger("meterwright.edits", 1);

	/** One edit in so many is followed by another before anybody asks; after one in so many, what each name stands for is compared too. */
	private static final int UNSEEN = 7;
	private static final int ASKED = 10;

	private static Map<String, String> example(String name) throws IOException {
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of("../examples").resolve(name))) {
			for (Path file : files.filter(each -> each.toString().endsWith(".cosem")).toList()) {
				texts.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		return texts;
	}

	private static void check(long seed, int edits, Map<String, String> texts) {
		RandomEdits random = new RandomEdits(seed, texts);
		Workspace workspace = new Workspace();
		random.texts().forEach(workspace::put);
		EditingSession session = new EditingSession(workspace);
		session.compilation();
		int whole = 0;
		for (int i = 0; i < edits * TIMES; i++) {
			random.next().forEach(name -> session.change(name, random.texts().get(name)));
			if (i % UNSEEN == 0) {
				continue;
			}
			Workspace fresh = new Workspace();
			random.texts().forEach(fresh::put);
			Compilation expected = fresh.compile();
			SameOutcome.check("edit %d of seed %d".formatted(i, seed), expected, session.compilation(), random.texts());
			whole += expected.meters().isEmpty() ? 0 : 1;
			if (i % ASKED == 1) {
				EditingSession begun = new EditingSession(new Workspace());
				random.texts().forEach(begun::change);
				random.texts().forEach(session::change);
				SameOutcome.checkMeanings("edit %d of seed %d".formatted(i, seed), begun, session);
				sameProposals("edit %d of seed %d".formatted(i, seed), begun, session, i);
			}
		}
		assertTrue(whole > edits * TIMES / 5, "too few edits left texts that are read: %d of %d".formatted(whole, edits * TIMES));
	}

	/** What is proposed in the midst of texts without syntax errors does not depend on what they were before. */
	private static void sameProposals(String edit, EditingSession expected, EditingSession actual, int seed) {
		boolean sound = expected.names().stream().allMatch(name -> expected.file(name).orElseThrow().errors().isEmpty());
		for (String name : sound ? expected.names() : List.<String>of()) {
			int offset = new Random(seed).nextInt(expected.text(name).orElseThrow().length() + 1);
			assertEquals(expected.services().complete(name, offset), actual.services().complete(name, offset), () -> "%s: proposals at %d in %s".formatted(edit, offset, name));
		}
	}

	@Test
	void metersOfSeveralFiles() {
		check(1, 150, SmallHouse.texts());
		check(2, 100, SmallHouse.texts());
	}

	@Test
	void oneFile() throws IOException {
		check(3, 25, example("three-phase"));
	}

	@Test
	void oneMeterInLayers() throws IOException {
		check(4, 8, example("prepayment-esme"));
	}
}
