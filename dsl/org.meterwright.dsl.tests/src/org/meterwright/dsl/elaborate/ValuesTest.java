// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every xDLMS type can be written, and elaborates to its encoding (A-XDR, IEC 62056-5-3). */
class ValuesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"null-data # null # 00",
			"boolean # true # 0301",
			"bit-string # bits\"1010 0000 1\" # 0409A080",
			"bit-string(4) # bits\"1010\" # 0404A0",
			"double-long # -1 # 05FFFFFFFF",
			"double-long-unsigned # 4294967295 # 06FFFFFFFF",
			"octet-string # hex\"00 FF\" # 090200FF",
			"octet-string # \"AB\" # 09024142",
			"octet-string # \"\" # 0900",
			"octet-string(6) # 1-0:1.8.0*255 # 090601000108" + "00FF",
			"visible-string # \"AB\" # 0A024142",
			"utf8-string # \"\u00e9\" # 0C02C3A9",
			"bcd # 0x42 # 0D42",
			"integer # -128 # 0F80",
			"long # 0x7FFF # 107FFF",
			"unsigned # 255 # 11FF",
			"long-unsigned # 65535 # 12FFFF",
			"long64 # -9223372036854775808 # 148000000000000000",
			"long64-unsigned # 18446744073709551615 # 15FFFFFFFFFFFFFFFF",
			"enum # 5 # 1605",
			"enum # enum(5) # 1605",
			"enum { a = 1, b = 7 } # b # 1607",
			"float32 # 1.5 # 173FC00000",
			"float32 # -0.1 # 17BDCCCCCD",
			"float64 # 10^3 # 18408F400000000000",
			"float64 # nan # 187FF8000000000000",
			"date-time # 2026-11-02 12:30 # 1907EA0B02FF0C1E00FF8000FF",
			"date-time # *-*-01 00:00:*.50 # 19FFFFFF01FF0000FF328000FF",
			"date-time # hex\"07EA0B02FF0C1E00FF003C00\" # 1907EA0B02FF0C1E00FF003C00",
			"date # *-03-last@sun # 1AFFFF03FE07",
			"date # *-dst_begin-* # 1AFFFFFEFFFF",
			"time # 18:00 # 1B120000FF",
			"time # *:*:* # 1BFFFFFFFF",
			"octet_date_time # *-*-* 00:00 # 090CFFFFFFFFFF000000FF8000FF",
			"octet_date # 2026-02-28 # 090507EA021CFF",
			"octet_time # 06:30:15 # 0904061E0FFF",
			"array of unsigned # [1, 2, 3] # 0103110111021103",
			"array of unsigned # [] # 0100",
			"structure { a: unsigned, b: array of boolean } # { b: [true], a: 3 } # 0202110301010301",
			"structure { } # { } # 0200",
			"compact-array of long-unsigned # [1, 2, 3] # 131206000100020003",
			"bits(8) { a = 0, b = 7 } # a | b # 040881",
			"bits of enum { a = 0, b = 7 } # a | b # 1681",
			"bits of unsigned { a = 0, b = 3 } # b # 1108",
			"choice { null-data, boolean, octet-string } # true # 0301",
			"choice { unsigned, long-unsigned } # long-unsigned(5) # 120005",
			"any # long-unsigned(5) # 120005",
			"any # [unsigned(1), true, null] # 010311010301" + "00",
			"any # { a: octet-string(\"A\"), b: enum(3) } # 02020901411603",
			"any # date(2026-11-02) # 1A07EA0B02FF",
			"dont-care # dont-care # FF",
	})
	void everyTypeCanBeWritten(String type, String value, String hex) {
		MeterText text = MeterText.objects("x: Data 0-0:96.1.0*255 { value: %s = %s }".formatted(type, value));
		assertEquals(hex, text.value("x", "value"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"unsigned # 256 # 051 # 256 does not fit unsigned, which is 0 to 255",
			"unsigned # 1.5 # 054 # 1.5 has a fraction; unsigned is a whole number",
			"unsigned # true # 050 # unsigned is expected here, not true or false",
			"unsigned # 5 s # 055 # nothing says in which unit this is counted; write the number without s",
			"boolean # 1 # 050 # boolean is expected here, not a number",
			"octet-string(2) # hex\"00\" # 051 # the octet-string has length 1; 2 is expected",
			"octet-string # \"\u00e9\" # 050 # an octet-string takes ASCII text only; write other octets as hex, or use utf8-string",
			"octet-string # 2026-11-02 # 050 # a date is no octet-string here; write its octets as hex, or use the type octet_date_time, octet_date or octet_time",
			"visible-string # \"\u00e9\" # 050 # a visible-string takes printable ASCII only",
			"enum { lowest = 1 } # lowst # 057 # no literal lowst; did you mean lowest?",
			"bits(4) { a = 0 } # bits\"10\" # 051 # 4 bits are expected here, not 2",
			"date # *-02-30 # 056 # *-02-30: month 2 has no day 30",
			"structure { a: unsigned } # { } # 052 # missing in the structure: a",
			"structure { a: unsigned } # { a: 1, b: 2 } # 052 # the structure has no field b; it has a",
			"structure { a: unsigned } # { a: 1, a: 2 } # 052 # field a stands twice",
			"array[2] of unsigned # [1] # 051 # the array has 1 elements; it takes 2",
			"array of unsigned # 5 # 050 # an array is expected here, written as [a, b, c]",
			"any # 5 # 058 # the type of the number is not known; write it as long-unsigned(5)",
			"choice { unsigned, long-unsigned } # 5 # 058 # a number could be unsigned, long-unsigned; say which, as in unsigned(...)",
			"octet-string(6) # 1-0:1.8.300*255 # 059 # group E of 1-0:1.8.300*255 is 300; it is 0 to 255",
			"octet-string(6) # 1-0:1.8.x*255 # 059 # 1-0:1.8.x*255 has x for group E: x is for the OBIS dictionary; write a number",
	})
	void whatDoesNotFitIsSaid(String type, String value, String rule, String message) {
		MeterText text = MeterText.objects("x: Data 0-0:96.1.0*255 { value: %s = %s } //! MW-LANG-%s".formatted(type, value, rule));
		assertEquals(message, text.message("MW-LANG-" + rule));
	}

	@Test
	void numbersWithUnitAreCountedInTheScalerOfTheObject() {
		MeterText text = MeterText.objects("""
				v: Register 1-0:32.7.0*255 { value: long-unsigned = 207.5 V in ram range 180 V..253 V scaler_unit = 10^-1 V }
				e: Register 1-0:1.8.0*255 { value: double-long-unsigned = 10^3 Wh in nvm  scaler_unit = { scaler: 2, unit: Wh } }
				""");
		assertEquals("12081B", text.value("v", "value"));
		assertEquals("120708", text.attribute("v", "value").getMinimum().toString());
		assertEquals("1209E2", text.attribute("v", "value").getMaximum().toString());
		assertEquals("060000000A", text.value("e", "value"));
	}

	@Test
	void unitsOfTimeConvert() {
		MeterText text = MeterText.objects("""
				p: ProfileGeneric version 1 1-0:99.1.0*255 { capture_period = 30 min profile_entries = 10 buffer: in nvm }
				""");
		assertEquals("0600000708", text.value("p", "capture_period"));
	}

	@Test
	void wrongUnitsAreErrors() {
		MeterText text = MeterText.objects("""
				a: Register 1-0:32.7.0*255 {
				  value: long-unsigned = 207.55 V //! MW-LANG-054
				  scaler_unit = 10^-1 V
				}
				b: Register 1-0:32.7.1*255 {
				  value: long-unsigned = 5 A //! MW-LANG-055
				  scaler_unit = 10^-1 V
				}
				c: Register 1-0:1.7.0*255 {
				  value: long-unsigned in ram
				  scaler_unit = 10^0 kW //! MW-LANG-033
				}
				d: Register 1-0:1.7.1*255 {
				  value: long-unsigned in ram
				  scaler_unit = 5 W //! MW-LANG-053
				}
				""");
		assertEquals("kW is no COSEM unit; write 10^3 W", text.message("MW-LANG-033"));
	}

	@Test
	void namesOfObjectsStandForLogicalNames() {
		MeterText text = MeterText.objects("""
				index rate = 1..2
				r[i in rate]: Register 1-0:1.8.{i}*255 { value: long in ram scaler_unit = 10^0 Wh }
				one: Data 0-0:96.1.0*255 { value: octet-string = r[2] }
				all: Data 0-0:96.1.1*255 { value: array of octet-string(6) = [r] }
				column: Data 0-0:96.1.2*255 { value: capture_object_definition = r[1].value }
				""");
		assertEquals("09060100010802FF", text.value("one", "value"));
		assertEquals("010209060100010801FF09060100010802FF", text.value("all", "value"));
		assertEquals("02041200030906010001080" + "1FF0F02120000", text.value("column", "value"));
	}
}
