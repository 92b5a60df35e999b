// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.xmi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.SampleMeter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Values;

class ModelFilesTest {
	@Test
	void aModelIsReadAsItWasSaved(@TempDir Path folder) throws ModelFileException {
		Meter meter = SampleMeter.build();
		Path file = folder.resolve("meter.xmi");
		ModelFiles.save(meter, file);
		Meter loaded = ModelFiles.load(file);
		assertEquals(Optional.empty(), ModelEquality.difference(meter, loaded));
		assertEquals(meter.getOrigins(), loaded.getOrigins());
		assertArrayEquals(ModelFiles.bytes(meter), ModelFiles.bytes(loaded));
	}

	@Test
	void theFileIsUtf8WithLineFeedsAndReadable() {
		Meter meter = SampleMeter.build();
		meter.setDocumentation("Zähler °C");
		String text = new String(ModelFiles.bytes(meter), StandardCharsets.UTF_8);
		assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<cosem:Meter"), text.substring(0, 80));
		assertFalse(text.contains("\r"));
		assertTrue(text.contains("logicalName=\"1-0:1.8.0*255\""));
		assertTrue(text.contains("type=\"double-long-unsigned\""));
		assertTrue(text.contains("Zähler °C"));
		assertTrue(text.contains("object=\"//@devices.0/@objects.0\""), text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                    | no Meterwright model
			garbage               | no Meterwright model
			<a/>                  | no Meterwright model
			<cosem:Role xmlns:cosem="http://www.meterwright.org/cosem/1.0" name="x"/> | holds no meter
			<cosem:Meter xmlns:cosem="http://www.meterwright.org/cosem/1.0" colour="x"/> | colour
			<cosem:Meter xmlns:cosem="http://www.meterwright.org/cosem/1.0"><properties value="12"/></cosem:Meter> | no Meterwright model
			<cosem:Meter xmlns:cosem="http://www.meterwright.org/cosem/1.0"><acceptances subject="//@roles.7"/></cosem:Meter> | no Meterwright model
			<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a> | no Meterwright model
			""")
	void badFilesGetOneSentence(String content, String message) {
		ModelFileException problem = assertThrows(ModelFileException.class, () -> ModelFiles.load(content.getBytes(StandardCharsets.UTF_8), "m.xmi"));
		assertTrue(problem.getMessage().startsWith("m.xmi "), problem.getMessage());
		assertTrue(problem.getMessage().contains(message), problem.getMessage());
		assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
	}

	@Test
	void everyCutFileIsRefused() {
		byte[] whole = ModelFiles.bytes(SampleMeter.build());
		for (int length = 0; length < whole.length - 2; length += 97) {
			byte[] part = Arrays.copyOf(whole, length);
			assertThrows(ModelFileException.class, () -> ModelFiles.load(part, "cut.xmi"));
		}
	}

	@Test
	void missingFilesAndFoldersAreNamed(@TempDir Path folder) throws Exception {
		Path nowhere = folder.resolve("no/such.xmi");
		assertTrue(assertThrows(ModelFileException.class, () -> ModelFiles.load(nowhere)).getMessage().endsWith("there is no such file or folder"));
		assertTrue(assertThrows(ModelFileException.class, () -> ModelFiles.save(SampleMeter.build(), nowhere)).getMessage().contains("cannot be written"));
		assertEquals(0, Files.list(folder).count());
	}

	@Test
	void differencesAreDescribed() {
		Meter left = SampleMeter.build();
		Meter right = EcoreUtil.copy(left);
		right.getOrigins().clear();
		assertEquals(Optional.empty(), ModelEquality.difference(left, right));
		CosemObjects.attribute(right.getDevices().getFirst().getObjects().getFirst(), 2).orElseThrow().setValue(Values.nothing());
		assertEquals(Optional.of("//@devices.0/@objects.0/@attributes.1: 0 value against 1"), ModelEquality.difference(left, right));
		Meter moved = EcoreUtil.copy(left);
		moved.getDevices().getFirst().getAssociations().getFirst().getEntries().move(0, 1);
		assertEquals(Optional.of("//@devices.0/@associations.0/@entries.0: object //@devices.0/@objects.0 against //@devices.0/@objects.1"),
				ModelEquality.difference(left, moved));
	}
}
