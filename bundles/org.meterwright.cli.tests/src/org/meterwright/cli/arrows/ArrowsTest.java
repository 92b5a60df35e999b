// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hold the arrows between the project's rooms, and show on planted violations that they are held. */
class ArrowsTest {
	private static List<Room> rooms;

	@TempDir
	private Path planted;

	@BeforeAll
	static void readRooms() throws IOException {
		rooms = new RoomReader(Repository.root()).read();
	}

	@Test
	void noArrowRunsTheWrongWay() {
		assertEquals(List.of(), Arrows.violations(rooms));
	}

	@Test
	void everyRoomIsInTheList() {
		assertEquals(List.of(), rooms.stream().map(Room::name).filter(name -> !Arrows.knows(name)).toList());
		assertTrue(rooms.stream().map(Room::name).toList().containsAll(List.of("org.meterwright.cosem", "org.meterwright.dsl", "org.meterwright.workbench")));
	}

	@Test
	void manifestsExportAllPackages() throws IOException {
		for (Room room : rooms) {
			if (!room.exported().isEmpty()) {
				assertEquals(new TreeSet<>(RoomReader.packages(room)), new TreeSet<>(room.exported()), room.name());
			}
		}
	}

	@Test
	void requiredBundleIsSeen() throws IOException {
		room("bundles/org.meterwright.cosem", "Require-Bundle: org.eclipse.emf.ecore;visibility:=reexport,\n org.meterwright.rules;bundle-version=\"[1,2)\"");
		room("bundles/org.meterwright.rules", "Require-Bundle: org.meterwright.cosem");
		assertEquals(List.of("bundles/org.meterwright.cosem/META-INF/MANIFEST.MF: org.meterwright.cosem may not use org.meterwright.rules"), violations());
	}

	@Test
	void importedPackageIsSeen() throws IOException {
		room("bundles/org.meterwright.exchange", "Import-Package: org.meterwright.firmware.layout,org.meterwright.cosem.value");
		assertEquals(List.of("bundles/org.meterwright.exchange/META-INF/MANIFEST.MF: org.meterwright.exchange may not use org.meterwright.firmware.layout"),
				violations());
	}

	@Test
	void importInSourceIsSeenWithItsLine() throws IOException {
		room("dsl/org.meterwright.dsl", "");
		source("dsl/org.meterwright.dsl/src/org/meterwright/dsl/A.java", "package org.meterwright.dsl;\n\nimport org.meterwright.cosem.Meter;\nimport org.meterwright.dsl.ide.Hover;\n");
		assertEquals(List.of("dsl/org.meterwright.dsl/src/org/meterwright/dsl/A.java:4: org.meterwright.dsl may not use org.meterwright.dsl.ide.Hover"), violations());
	}

	@Test
	void qualifiedNameInCodeIsSeenButNoTextOrComment() throws IOException {
		room("bundles/org.meterwright.cli", "");
		source("bundles/org.meterwright.cli/src/A.java", """
				/** Unlike org.eclipse.swt.SWT. */
				class A {
					String text = "org.eclipse.ui.ide"; // org.eclipse.jface
					Object image = org.eclipse.swt . graphics.Image.class;
				}
				""");
		assertEquals(List.of("bundles/org.meterwright.cli/src/A.java:4: org.meterwright.cli may not use org.eclipse.swt.graphics.Image.class"), violations());
	}

	@Test
	void frameworksStayInTheirRooms() throws IOException {
		room("bundles/org.meterwright.firmware", "Require-Bundle: org.eclipse.jface.text,org.eclipse.emf.ecore");
		room("bundles/org.meterwright.workbench", "Require-Bundle: org.eclipse.jface.text\nImport-Package: gurux.dlms");
		room("bundles/org.meterwright.meter", "Import-Package: gurux.dlms");
		assertEquals(List.of(
				"bundles/org.meterwright.firmware/META-INF/MANIFEST.MF: org.meterwright.firmware may not use org.eclipse.jface.text",
				"bundles/org.meterwright.workbench/META-INF/MANIFEST.MF: org.meterwright.workbench may not use gurux.dlms"), violations());
	}

	@Test
	void dependencyInPomIsSeen() throws IOException {
		room("releng/org.meterwright.cli.app", "");
		Files.writeString(planted.resolve("releng/org.meterwright.cli.app/pom.xml"), """
				<project><dependencies>
				<dependency><groupId>org.meterwright</groupId><artifactId>org.meterwright.cli</artifactId></dependency>
				<dependency>
				<groupId>org.meterwright</groupId>
				<artifactId>org.meterwright.workbench</artifactId>
				</dependency></dependencies></project>
				""");
		assertEquals(List.of("releng/org.meterwright.cli.app/pom.xml: org.meterwright.cli.app may not use org.meterwright.workbench"), violations());
	}

	@Test
	void testsMayUseWhatTheyTestAndNoMore() throws IOException {
		room("bundles/org.meterwright.rules.tests", "Fragment-Host: org.meterwright.rules\nImport-Package: org.meterwright.cosem,org.meterwright.dsl");
		assertEquals(List.of("bundles/org.meterwright.rules.tests/META-INF/MANIFEST.MF: org.meterwright.rules.tests may not use org.meterwright.dsl"), violations());
	}

	@Test
	void commandLineHasTheTargetsVersions() throws IOException {
		Set<String> target = Repository.dependencies(Repository.root().resolve("releng/org.meterwright.target/meterwright.target"));
		Set<String> others = new TreeSet<>(Repository.dependencies(Repository.root().resolve("releng/org.meterwright.cli.app/pom.xml")));
		others.removeIf(dependency -> dependency.startsWith("org.meterwright:"));
		assertTrue(others.size() > 10, others::toString);
		others.removeAll(target);
		assertEquals(Set.of(), others);
	}

	private List<String> violations() throws IOException {
		return Arrows.violations(new RoomReader(planted).read());
	}

	private void room(String folder, String headers) throws IOException {
		source(folder + "/pom.xml", "<project/>\n");
		source(folder + "/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n%s\n".formatted(headers));
	}

	private void source(String path, String text) throws IOException {
		Path file = planted.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}
}
