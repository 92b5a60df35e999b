// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

	@TempDir
	private Path folder;

	@Test
	void writesIntoNewFolders() throws IOException {
		Path file = folder.resolve("a/b/c.txt");
		assertEquals(new OutputFiles.Outcome(1, 0, 0), OutputFiles.write(List.of(OutputFile.text(file, "one\n"))));
		assertEquals("one\n", Files.readString(file));
		assertEquals(List.of("a", "a/b", "a/b/c.txt"), listing());
	}

	@Test
	void leavesAnUnchangedFileAlone() throws IOException {
		Path file = Files.writeString(folder.resolve("same.txt"), "same\n");
		FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
		Files.setLastModifiedTime(file, longAgo);
		assertEquals(new OutputFiles.Outcome(0, 1, 0), OutputFiles.write(List.of(OutputFile.text(file, "same\n"))));
		assertEquals(longAgo, Files.getLastModifiedTime(file));
	}

	@Test
	void replacesAChangedFileAndLeavesNothingBehind() throws IOException {
		Path file = Files.writeString(folder.resolve("table.c"), "old\n");
		OutputFiles.write(List.of(OutputFile.text(file, "new\n")));
		assertEquals("new\n", Files.readString(file));
		assertEquals(List.of("table.c"), listing());
	}

	@Test
	void neverWritesAFileThatTheUserOwns() throws IOException {
		Path file = Files.writeString(folder.resolve("user.c"), "mine\n");
		OutputFile generated = new OutputFile(file, "stub\n".getBytes(StandardCharsets.UTF_8), true);
		assertEquals(new OutputFiles.Outcome(0, 0, 1), OutputFiles.write(List.of(generated)));
		assertEquals("mine\n", Files.readString(file));
	}

	@Test
	void writesAFileForTheUserWhenThereIsNone() throws IOException {
		Path file = folder.resolve("user.c");
		OutputFiles.write(List.of(new OutputFile(file, "stub\n".getBytes(StandardCharsets.UTF_8), true)));
		assertEquals("stub\n", Files.readString(file));
	}

	@Test
	void undoesEverythingWhenOneFileCannotBeWritten() throws IOException {
		Path first = Files.writeString(folder.resolve("first.c"), "old\n");
		Path blocked = Files.createDirectory(folder.resolve("blocked.c"));
		Files.writeString(blocked.resolve("inside"), "x");
		OutputException problem = assertThrows(OutputException.class, () -> OutputFiles.write(List.of(OutputFile.text(first, "new\n"),
				OutputFile.text(folder.resolve("deep/second.c"), "new\n"), OutputFile.text(blocked, "new\n"))));
		assertTrue(problem.getMessage().startsWith(blocked.toString()), problem.getMessage());
		assertEquals("old\n", Files.readString(first));
		assertEquals(List.of("blocked.c", "blocked.c/inside", "first.c"), listing());
	}

	@Test
	void saysWhenAFileStandsWhereAFolderShould() throws IOException {
		Path file = Files.writeString(folder.resolve("out"), "a file\n");
		OutputException problem = assertThrows(OutputException.class, () -> OutputFiles.write(List.of(OutputFile.text(file.resolve("table.c"), "new\n"))));
		assertEquals("%s: cannot be written: something else stands there. Nothing was changed.".formatted(file.resolve("table.c")), problem.getMessage());
		assertEquals("a file\n", Files.readString(file));
	}

	@Test
	void aLeftoverOfAKilledRunIsNotTakenForTheFormerContent() throws IOException {
		Path file = Files.writeString(folder.resolve("table.c"), "good\n");
		Files.writeString(folder.resolve(".table.c.meterwright-old"), "stale\n");
		Path blocked = Files.createDirectory(folder.resolve("blocked"));
		assertThrows(OutputException.class, () -> OutputFiles.write(List.of(OutputFile.text(file, "new\n"), OutputFile.text(blocked, "new\n"))));
		assertEquals("good\n", Files.readString(file));
		OutputFiles.write(List.of(OutputFile.text(file, "new\n")));
		assertEquals("new\n", Files.readString(file));
		assertFalse(Files.exists(folder.resolve(".table.c.meterwright-old")));
	}

	private List<String> listing() throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter(path -> !path.equals(folder)).map(path -> folder.relativize(path).toString()).sorted().toList();
		}
	}
}
