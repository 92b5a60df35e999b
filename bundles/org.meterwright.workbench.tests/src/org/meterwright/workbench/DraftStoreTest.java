// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.workbench.text.draft.DraftStore;
import org.meterwright.workbench.text.draft.DraftStore.Draft;

class DraftStoreTest {
	/** Writes one draft after the other until it is killed; every one is of one letter all through. */
	private static final String WRITER = """
			import java.nio.file.Path;
			import org.meterwright.workbench.text.draft.DraftStore;
			public class Writer {
				public static void main(String[] args) throws Exception {
					DraftStore store = new DraftStore(Path.of(args[0]));
					for (int i = 0; ; i++) {
						store.put("/p/meter.cosem", String.valueOf((char) ('a' + i % 26)).repeat(300_000));
						System.out.println(i);
					}
				}
			}
			""";

	@TempDir
	private Path folder;
	private DraftStore store;

	@BeforeEach
	void begin() {
		store = new DraftStore(folder.resolve("drafts"));
	}

	@Test
	void keepsTheLastTextOfEachName() throws Exception {
		assertEquals(List.of(), store.all());
		store.put("/b/meter.cosem", "first");
		store.put("/b/meter.cosem", "second\nline\n");
		store.put("/a/Zähler 1.cosem", "");
		assertEquals(List.of(new Draft("/a/Zähler 1.cosem", ""), new Draft("/b/meter.cosem", "second\nline\n")), store.all());
	}

	/** One that goes while all are read, because its text is saved, and one that is no text do not take the others along. */
	@Test
	void readsTheOthersWhereOneCannotBeRead() throws Exception {
		store.put("/a/m.cosem", "text");
		Files.createSymbolicLink(folder.resolve("drafts/gone.draft"), folder.resolve("nowhere"));
		Files.write(folder.resolve("drafts/broken.draft"), new byte[] { '/', 'b', '\n', (byte) 0xFF });
		assertEquals(List.of(new Draft("/a/m.cosem", "text")), store.all());
	}

	@Test
	void forgetsWhatWasSaved() throws Exception {
		store.put("/a/m.cosem", "text");
		store.remove("/a/m.cosem");
		store.remove("/a/never.cosem");
		assertEquals(List.of(), store.all());
	}

	@Test
	void leavesForeignFilesAlone() throws Exception {
		store.put("/a/m.cosem", "text");
		Files.writeString(folder.resolve("drafts/half123.tmp"), "/a/n.cosem\nhal");
		Files.writeString(folder.resolve("drafts/empty.draft"), "");
		assertEquals(List.of(new Draft("/a/m.cosem", "text")), store.all());
	}

	@Test
	void isWholeWheneverTheProgramIsKilled() throws Exception {
		String classes = Path.of(DraftStore.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		Path source = Files.writeString(folder.resolve("Writer.java"), WRITER);
		for (int round = 0; round < 3; round++) {
			Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes, source.toString(), folder.resolve("drafts").toString()).start();
			try (BufferedReader lines = writer.inputReader()) {
				for (int i = 0; i < 20 + round; i++) {
					assertTrue(lines.readLine() != null, () -> "the writer ended by itself: %s".formatted(writer.errorReader().lines().toList()));
				}
			} finally {
				writer.destroyForcibly().waitFor();
			}
			Draft left = store.all().getFirst();
			assertEquals(300_000, left.text().length());
			assertEquals(1, left.text().chars().distinct().count());
		}
	}
}
