// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;

/** Meters: inheritance, layers, switches, override and remove, devices, facts. */
class MetersTest {

	@Test
	void baseLayersAndOwnItemsComeTogether() {
		MeterText text = MeterText.files("""
				namespace test
				abstract meter base {
				  device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				}
				meter m extends base { b: Data 0-0:96.1.1*255 { value: unsigned = 2 } }
				""", """
				namespace test
				extend meter base { device management { c: Data 0-0:96.1.2*255 { value: unsigned = 3 } } }
				extend meter m { d: Data 0-0:96.1.3*255 { value: unsigned = 4 } }
				""");
		assertEquals(List.of("a", "b", "c", "d"), text.names());
		assertEquals("base", text.object("c").getOrigins().getFirst().kind());
		assertEquals("b.cosem", text.object("c").getOrigins().getFirst().file());
		assertEquals("written", text.object("d").getOrigins().getFirst().kind());
	}

	@Test
	void nothingDependsOnTheOrderOfFiles() {
		String one = "namespace test\nmeter m { device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } } }\n";
		String two = "namespace test\nextend meter m { device management { b: Data 0-0:96.1.1*255 { value: unsigned = 1 } } }\n";
		assertEquals(MeterText.files(one, two).names(), MeterText.files(two, one).names());
	}

	@Test
	void inheritanceInACircleIsAnError() {
		MeterText.file("""
				namespace test
				meter a extends b { }
				meter b extends a { } //! MW-LANG-010
				meter c extends c { } //! MW-LANG-010
				""".replace("meter a extends b { }", "meter a extends b { } //! MW-LANG-010"));
	}

	@Test
	void anUnknownBaseIsAnError() {
		MeterText text = MeterText.file("""
				namespace test
				abstract meter E400 { device management at 1 { } }
				meter m extends E40 { } //! MW-LANG-002
				""");
		assertEquals("no meter E40; did you mean E400?", text.message("MW-LANG-002"));
	}

	@Test
	void overrideKeepsWhatItDoesNotWrite() {
		MeterText text = MeterText.file("""
				namespace test
				abstract meter base {
				  device management at 1 {
				    p: ProfileGeneric version 1 1-0:99.1.0*255 { profile_entries = 12 capture_period = 60 buffer: in nvm }
				  }
				}
				meter m extends base {
				  override p: ProfileGeneric version 1 1-0:99.1.0*255 { profile_entries = 13 }
				}
				""");
		assertEquals("060000000D", text.value("p", "profile_entries"));
		assertEquals("060000003C", text.value("p", "capture_period"));
		assertEquals(Storage.NVM, text.attribute("p", "buffer").getStorage());
		assertEquals(2, text.object("p").getOrigins().size());
	}

	@Test
	void replacingMustBeSaid() {
		MeterText.file("""
				namespace test
				abstract meter base { device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } } }
				meter m extends base {
				  a: Data 0-0:96.1.0*255 { value: unsigned = 2 } //! MW-LANG-013
				  override b: Data 0-0:96.1.1*255 { value: unsigned = 2 } //! MW-LANG-012
				  remove c //! MW-LANG-012
				}
				""");
	}

	@Test
	void removedObjectsAreGoneAndReferencesSaySo() {
		MeterText text = MeterText.file("""
				namespace test
				abstract meter base {
				  device management at 1 {
				    a: Data 0-0:96.1.0*255 { value: unsigned = 1 }
				    b: Data 0-0:96.1.1*255 { value: octet-string = a }
				  }
				}
				meter m extends base { remove a } //! MW-LANG-019
				""");
		assertEquals("a cannot be removed: object b needs it, in a.cosem line 5; override that, or remove it too", text.message("MW-LANG-019"));
		assertFalse(text.has("a"));
	}

	@Test
	void exceptionsMayNameWhatWasRemoved() {
		MeterText.file("""
				namespace test
				abstract meter base {
				  device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				  association public client 16 to management {
				    context logical_name plain
				    mechanism lowest
				    show * except a
				    grant read on * except a
				  }
				}
				meter m extends base { remove a }
				""");
	}

	@Test
	void switchesChooseAndVariantsNameTheChoice() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  switch big, auxiliary
				  variant large = big + auxiliary
				  variant medium = big
				  index phase = { L1 = 32 }
				  if big { override index phase = { L1 = 32, L2 = 52 } }
				  device management at 1 {
				    v[p in phase]: Register 1-0:{p}.7.0*255 { value: long in ram scaler_unit = 10^0 V }
				    if big and not auxiliary { onlyMedium: Data 0-0:96.1.1*255 { value: unsigned = 1 } }
				    else { notMedium: Data 0-0:96.1.1*255 { value: unsigned = 1 if big { } } }
				  }
				}
				""".replace(" if big { }", ""));
		assertEquals(List.of("notMedium", "v[L1]"), MeterText.names(text.model("m", null)));
		assertEquals(List.of("onlyMedium", "v[L1]", "v[L2]"), MeterText.names(text.model("m", "medium")));
		assertEquals(List.of("notMedium", "v[L1]", "v[L2]"), MeterText.names(text.model("m", "large")));
		assertEquals(List.of("auxiliary", "big"), text.model("m", "large").getSwitches());
	}

	@Test
	void unknownSwitchesAreErrors() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  switch threePhase
				  if threePhas { } //! MW-LANG-011
				}
				""");
		assertEquals("no switch threePhas; did you mean threePhase?", text.message("MW-LANG-011"));
	}

	@Test
	void ifInsideAnObjectChoosesLines() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  switch fast
				  variant quick = fast
				  device management at 1 {
				    p: ProfileGeneric version 1 1-0:99.1.0*255 { if fast { capture_period = 60 } else { capture_period = 900 } profile_entries = 1 }
				  }
				}
				""");
		assertEquals("0600000384", MeterText.object(text.model("m", null), "p").getAttributes().get(3).getValue().toString());
		assertEquals("060000003C", MeterText.object(text.model("m", "quick"), "p").getAttributes().get(3).getValue().toString());
	}

	@Test
	void devicesHaveNamesAndTheManagementDeviceListsThem() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  device management at 1 named "ACM0000000000001" { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				  device gas at 17 named "ACM0000000000002" {
				    a: Data 0-0:96.1.0*255 { value: octet-string = management.a }
				    b: Data 0-0:96.1.1*255 { value: octet-string = a }
				  }
				}
				""");
		Meter model = text.model();
		assertEquals(2, model.getDevices().size());
		assertEquals("091041434D30303030303030303030303031", value(MeterText.object(model, "logicalDeviceName")));
		assertEquals("010202021200010910" + "41434D30303030303030303030303031" + "02021200110910" + "41434D30303030303030303030303032",
				value(MeterText.object(model, "sapAssignment")));
		assertTrue(MeterText.object(model, "sapAssignment").isGenerated());
	}

	private static String value(CosemObject object) {
		return object.getAttributes().get(1).getValue().toString();
	}

	@Test
	void devicesWithoutAddressOrWithTheSameAreErrors() {
		MeterText.file("""
				namespace test
				meter m {
				  device a { } //! MW-LANG-016
				  device b at 1 { } //! MW-LANG-016
				  device c at 1 { } //! MW-LANG-016
				  device d at 99999 { } //! MW-LANG-016
				}
				meter n { x: Data 0-0:96.1.0*255 { value: unsigned = 1 } } //! MW-LANG-016
				""");
	}

	@Test
	void anObjectInAnotherDeviceNeedsTheDevicesName() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				  device gas at 17 { b: Data 0-0:96.1.1*255 { value: octet-string = a } } //! MW-LANG-020
				}
				""");
		assertEquals("no object a in device gas; device management has one: write management.a", text.message("MW-LANG-020"));
	}

	@Test
	void factsAreKept() {
		MeterText text = MeterText.file("""
				namespace test
				/** A meter for tests. */
				meter m {
				  property manufacturer = "ACM"
				  property phases = 3
				  memory nvm = 64 KiB
				  memory ram = 8 bytes //! MW-LANG-033
				  device management at 1 { }
				}
				""");
		Meter model = text.model();
		assertEquals("0C0341434D", model.getProperties().get(0).getValue().toString());
		assertEquals("100003", model.getProperties().get(1).getValue().toString());
		assertEquals(65_536, model.getBudgets().getFirst().getBytes());
		assertEquals("A meter for tests.", model.getDocumentation());
	}
}
