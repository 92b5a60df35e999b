// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/** Finding the files that belong together, and what unreadable ones give. */
class WorkspaceTest {
	private static final String METER = "namespace app\nimport lib.*\nmeter m { device management at 1 { x: Data 0-0:96.1.0*255 { value: t = 1 } } }\n";

	@TempDir
	Path folder;

	private Path write(String name, String text) throws IOException {
		Path path = folder.resolve(name);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, text);
	}

	private static List<String> errors(Compilation compilation) {
		return compilation.findings().stream().filter(Finding::isBlocking).filter(each -> each.rule().startsWith("MW-LANG"))
				.map(each -> "%s:%d %s".formatted(Path.of(each.place().file()).getFileName(), each.place().line(), each.message())).toList();
	}

	@Test
	void filesOfTheNamespaceAndItsImportsAreFound() throws IOException {
		Path meter = write("meter.cosem", METER);
		write("more/objects.cosem", "// objects\nnamespace app\nimport lib.*\nextend meter m { y: Data 0-0:96.1.1*255 { value: t = 1 } }\n");
		write("lib.cosem", "/* types */ namespace lib\ntype t = unsigned\n");
		write("other.cosem", "namespace other\nthis is no text that anybody asked for");
		write(".hidden/objects.cosem", "namespace app\nextend meter m { z: Data 0-0:96.1.2*255 { value: t = 1 } }\n");
		Workspace workspace = Workspace.open(List.of(meter));
		assertEquals(List.of("lib.cosem", "meter.cosem", "objects.cosem"),
				workspace.files().stream().map(SyntaxFile::name).map(name -> Path.of(name).getFileName().toString()).toList());
		Compilation compilation = workspace.compile();
		assertEquals(List.of(), errors(compilation));
		assertEquals(2, compilation.meters().getFirst().model().getDevices().getFirst().getObjects().size());
	}

	@Test
	void aFolderStandsForAllItsFiles() throws IOException {
		write("a/meter.cosem", METER);
		write("b/lib.cosem", "namespace lib\ntype t = unsigned\n");
		assertEquals(1, Workspace.open(List.of(folder)).compile().meters().size());
	}

	@Test
	void aFileCountsOnceHoweverItIsNamed() throws IOException {
		Path meter = write("a/meter.cosem", METER);
		write("a/lib.cosem", "namespace lib\ntype t = unsigned\n");
		Path again = folder.resolve("a").resolve("..").resolve("a").resolve("meter.cosem");
		assertEquals(List.of(), errors(Workspace.open(List.of(meter, again, folder)).compile()));
	}

	@Test
	void aFileThatIsNotThereIsAnIoError() {
		IOException problem = assertThrows(IOException.class, () -> Workspace.open(List.of(folder.resolve("missing.cosem"))));
		assertTrue(problem.getMessage().contains("missing.cosem"), problem.getMessage());
	}

	@Test
	void octetsThatAreNoTextAreAFinding() throws IOException {
		Path path = folder.resolve("binary.cosem");
		Files.write(path, new byte[] { 'n', 'a', 'm', '\n', (byte) 0xFF, 0, 1, 2 });
		List<String> errors = errors(Workspace.open(List.of(path)).compile());
		assertEquals(List.of("binary.cosem:2 this is no text: octet 0xFF is not UTF-8"), errors);
	}

	@Test
	void aByteOrderMarkIsNoError() throws IOException {
		Path path = write("mark.cosem", "\uFEFF" + METER);
		write("lib.cosem", "namespace lib\ntype t = unsigned\n");
		assertEquals(List.of(), errors(Workspace.open(List.of(path)).compile()));
	}

	@Test
	void aHalfWrittenFileSaysWhereItEnds() throws IOException {
		Path path = write("half.cosem", "namespace app\nmeter m { device management at 1 {\n x: Data 0-0:96.1.0*255 { value: t =\n");
		List<String> errors = errors(Workspace.open(List.of(path)).compile());
		assertEquals(1, errors.size(), errors.toString());
		assertTrue(errors.getFirst().startsWith("half.cosem:3 the text ends too early"), errors.toString());
	}

	@Test
	void textOfAnEditorStandsInForItsFile() throws IOException {
		Path meter = write("meter.cosem", METER);
		write("lib.cosem", "namespace lib\ntype t = unsigned\n");
		Workspace workspace = Workspace.open(List.of(meter));
		String name = meter.toString().replace('\\', '/');
		workspace.put(name, METER.replace("= 1", "= 300"));
		assertEquals(List.of("meter.cosem:3 300 does not fit unsigned, which is 0 to 255"), errors(workspace.compile()));
		workspace.put(name, METER);
		assertEquals(List.of(), errors(workspace.compile()));
	}

	@Test
	void theSameTextGivesTheSameModel() throws Exception {
		write("meter.cosem", METER);
		write("lib.cosem", "namespace lib\ntype t = unsigned\n");
		byte[] one = ModelFiles.bytes(Workspace.open(List.of(folder)).compile().meters().getFirst().model());
		byte[] other = ModelFiles.bytes(Workspace.open(List.of(folder)).compile().meters().getFirst().model());
		assertEquals(new String(one), new String(other));
	}
}
