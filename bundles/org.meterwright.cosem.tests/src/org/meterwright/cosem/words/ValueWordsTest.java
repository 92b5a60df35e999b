// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

class ValueWordsTest {
	private static final String SCALER_UNIT = "structure { scaler: integer, unit: unit_code = enum { W = 27, Wh = 30, V = 35 } }";
	private static final String REFERENCE = "structure { class_id: long-unsigned, logical_name: octet-string(6), attribute_index: integer }";
	private static final String CAPTURE = "structure { class_id: long-unsigned, logical_name: octet-string(6), attribute_index: integer, data_index: long-unsigned }";
	private static final String SCRIPT = "structure { script_logical_name: octet-string(6), script_selector: long-unsigned }";
	private static final String ACTIONS = "array of structure { service_id: enum { write_attribute = 1, execute_method = 2 }, class_id: long-unsigned, "
			+ "logical_name: octet-string(6), index: integer, parameter: any }";

	private final MeterBuilder meter = new MeterBuilder("m");
	private final DeviceBuilder device = meter.device("management", 1);
	private final InterfaceClass register = meter.interfaceClass("Register", 3, 0,
			each -> each.attribute(2, "value", "long-unsigned", Dynamics.DYNAMIC).attribute(3, "scaler_unit", SCALER_UNIT, Dynamics.STATIC).method(1, "reset", "integer(0)"));
	private final InterfaceClass monitor = meter.interfaceClass("RegisterMonitor", 21, 0, each -> each.attribute(2, "thresholds", "array of any", Dynamics.STATIC)
			.attribute(3, "monitored_value", REFERENCE, Dynamics.STATIC).attribute(4, "action", SCRIPT, Dynamics.STATIC));
	private final CosemObject voltage = device.object("voltage", register, "1-0:32.7.0*255",
			each -> each.rom(2, longUnsigned(2305)).rom(3, structure(integer(-1), enumerated(35))));
	private final CosemObject scripts = device.object("scripts", monitor, "0-0:10.0.106*255", each -> each.script("disable", 52));
	private final CosemObject limits = device.object("limits", monitor, "0-0:16.1.0*255",
			each -> each.rom(2, array(longUnsigned(2070), longUnsigned(2530))).rom(3, structure(longUnsigned(3), logicalName("1-0:32.7.0*255"), integer(2)))
					.rom(4, structure(logicalName("0-0:10.0.106*255"), longUnsigned(52))));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			enum { fifo = 1, lifo = 2 }                                 | 1602           | lifo (2)
			enum { mode_0 = 0 "always connected" }                      | 1600           | mode_0 (0): always connected
			enum { own = 200..255 }                                     | 16D2           | own (210)
			enum { fifo = 1 }                                           | 1607           | 7, which has no name
			unit_code = enum { Wh = 30 }                                | 161E           | Wh (active energy)
			unit_code = enum { Wh = 30 }                                | 16FA           | unit 250, which is reserved
			bits(4) { cover = 0, magnet = 2 }                           | 0404A0         | cover, magnet
			bits(4) { cover = 0 }                                       | 0404C0         | cover, bit 1
			bits(4) { cover = 0 }                                       | 040400         | no bit set
			bits of enum { authenticated_request = 2, encrypted_request = 3 } | 160C     | authenticated_request, encrypted_request
			bits of unsigned { daylight_saving_active = 7 }             | 1180           | daylight_saving_active
			octet-string(6)                                             | 0906010001080 0FF | 1-0:1.8.0*255
			octet-string(6)                                             | 0906000000000000 | no object
			octet-string                                                | 090341434D     | "ACM"
			octet-string                                                | 0900           | empty
			octet-string                                                | 090100         | 1 octet 00
			octet-string                                                | 090760857405080103 | logical name referencing with ciphering
			octet-string                                                | 090760857405080205 | authentication high_gmac
			octet_date_time = octet-string(12)                          | 090CFFFF03FE07010000FF8000FF | last Sunday of March at 01:00
			date-time                                                   | 19FFFFFFFFFFFFFFFFFF8000FF | not specified
			structure { scaler: integer, unit: unit_code = enum { V = 35 } } | 02020FFF1623 | value x 10^-1 V (voltage)
			structure { scaler: integer, unit: unit_code = enum { V = 35 } } | 02020F001623 | value in V (voltage)
			choice { null-data, unsigned }                              | 00             | nothing
			choice { null-data, bits(4) { cover = 0 } }                 | 040480         | cover
			structure { day: unsigned, week: structure { mon: unsigned, tue: unsigned } } | 0202110102021102 1103 | day: 1, week: (mon: 2, tue: 3)
			any                                                         | 010211011102   | 1; 2
			array of unsigned                                           | 0100           | empty
			boolean                                                     | 0301           | true
			float32                                                     | 173F800000     | 1.0
			""")
	void valuesInWords(String type, String hex, String words) {
		assertEquals(words, ValueWords.alone().text(DataType.valueOf(type), Value.valueOf(hex.replace(" ", ""))));
	}

	@Test
	void longListsAreCut() {
		Value list = new Value.Array(Collections.nCopies(20, unsigned(7)));
		assertEquals("%s; and 8 more".formatted(String.join("; ", Collections.nCopies(12, "7"))), ValueWords.alone().text(DataType.valueOf("array of unsigned"), list));
		assertTrue(ValueWords.alone().text(DataType.valueOf("octet-string"), octets("00".repeat(40))).startsWith("40 octets 0000"));
	}

	@Test
	void numbersHaveScalerAndUnit() {
		assertEquals("230.5 V", ValueWords.of(attribute(voltage, 2)).orElseThrow());
		assertEquals("207.0 V; 253.0 V", ValueWords.of(attribute(limits, 2)).orElseThrow());
		assertEquals("250.1 V", ValueWords.in(device.device()).text(attribute(voltage, 2), longUnsigned(2501)));
		InterfaceClass own = meter.interfaceClass("Own", 8200, 0, each -> each.attribute(2, "hold_off", "double-long-unsigned", Dynamics.STATIC));
		own.getAttributes().get(1).setUnit(7);
		CosemObject object = device.object("own", own, "0-0:128.0.0*255", each -> each.rom(2, doubleLongUnsigned(1800)));
		assertEquals("1800 s (30 min)", ValueWords.of(attribute(object, 2)).orElseThrow());
		assertEquals(List.of("90 s", "7200 s (2 h)", "172800 s (2 d)", "0 s"), List.of(90, 7200, 172_800, 0).stream()
				.map(each -> ValueWords.alone().text(attribute(object, 2), doubleLongUnsigned(each))).toList());
	}

	@Test
	void referencesNameWhatTheyPointTo() {
		assertEquals("voltage.value", ValueWords.of(attribute(limits, 3)).orElseThrow());
		assertEquals("%s.disable".formatted(scripts.getName()), ValueWords.of(attribute(limits, 4)).orElseThrow());
		ValueWords words = ValueWords.in(device.device());
		assertEquals("voltage.value, element 2; class 1 0-0:96.1.0*255 attribute 2; nothing",
				words.text(DataType.valueOf("array of %s".formatted(CAPTURE)), array(column(3, "1-0:32.7.0*255", 2, 2), column(1, "0-0:96.1.0*255", 2, 0), column(0, "0-0:0.0.0*0", 0, 0))));
		assertEquals("nothing", words.text(DataType.valueOf(SCRIPT), structure(logicalName("0-0:10.0.106*255"), longUnsigned(0))));
		assertEquals("voltage (1-0:32.7.0*255)", words.text(DataType.valueOf("octet-string(6)"), logicalName("1-0:32.7.0*255")));
	}

	@Test
	void scriptsSayWhatTheyDo() {
		Value write = structure(enumerated(1), longUnsigned(3), logicalName("1-0:32.7.0*255"), integer(2), longUnsigned(2300));
		Value call = structure(enumerated(2), longUnsigned(3), logicalName("1-0:32.7.0*255"), integer(1), integer(0));
		assertEquals("set voltage.value = 230.0 V; call voltage.reset(0)", ValueWords.in(device.device()).text(DataType.valueOf(ACTIONS), array(write, call)));
	}

	@Test
	void rightsAndBlocks() {
		assertEquals("read, write, authenticated request", AccessWords.attribute(AccessModes.READ | AccessModes.WRITE | AccessModes.AUTHENTICATED_REQUEST));
		assertEquals("no access", AccessWords.attribute(AccessModes.AUTHENTICATED_REQUEST));
		assertEquals("call, signed response", AccessWords.method(AccessModes.ACCESS | AccessModes.SIGNED_RESPONSE));
		assertEquals(List.of("bit 0", "block_transfer_get", "get", "set"), AccessWords.conformance(0x801018));
		assertEquals("mechanism 9", AccessWords.mechanism(9));
	}

	private static Value column(int classId, String name, int attribute, int dataIndex) {
		return structure(longUnsigned(classId), logicalName(name), integer(attribute), longUnsigned(dataIndex));
	}

	private static Attribute attribute(CosemObject object, int index) {
		return CosemObjects.attribute(object, index).orElseThrow();
	}
}
