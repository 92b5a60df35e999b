// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.objectlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.EntryBuilder;
import org.meterwright.cosem.builder.MeterBuilder;

class ObjectListCodecTest {
	private static Association association(int version, Consumer<EntryBuilder> rights) {
		MeterBuilder meter = new MeterBuilder("m");
		InterfaceClass type = meter.interfaceClass("AssociationLN", 15, version, content -> content.method(1, "reply", "octet-string"));
		DeviceBuilder device = meter.device("d", 1);
		CosemObject object = device.object("current", type, "0-0:40.0.0*255", content -> {
		});
		return device.association("a", object, 16, content -> content.entry(object, rights));
	}

	@ParameterizedTest
	@CsvSource({"0,1,1,1601,0301", "0,3,0,1603,0300", "1,5,1,1604,1601", "1,7,5,1606,1602", "2,0,0,1600,1600", "3,29,29,161D,161D",
			"0,5,5,1601,0301", "1,9,17,1601,1601"})
	void modesFollowTheVersionOfTheAssociation(int version, int attribute, int method, String attributeHex, String methodHex) {
		Association association = association(version, entry -> entry.attribute(1, attribute).method(1, method));
		String expected = "0101020412000F11%02X09060000280000FF0202010102030F01%s00010102020F01%s".formatted(version, attributeHex, methodHex);
		assertEquals(expected, ObjectListCodec.encode(association).hex());
	}

	@Test
	void selectorsAndOrderAreKept() {
		Association association = association(1, entry -> entry.attribute(2, 1, 1, 2).attribute(1, 0));
		assertEquals("0101020412000F110109060000280000FF0202010202030F02160101020F010F0202030F011600000100",
				ObjectListCodec.encode(association).hex());
	}
}
