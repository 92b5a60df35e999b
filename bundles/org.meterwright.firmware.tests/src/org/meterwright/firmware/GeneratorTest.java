// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.builder.MeterBuilder;

/** What comes out of the generator as files, and what it refuses. */
class GeneratorTest {
	private static final FirmwareOptions OPTIONS = FirmwareOptions.of("small");

	@Test
	void sameMeterGivesTheSameOctetsInEveryLocale() {
		Meter meter = new SmallMeter().build();
		GeneratedFirmware first = FirmwareGenerator.generate(meter, OPTIONS);
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			GeneratedFirmware second = FirmwareGenerator.generate(meter, OPTIONS);
			first.files().forEach((name, file) -> assertTrue(file.equals(second.files().get(name)), name));
			assertEquals(first.files().keySet(), second.files().keySet());
		} finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void onlyFirmwareFunctionsBelongToTheUser() {
		GeneratedFirmware firmware = FirmwareGenerator.generate(new SmallMeter().build(), OPTIONS);
		List<String> owned = firmware.files().entrySet().stream().filter(file -> file.getValue().userOwned()).map(Map.Entry::getKey).toList();
		assertEquals(List.of("small_handlers.c"), owned);
	}

	@Test
	void objectsAndAttributesHaveHandles() {
		String header = content("small.h");
		assertTrue(header.contains("#define SMALL_IMPORT_RATE_3 "), header);
		assertTrue(header.contains("/* Register 1-0:1.8.3*255 */"), header);
		assertTrue(header.contains("#define SMALL_A_REGISTER_SCALER_UNIT "), header);
		assertTrue(header.contains("#define SMALL_EVENT_COVER_REMOVED "), header);
		assertTrue(header.contains("#define SMALL_ALERT_COVER_TAMPER "), header);
	}

	@Test
	void rowsAreTracedToTheText() {
		String trace = content("small_trace.json");
		assertTrue(trace.lines().anyMatch(line -> line.startsWith("\"meter.cosem\": {") && line.contains("\"importTotal 1-0:1.8.0*255\": 12")), trace);
	}

	@Test
	void keyRowsNameObjectAndCode() {
		assertTrue(content("tables/small_objects.c").lines().anyMatch(line -> line.matches("    \\{ +1U, +8U, +3U }, /\\* importRate\\[3] 1-0:1\\.8\\.3\\*255 \\*/")));
	}

	@Test
	void filesHaveNoTabsNoTrailingSpaceAndOneLineEnd() {
		FirmwareGenerator.generate(new SmallMeter().build(), OPTIONS).files().forEach((name, file) -> {
			assertFalse(file.content().contains("\t") || file.content().contains("\r"), name);
			assertFalse(file.content().lines().anyMatch(line -> line.endsWith(" ")), name);
			assertTrue(file.content().endsWith("\n"), name);
		});
	}

	private static String content(String name) {
		return FirmwareGenerator.generate(new SmallMeter().build(), OPTIONS).files().get(name).content();
	}

	@Test
	void twoObjectsWithOneNameAreRefused() {
		Meter meter = new SmallMeter().build();
		CosemObject first = meter.getDevices().getFirst().getObjects().get(4);
		meter.getDevices().getFirst().getObjects().get(5).setLogicalName(first.getLogicalName());
		assertTrue(assertThrows(FirmwareException.class, () -> FirmwareGenerator.generate(meter, OPTIONS)).getMessage().startsWith("two objects of class 1 version 0"));
	}

	@Test
	void rightThatTheVersionCannotSayIsRefused() {
		Meter meter = new SmallMeter().build();
		Association association = meter.getDevices().getFirst().getAssociations().getFirst();
		ObjectListEntry entry = association.getEntries().getFirst();
		entry.setRights(entry.getRights().with(new AttributeAccess(entry.getRights().attributes().getFirst().index(), 9)));
		assertTrue(assertThrows(FirmwareException.class, () -> FirmwareGenerator.generate(meter, OPTIONS)).getMessage().contains("version 0 cannot say the right to attribute 1"));
	}

	@Test
	void meterWithoutObjectsIsRefused() {
		Meter meter = new MeterBuilder("empty").build();
		assertEquals("meter empty has no objects", assertThrows(FirmwareException.class, () -> FirmwareGenerator.generate(meter, OPTIONS)).getMessage());
	}

	@Test
	void oddPrefixIsRefused() {
		assertThrows(FirmwareException.class, () -> FirmwareOptions.of("1x"));
		assertThrows(FirmwareException.class, () -> FirmwareOptions.of("a-b"));
		assertEquals("e470_gb", FirmwareOptions.forMeter("E470-GB").prefix());
		assertEquals("meter_4", FirmwareOptions.forMeter("4").prefix());
	}
}
