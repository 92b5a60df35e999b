// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * The trees of edited texts are those of the same texts read as a whole, after each of thousands of edits at random. It compares trees alone,
 * which takes a hundredth of the time that compiling does; what comes of the trees is held by {@link RandomEditsTest}. Now and then the meters
 * are compiled, because what is left of broken texts changes the trees too. System property {@code meterwright.edits} multiplies the number.
 */
class RandomTreesTest {
	private static final int EDITS = 5_000 * Integer.getInteger("meterwright.edits", 1);
	private static final int COMPILED = 50;
	/** One edit in so many is followed by another before anybody asks. */
	private static final int UNSEEN = 7;

	@Test
	void treesOfEditedTexts() {
		RandomEdits random = new RandomEdits(11, SmallHouse.texts());
		Workspace workspace = new Workspace();
		random.texts().forEach(workspace::put);
		int patched = 0;
		for (int i = 0; i < EDITS; i++) {
			Map<String, SyntaxFile> before = Map.copyOf(files(workspace));
			List<String> changed = random.next();
			changed.forEach(name -> workspace.put(name, random.texts().get(name)));
			if (i % COMPILED == 0) {
				workspace.compile();
			}
			for (String name : i % UNSEEN == 0 ? List.<String>of() : changed) {
				SyntaxFile now = workspace.file(name).orElseThrow();
				SameTrees.check("edit %d".formatted(i), CosemLanguage.parser().parse(name, random.texts().get(name), false), now);
				patched += now.root() == before.get(name).root() ? 1 : 0;
			}
		}
		assertTrue(patched > EDITS / 5, "too few edits changed a tree that stays: %d of %d".formatted(patched, EDITS));
	}

	private static Map<String, SyntaxFile> files(Workspace workspace) {
		return workspace.files().stream().collect(Collectors.toMap(SyntaxFile::name, file -> file));
	}
}
