// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.cosemDsl.File;

/** The binary copy of the library is the library. */
class LibraryCopyTest {
	@TempDir
	Path folder;

	@Test
	void theLibraryHasNoSyntaxErrors() {
		assertEquals(List.of(), LibraryFiles.parse(LibraryFiles.texts()).stream().flatMap(file -> file.errors().stream()).toList());
	}

	@Test
	void copyHasTheSameTreesPlacesAndDocumentation() {
		List<SyntaxFile> parsed = LibraryFiles.parse(LibraryFiles.texts());
		LibraryCopy copy = LibraryCopy.at(folder.resolve("copy.bin"));
		copy.save(parsed);
		List<SyntaxFile> loaded = copy.load().orElseThrow();
		assertEquals(parsed.size(), loaded.size());
		for (int i = 0; i < parsed.size(); i++) {
			assertTrue(EcoreUtil.equals(parsed.get(i).root(), loaded.get(i).root()), parsed.get(i).name());
			Iterator<EObject> copies = loaded.get(i).root().eAllContents();
			parsed.get(i).root().eAllContents().forEachRemaining(node -> {
				EObject same = copies.next();
				assertEquals(SyntaxFile.place(node, "written"), SyntaxFile.place(same, "written"));
				if (node.eContainer() instanceof File) {
					assertEquals(SyntaxFile.documentation(node), SyntaxFile.documentation(same));
				}
			});
		}
	}

	@Test
	void theOldestCopiesGoAndOtherFilesStay() throws IOException {
		SyntaxFile file = CosemLanguage.parser().parse("library:x.cosem", "namespace x\ntype t = unsigned\n", true);
		Files.writeString(folder.resolve("library.txt"), "another's");
		for (int i = 0; i < 12; i++) {
			Path copy = folder.resolve("library-%02x.bin".formatted(i));
			LibraryCopy.at(copy).save(List.of(file));
			Files.setLastModifiedTime(copy, FileTime.fromMillis(1_000_000L * i));
		}
		LibraryCopy.at(folder.resolve("library-ff.bin")).save(List.of(file));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of("library-05.bin", "library-06.bin", "library-07.bin", "library-08.bin", "library-09.bin", "library-0a.bin", "library-0b.bin", "library-ff.bin",
					"library.txt"), left.map(each -> each.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void aDamagedCopyIsNotUsed() throws IOException {
		SyntaxFile file = CosemLanguage.parser().parse("library:x.cosem", "namespace x\ntype t = unsigned\n", true);
		Path path = folder.resolve("copy.bin");
		LibraryCopy.at(path).save(List.of(file));
		byte[] good = Files.readAllBytes(path);
		for (int length : new int[] { 0, 3, 20, good.length - 1 }) {
			Files.write(path, Arrays.copyOf(good, length));
			assertTrue(LibraryCopy.at(path).load().isEmpty(), "cut to %d".formatted(length));
		}
		byte[] bad = good.clone();
		bad[good.length / 2] ^= 0x40;
		Files.write(path, bad);
		assertTrue(LibraryCopy.at(path).load().isEmpty());
		Files.write(path, good);
		assertEquals(1, LibraryCopy.at(path).load().orElseThrow().size());
	}

	@Test
	void anotherTextIsAnotherCopy() {
		LibraryCopy one = LibraryCopy.of(Map.of("a.cosem", "namespace x"));
		LibraryCopy other = LibraryCopy.of(Map.of("a.cosem", "namespace y"));
		assertTrue(one.load().isEmpty() && other.load().isEmpty());
	}

	@Test
	void aFolderThatCannotBeWrittenIsNoError() throws IOException {
		Path file = Files.createFile(folder.resolve("file"));
		LibraryCopy.at(file.resolve("below").resolve("copy.bin")).save(List.of());
		assertTrue(Files.isRegularFile(file));
	}
}
