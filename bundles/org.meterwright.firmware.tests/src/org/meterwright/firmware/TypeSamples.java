// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

/** Types in the notation of the language with the A-XDR of a value. */
final class TypeSamples {
	static final String[][] TYPES = {
			{"null-data", "00"}, {"boolean", "0301"}, {"boolean", "0300"}, {"double-long", "0580000000"}, {"double-long", "057FFFFFFF"},
			{"double-long-unsigned", "06FFFFFFFF"}, {"integer", "0F80"}, {"integer", "0FFF"}, {"long", "108000"}, {"long", "1000FF"}, {"unsigned", "11FE"},
			{"long-unsigned", "12FFFE"}, {"long64", "148000000000000000"}, {"long64", "14FFFFFFFFFFFFFFFF"}, {"long64-unsigned", "15FFFFFFFFFFFFFFFF"},
			{"long64-unsigned", "150102030405060708"}, {"enum { a = 0, b = 255 }", "16FF"}, {"enum", "1607"}, {"bcd", "0D12"}, {"float32", "173FC00000"},
			{"float32", "1780000000"}, {"float32", "177F800000"}, {"float32", "177FC00000"}, {"float32", "1700000001"}, {"float64", "18C008000000000000"},
			{"float64", "187FF8000000000000"}, {"float64", "18FFF0000000000000"}, {"date-time", "1907E80B02FF0C1E0000FF8880"}, {"date", "1A07E80B02FF"},
			{"time", "1B0C1E0000"}, {"octet-string", "0903010203"}, {"octet-string(6)", "0906010203040506"}, {"octet-string(0..16)", "0900"},
			{"octet-string(0..300)", "0903FF00FF"}, {"octet-string(0..300)", "0900"}, {"visible-string(0..20)", "0A0548656C6C6F"}, {"visible-string(5)", "0A0548656C6C6F"},
			{"utf8-string(0..30)", "0C04C3A4C3B6"}, {"bits(8) { a = 0, b = 7 }", "0408A5"}, {"bits(13)", "040DA5F8"}, {"bit-string(0..20)", "0409A580"},
			{"bit-string(0..20)", "0400"}, {"bit-string", "0411FFFF80"}, {"array[0..4] of long-unsigned", "0102120001120002"}, {"array[0..4] of long-unsigned", "0100"},
			{"array[3] of unsigned", "0103110111021103"}, {"array[2] of structure { a: unsigned, b: double-long }", "0102020211010500000002020211030500000004"},
			{"structure { scaler: integer, unit: enum }", "02020FFF161E"},
			{"structure { a: unsigned, b: structure { c: long64, d: boolean }, e: unsigned, f: octet-string(0..5), g: long, h: bit-string(0..9) }",
					"020611010202140000000000000002030111030902AABB1000050403A0"},
			{"structure { a: structure { b: unsigned, c: octet-string(0..400) }, d: float64 }", "02020202110109020102183FF0000000000000"},
			{"structure { t: date-time, d: date, x: null-data, s: octet-string(6) }", "02041907E80B02FF0C1E0000FF88801A07E80B02FF000906010203040506"},
			{"structure { a: array of unsigned }", "020101021101110A"}, {"choice { null-data, octet-string(0..12) }", "0902ABCD"}, {"choice { null-data, long }", "00"},
			{"any", "0203110212000309020102"}, {"array of structure { a: unsigned, b: visible-string }", "010202021101" + "0A024142" + "020211020A00"},
			{"structure { }", "0200"}, {"array[0] of unsigned", "0100"},
	};

	private TypeSamples() {
	}
}
