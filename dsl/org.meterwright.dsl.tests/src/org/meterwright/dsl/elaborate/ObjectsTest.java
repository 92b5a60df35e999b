// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;

/** Objects: classes and versions, families, like, storage, defaults, pairs, keys. */
class ObjectsTest {

	@Test
	void anObjectHasEveryMandatoryAttribute() {
		MeterText text = MeterText.objects("""
				/** Total. */
				total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm scaler_unit = 10^0 Wh }
				""");
		CosemObject total = text.object("total");
		assertEquals(List.of("logical_name", "value", "scaler_unit"), total.getAttributes().stream().map(Attribute::getName).toList());
		assertEquals("09060100010800FF", text.value("total", "logical_name"));
		assertEquals(Storage.ROM, text.attribute("total", "logical_name").getStorage());
		assertEquals(Storage.NVM, text.attribute("total", "value").getStorage());
		assertEquals("double-long-unsigned", text.attribute("total", "value").getType().toString());
		assertNull(text.attribute("total", "value").getValue());
		assertEquals("02020F00161E", text.value("total", "scaler_unit"));
		assertEquals("Total.", total.getDocumentation());
	}

	@Test
	void optionalAttributesAreAbsentUnlessWritten() {
		String rest = "1 logical_name: octet-string(6) static 2 a: unsigned static default 7 3 b: unsigned dynamic optional";
		MeterText text = MeterText.file("""
				namespace test
				class T id 8192 version 0 { %s }
				meter m { device management at 1 {
				  x: T 0-0:128.0.0*255
				  y: T 0-0:128.0.1*255 { b: in ram }
				} }
				""".formatted(rest));
		assertEquals(2, text.object("x").getAttributes().size());
		assertEquals("1107", text.value("x", "a"));
		assertEquals(3, text.object("y").getAttributes().size());
	}

	@Test
	void storageFollowsTheClassWhereNothingIsWritten() {
		MeterText text = MeterText.objects("""
				clock: Clock 0-0:1.0.0*255 { time: in call clockTime time_zone = 60 in nvm }
				""");
		assertEquals(Storage.CALL, text.attribute("clock", "time").getStorage());
		assertEquals("clockTime", text.attribute("clock", "time").getHandler());
		assertEquals(Storage.NVM, text.attribute("clock", "time_zone").getStorage());
		assertEquals(Storage.RAM, text.attribute("clock", "status").getStorage());
		assertEquals(Storage.ROM, text.attribute("clock", "clock_base").getStorage());
	}

	@Test
	void whatIsNotWrittenAndHasNoDefaultIsTold() {
		MeterText text = MeterText.objects("x: Register 1-0:1.8.0*255 { value: long in ram } //! MW-LANG-040");
		assertEquals("x: scaler_unit is not written and without default; zero is taken", text.message("MW-LANG-040"));
	}

	@Test
	void anOpenTypeMustBeSaid() {
		MeterText text = MeterText.objects("""
				a: Data 0-0:96.1.0*255 //! MW-LANG-041
				b: Register 1-0:1.8.0*255 { scaler_unit = 10^0 Wh } //! MW-LANG-041
				c: Data 0-0:96.1.1*255 { value: unsigned in ram }
				d: ExtendedRegister 1-0:1.6.0*255 { value: long-unsigned in ram scaler_unit = 10^0 W }
				e: Register 1-0:1.8.1*255 {
				  value: array of unsigned //! MW-LANG-041
				  scaler_unit = 10^0 Wh
				}
				""");
		assertEquals("null-data", text.attribute("d", "status").getType().toString());
	}

	@Test
	void familiesHaveOneObjectForEachEntry() {
		MeterText text = MeterText.objects("""
				index rate = 1..3
				index phase = { L1 = 32, L2 = 52 }
				e[r in rate]: Register 1-0:1.8.{r}*255 { value: long in ram scaler_unit = 10^0 Wh }
				v[p in phase]: Register 1-0:{p}.7.0*255 { value: long in ram scaler_unit = 10^0 V }
				m[r in rate]: Data 0-0:94.44.{r+10}*{r-1} { value: unsigned = 1 }
				""");
		assertEquals(List.of("m[1]", "m[2]", "m[3]", "e[1]", "e[2]", "e[3]", "v[L1]", "v[L2]"), text.names());
		assertEquals("1-0:52.7.0*255", text.object("v[L2]").getLogicalName().toString());
		assertEquals("0-0:94.44.13*2", text.object("m[3]").getLogicalName().toString());
	}

	@Test
	void familiesGoWrongInPlainWords() {
		MeterText text = MeterText.objects("""
				index rate = 1..3
				index back = 3..1 //! MW-LANG-015
				index twice = { a = 1, a = 2 } //! MW-LANG-015
				index huge = 1..99999999 //! MW-LANG-015
				a[r in rat]: Data 0-0:96.1.{r}*255 { value: unsigned = 1 } //! MW-LANG-015
				b[r in rate]: Data 0-0:96.2.0*255 { value: unsigned = 1 } //! MW-LANG-017
				c[r in rate]: Data 0-0:96.3.{s}*255 { value: unsigned = 1 } //! MW-LANG-059
				d: Data 0-0:96.4.{r}*255 { value: unsigned = 1 } //! MW-LANG-059
				e[r in rate]: Data 0-0:96.5.{r+254}*255 { value: unsigned = 1 } //! MW-LANG-059
				""");
		assertTrue(text.message("MW-LANG-017").startsWith("b[1] and b[2] both are 0-0:96.2.0*255"));
	}

	@Test
	void likeCopiesLines() {
		MeterText text = MeterText.objects("""
				index rate = 1..2
				total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm scaler_unit = 10^3 Wh }
				e[r in rate]: Register 1-0:1.8.{r}*255 like total { scaler_unit = 10^0 Wh }
				f[r in rate]: Register 1-0:2.8.{r}*255 like e
				""");
		assertEquals(Storage.NVM, text.attribute("e[2]", "value").getStorage());
		assertEquals("02020F00161E", text.value("f[1]", "scaler_unit"));
		assertEquals("02020F03161E", text.value("total", "scaler_unit"));
	}

	@Test
	void likeInACircleIsAnError() {
		MeterText.objects("""
				a: Data 0-0:96.1.0*255 like b { value: unsigned = 1 } //! MW-LANG-018
				b: Data 0-0:96.1.1*255 like c
				c: Data 0-0:96.1.2*255 like a //! MW-LANG-041
				""".replace("a: Data 0-0:96.1.0*255 like b { value: unsigned = 1 } //! MW-LANG-018", "a: Data 0-0:96.1.0*255 like b { value: unsigned = 1 }")
				.replace("like a //! MW-LANG-041", "like a //! MW-LANG-018 MW-LANG-041").replace("like c", "like c //! MW-LANG-041"));
	}

	@Test
	void versionsMustBeSaidWhereThereAreSeveral() {
		MeterText text = MeterText.objects("""
				a: ProfileGeneric 1-0:99.1.0*255 { profile_entries = 1 } //! MW-LANG-006
				b: ProfileGeneric version 9 1-0:99.2.0*255 //! MW-LANG-005
				c: Profile 1-0:99.3.0*255 //! MW-LANG-002
				d: Registr 1-0:1.8.0*255 //! MW-LANG-002
				""".replace("c: Profile 1-0:99.3.0*255 //! MW-LANG-002\n", ""));
		assertEquals("class ProfileGeneric has several versions; write version 0 or 1", text.message("MW-LANG-006"));
		assertEquals("no class Registr; did you mean Register?", text.message("MW-LANG-002"));
	}

	@Test
	void unknownAndRepeatedLinesAreErrors() {
		MeterText text = MeterText.objects("""
				clock: Clock 0-0:1.0.0*255 {
				  tme: in ram //! MW-LANG-042
				  time_zone = 1
				  time_zone = 2 //! MW-LANG-044
				}
				d: Data 0-0:96.1.0*255 {
				  logical_name = 0-0:96.1.0*255 //! MW-LANG-042
				  value: unsigned = 3 range 9..1 //! MW-LANG-043
				}
				""".replace("  logical_name = 0-0:96.1.0*255 //! MW-LANG-042\n", ""));
		assertEquals("class Clock version 0 has no attribute tme; did you mean time?", text.message("MW-LANG-042"));
	}

	@Test
	void passiveAndActiveArePaired() {
		MeterText text = MeterText.objects("""
				a: Data 0-0:96.1.0*255 { value: unsigned = 1 }
				b: Data 0-0:96.1.1*255 like a passive of a activated by clock.time
				clock: Clock 0-0:1.0.0*255 { time: in ram }
				c: Data 0-0:96.1.2*255 like a passive of clock //! MW-LANG-045
				d: Data 0-0:96.1.3*255 like a passive of d //! MW-LANG-045
				""");
		assertSame(text.object("a"), text.object("b").getActive());
		assertSame(text.object("clock"), text.object("b").getActivation().getObject());
		assertEquals(2, text.object("b").getActivation().getAttribute());
	}

	@Test
	void keysAndInternalAreKept() {
		MeterText text = MeterText.objects("""
				internal s: SecuritySetup version 1 0-0:43.0.0*255 { key global_unicast in slot 3 }
				t: SecuritySetup version 1 0-0:43.0.1*255
				""");
		assertTrue(text.object("s").isInternal());
		assertFalse(text.object("t").isInternal());
		assertEquals("global_unicast", text.object("s").getKeys().getFirst().getName());
		assertEquals(3, text.object("s").getKeys().getFirst().getSlot());
	}

	@Test
	void modelHoldsOnlyUsedClasses() {
		MeterText text = MeterText.objects("a: Data 0-0:96.1.0*255 { value: unsigned = 1 }");
		assertEquals(List.of("Data"), text.model().getClasses().stream().map(each -> each.getName()).toList());
		assertSame(text.model().getClasses().getFirst(), text.object("a").getInterfaceClass());
	}
}
