// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectListsTest {
	/** One entry: a clock, class 8 version 0, with one attribute that may be read and no method. */
	private static final String CLOCK = "01 01 02 04 12 00 08 11 00 09 06 00 00 01 00 00 FF 02 02 01 01 02 03 0F 02 16 01 00 01 00";

	@TempDir
	private Path folder;

	@Test
	void makesTextOfAnObjectList() throws Exception {
		ObjectLists lists = ObjectLists.read("E1", List.of(Files.writeString(folder.resolve("meter_0.0.40.0.1.255.hex"), CLOCK)));
		assertTrue(lists.text().contains("meter E1"), lists.text());
		assertTrue(lists.text().contains("Clock 0-0:1.0.0*255"), lists.text());
	}

	@Test
	void saysWhatIsWrongWithABrokenList() throws Exception {
		Path broken = Files.writeString(folder.resolve("broken.hex"), "01 02 zz");
		CoreException problem = assertThrows(CoreException.class, () -> ObjectLists.read("E1", List.of(broken)));
		assertTrue(problem.getMessage().contains("broken.hex"), problem.getMessage());
	}

	@Test
	void makesNamesOfAnyText() {
		assertEquals("M1phase", MeterProjects.identifier("1-phase"));
		assertEquals("E470", MeterProjects.identifier("E470"));
	}
}
