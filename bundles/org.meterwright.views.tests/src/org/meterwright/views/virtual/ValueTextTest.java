// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Value;
import org.meterwright.views.Models;

/** What a user types becomes a value of the kind that is there. */
class ValueTextTest {
	private static Attribute attribute(String object, int index) {
		return CosemObjects.attribute(Models.object(Models.first(Models.example("prepayment-esme")), object), index).orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "activeImport,2,0600000000,1234,06000004D2", "activeImport,2,0600000000,1234 Wh,06000004D2", "activeImport,2,0600000000,1.5 kWh,06000005DC",
			"activeImport,2,0600000000,0x10,0600000010", "supply,3,1601,disconnected,1600", "supply,3,1601,2,1602", "supplyTamperState,2,0300,true,0301",
			"deviceName,2,0902AABB,\"xy\",09027879", "deviceName,2,0902AABB,01 02,09020102", "activeImport,2,0600000000,axdr 0600000007,0600000007",
			"clock,2,090C07EA0B16FF0C000000800000,2026-11-22 13:05,090C07EA0B16FF0D050000800000" })
	void isRead(String object, int index, String now, String text, String octets) {
		assertEquals(octets, ValueText.read(attribute(object, index), Value.valueOf(now), text).toString());
	}

	@ParameterizedTest
	@CsvSource({ "activeImport,2,0600000000,much", "activeImport,2,0600000000,1 V", "activeImport,2,0600000000,0.5 Wh", "activeImport,2,0600000000,-1", "supplyTamperState,2,0300,maybe",
			"deviceName,2,0902AABB,0g", "deviceList,2,0100,7" })
	void isRefused(String object, int index, String now, String text) {
		assertThrows(IllegalArgumentException.class, () -> ValueText.read(attribute(object, index), Value.valueOf(now), text));
	}

	@ParameterizedTest
	@CsvSource({ "06000004D2,1234", "0301,true", "0902AABB,AABB", "0A026869,hi", "040380,100", "02010F05,axdr 02010F05" })
	void isWrittenAsItIsTyped(String octets, String text) {
		assertEquals(text, ValueText.write(Value.valueOf(octets)));
	}

	@Test
	void timesAreRead() {
		assertEquals(Optional.of(LocalDateTime.of(2026, 11, 22, 12, 0)), ValueText.time("2026-11-22 12:00"));
		assertEquals(Optional.empty(), ValueText.time("2026-13-22 12:00"));
	}
}
