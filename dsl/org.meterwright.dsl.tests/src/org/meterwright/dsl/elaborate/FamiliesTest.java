// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.value.Origins;

/** What {@code override} keeps, replaces, adds to and takes away, item by item; layers and their order; where values come from. */
class FamiliesTest {
	private static final String BASE = """
			namespace test
			abstract meter base {
			  index rate = 1..3
			  device management at 1 {
			    a: Data 0-0:96.1.0*255 { value: unsigned = 1 in nvm }
			    b: Data 0-0:96.1.1*255 { value: unsigned = 2 }
			    r[i in rate]: Register 1-0:1.8.{i}*255 { value: double-long-unsigned in nvm scaler_unit = 10^0 Wh }
			    book: ProfileGeneric version 1 1-0:99.1.0*255 {
			      capture a.value, b.value
			      capture_period = 60
			      profile_entries = 12
			      buffer: in nvm
			    }
			    supply: DisconnectControl version 0 0-0:96.3.10*255 { control_state = connected in nvm control_mode = mode_4 }
			    scripts: ScriptTable 0-0:10.0.106*255 {
			      script open = 1 { call supply.remote_disconnect(0) }
			      script close = 2 { call supply.remote_reconnect(0) }
			    }
			    keys: SecuritySetup version 1 0-0:43.0.1*255 {
			      key global_unicast in slot 1
			      key authentication in slot 2
			    }
			    group some = a, b
			  }
			}
			""";

	private static MeterText with(String items) {
		return MeterText.file(BASE + "meter m extends base {\n" + items + "\n}\n");
	}

	private static Attribute find(CosemObject object, String attribute) {
		return object.getAttributes().stream().filter(each -> each.getName().equals(attribute)).findFirst().orElseThrow();
	}

	@Test
	void anOverrideNeedsNoHead() {
		MeterText text = with("override book { profile_entries = 13 }");
		assertEquals("060000000D", text.value("book", "profile_entries"));
		assertEquals("060000003C", text.value("book", "capture_period"));
		assertEquals(Storage.NVM, text.attribute("book", "buffer").getStorage());
		assertEquals("1-0:99.1.0*255", text.object("book").getLogicalName().toString());
	}

	@Test
	void aHeadThatIsWrittenReplacesTheOneBefore() {
		MeterText text = with("override a: 0-0:96.1.7*255\nsecond: Data 0-0:96.1.8*255 { value: unsigned = 1 }\noverride internal b");
		assertEquals("0-0:96.1.7*255", text.object("a").getLogicalName().toString());
		assertEquals("1101", text.value("a", "value"));
		assertTrue(text.object("b").isInternal());
		assertFalse(text.object("a").isInternal());
	}

	@Test
	void anotherClassKeepsNothing() {
		MeterText text = with("override b: Register 1-0:2.8.0*255 { value: unsigned in ram scaler_unit = 10^0 Wh }");
		assertEquals(Storage.RAM, text.attribute("b", "value").getStorage());
		assertEquals("Register", text.object("b").getInterfaceClass().getName());
	}

	@Test
	void oneMemberOfAFamilyCanBeOverridden() {
		MeterText text = with("override r[2] { scaler_unit = 10^3 Wh }\noverride r[3]: 1-0:1.8.63*255 { }");
		assertEquals("02020F00161E", text.value("r[1]", "scaler_unit"));
		assertEquals("02020F03161E", text.value("r[2]", "scaler_unit"));
		assertEquals("1-0:1.8.63*255", text.object("r[3]").getLogicalName().toString());
	}

	@Test
	void aMemberThatIsNotThereIsAnError() {
		MeterText text = with("override r[9] { scaler_unit = 10^3 Wh } //! MW-LANG-023");
		assertEquals("r has no such member", text.message("MW-LANG-023"));
		with("override a[1] { value: unsigned = 3 } //! MW-LANG-023");
	}

	@Test
	void linesCanBeTakenAway() {
		MeterText text = with("override book { remove capture_period }\noverride scripts { remove script close }\noverride keys { remove key authentication }");
		assertEquals("0600000000", text.value("book", "capture_period"));
		assertEquals(List.of("open"), text.object("scripts").getScripts().stream().map(each -> each.getName()).toList());
		assertEquals(List.of("global_unicast"), text.object("keys").getKeys().stream().map(each -> each.getName()).toList());
	}

	@Test
	void whatIsNotThereCannotBeTakenAway() {
		MeterText text = with("override book { remove sort_metod } //! MW-LANG-012");
		assertEquals("nothing to remove: no line sort_metod stands in what is overridden", text.message("MW-LANG-012"));
		with("override book { remove capture supply.control_state } //! MW-LANG-012");
	}

	@Test
	void columnsAreReplacedAddedAndTakenAway() {
		assertEquals(List.of("b"), captured(with("override book { capture b.value }")));
		assertEquals(List.of("a", "b", "r[1]", "r[2]", "r[3]"), captured(with("override book { capture also r }")));
		assertEquals(List.of("b", "r[1]"), captured(with("override book { capture also r[1]\nremove capture a.value }")));
	}

	private static List<String> captured(MeterText text) {
		CosemObject log = text.object("book");
		Meter meter = text.model();
		return ((org.meterwright.cosem.value.Value.Array) find(log, "capture_objects").getValue()).elements().stream().map(each -> {
			var fields = ((org.meterwright.cosem.value.Value.Structure) each).fields();
			String octets = fields.get(1).toString().substring(4);
			return meter.getDevices().getFirst().getObjects().stream().filter(object -> object.getLogicalName().bytes().hex().replace(" ", "").equalsIgnoreCase(octets))
					.map(CosemObject::getName).findFirst().orElse(octets);
		}).toList();
	}

	@Test
	void factsAreOverriddenToo() {
		MeterText text = MeterText.file("""
				namespace test
				abstract meter base {
				  property manufacturer = "ACM"
				  memory nvm = 1 KiB
				  index rate = 1..2
				  variant v = x
				  switch x, y
				  device management at 1 named "A" { }
				}
				meter m extends base {
				  override property manufacturer = "LRC"
				  override memory nvm = 2 KiB
				  override index rate = 1..3
				  override variant v = x + y
				  override device management named "B"
				  t[r in rate]: Data 0-0:96.1.{r}*255 { value: unsigned = 1 }
				}
				""");
		assertEquals("0C034C5243", text.model().getProperties().getFirst().getValue().toString());
		assertEquals(1, text.model().getProperties().size());
		assertEquals(2048, text.model().getBudgets().getFirst().getBytes());
		assertEquals(List.of("t[1]", "t[2]", "t[3]"), text.names());
		assertEquals(List.of("x", "y"), text.model("m", "v").getSwitches());
		assertEquals("B", text.model().getDevices().getFirst().getLogicalDeviceName());
	}

	@Test
	void factsOfABaseAreNotReplacedInSilence() {
		MeterText.file("""
				namespace test
				abstract meter base { property manufacturer = "ACM" memory nvm = 1 KiB device management at 1 { } }
				meter m extends base {
				  property manufacturer = "LRC" //! MW-LANG-013
				  memory nvm = 2 KiB //! MW-LANG-013
				  override device gas at 3 //! MW-LANG-012
				}
				""");
	}

	@Test
	void groupsAreReplacedAddedToAndCutDown() {
		String association = "association c client 16 to management { show * grant read on some }";
		assertEquals("b", readable(with("override group some = b\n" + association)));
		assertEquals("a b supply", readable(with("override group some also supply\n" + association)));
		assertEquals("b", readable(with("override group some except a\n" + association)));
	}

	private static String readable(MeterText text) {
		return text.model().getDevices().getFirst().getAssociations().getFirst().getEntries().stream()
				.filter(entry -> !entry.getObject().isGenerated() && entry.getRights().attributes().stream().anyMatch(access -> access.mode() != 0)).map(entry -> entry.getObject().getName())
				.sorted().collect(Collectors.joining(" "));
	}

	@Test
	void listsForgetWhatIsRemoved() {
		MeterText text = with("override book { remove capture b.value }\nremove b\nassociation c client 16 to management { show * grant read on some }");
		assertEquals("a", readable(text));
	}

	@Test
	void listsNameWhatOnlyAnotherVariantHas() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  switch aux
				  variant plus = aux
				  device management at 1 {
				    a: Data 0-0:96.1.0*255 { value: unsigned = 1 }
				    if aux { x: Data 0-0:96.1.1*255 { value: unsigned = 1 } }
				    group all = a, x
				    p: Data 0-0:96.1.2*255 { value: octet-string = x } //! MW-LANG-020
				  }
				  association c client 16 to management { show a, x grant read on all, x }
				}
				""");
		assertEquals("x is only there if aux (a.cosem line 7); write this line into the same if", text.message("MW-LANG-020"));
	}

	@Test
	void aRemovalNamesWhatStillNeedsIt() {
		MeterText text = with("remove a //! MW-LANG-019");
		assertEquals("a cannot be removed: object book needs it, in a.cosem line 9; override that, or remove it too", text.message("MW-LANG-019"));
	}

	@Test
	void whatComesAfterItsRemovalIsAnErrorThere() {
		with("override book { remove capture b.value }\nremove b\nz: Data 0-0:96.1.9*255 { value: octet-string = b } //! MW-LANG-020");
	}

	@Test
	void removeAndOverrideSayWhatWasMeant() {
		assertEquals("nothing to remove: no supplyy stands before this; did you mean supply?", with("remove supplyy //! MW-LANG-012").message("MW-LANG-012"));
		assertEquals("remove takes whole items; for a line of book write override book { remove capture_period }",
				with("remove book.capture_period //! MW-LANG-012").message("MW-LANG-012"));
		assertEquals("nothing to override: m has no object bok before this; did you mean book?", with("override bok { profile_entries = 1 } //! MW-LANG-012")
				.message("MW-LANG-012"));
	}

	@Test
	void pushesReactionsEventsAlertsAndAssociationsKeepWhatIsNotWritten() {
		MeterText text = MeterText.file(BASE.replace("    group some = a, b\n  }\n", """
				    group some = a, b
				  }
				  association c client 1 to management 0-0:40.0.2*255 { context logical_name plain pdu 512 }
				  event tamper code 5 from firmware "Cover"
				  alert tampered 0x10 critical "Cover" on tamper { log book carry b.value }
				  push news 0-0:25.9.0*255 to c over tcp "[fd00::1]:1" { send a.value retry 3 after 60 s }
				  when a.value > 5 as high 0-0:16.0.9*255 { push news } return { run scripts.open }
				""") + """
				meter m extends base {
				  override association c { pdu 1024 }
				  override event tamper code 6
				  override alert tampered { carry also a.value }
				  override push news { send also b.value }
				  override when a.value > 7 as high
				}
				""");
		Meter model = text.model();
		var association = model.getDevices().getFirst().getAssociations().getFirst();
		assertEquals(1024, association.getMaximumPdu());
		assertEquals(1, association.getClientSap());
		assertEquals(6, model.getEvents().getFirst().getCode());
		assertEquals("Cover", model.getEvents().getFirst().getText());
		assertEquals(16, model.getAlerts().getFirst().getCode());
		assertTrue(model.getAlerts().getFirst().isCritical());
		assertEquals(1, model.getAlerts().getFirst().getLogs().size());
		assertEquals(2, model.getAlerts().getFirst().getColumns().size());
		assertEquals(2, model.getPushes().getFirst().getColumns().size());
		assertEquals(association, model.getPushes().getFirst().getPartner());
		assertEquals(1, model.getReactions().getFirst().getActions().size());
		assertEquals(1, model.getReactions().getFirst().getReturnActions().size());
		assertEquals("0-0:16.0.9*255", model.getReactions().getFirst().getObject().getLogicalName().toString());
		assertEquals("1107", ((org.meterwright.cosem.ThresholdTrigger) model.getReactions().getFirst().getTrigger()).getThreshold().toString());
	}

	@Test
	void pushesLoseColumnsAndLines() {
		MeterText text = MeterText.file(BASE.replace("    group some = a, b\n  }\n", """
				  }
				  association c client 1 to management 0-0:40.0.2*255 { context logical_name plain }
				  push news 0-0:25.9.0*255 to c over tcp "[fd00::1]:1" { send a.value, b.value randomise 60 s retry 3 after 60 s }
				""") + "meter m extends base { override push news { remove send a.value\nremove retry } }\n");
		assertEquals(List.of("b"), text.model().getPushes().getFirst().getColumns().stream().map(each -> each.getObject().getName()).toList());
		assertEquals("1100", text.value("news", "number_of_retries"));
		assertEquals("12003C", text.value("news", "randomisation_start_interval"));
	}

	@Test
	void variantsBuildOnOneAnotherAndAreInherited() {
		MeterText text = MeterText.file("""
				namespace test
				abstract meter base {
				  switch x, y, z
				  variant small = x
				  variant large = small + y
				  device management at 1 { }
				}
				abstract meter middle extends base { variant huge = large + z }
				meter m extends middle { remove small }
				meter n extends middle { variant own = huge }
				""".replace("meter m extends middle { remove small }\n", ""));
		assertEquals(List.of("x"), text.model("n", "small").getSwitches());
		assertEquals(List.of("x", "y"), text.model("n", "large").getSwitches());
		assertEquals(List.of("x", "y", "z"), text.model("n", "own").getSwitches());
		assertEquals(List.of("huge", "large", "own", "small"), text.compilation().meters().stream().flatMap(each -> each.variant().stream()).sorted().toList());
	}

	@Test
	void wrongVariantsAreTold() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  switch threePhase
				  variant a = threePhas //! MW-LANG-011
				  variant b = c //! MW-LANG-010
				  variant c = b //! MW-LANG-010
				  device management at 1 { }
				}
				""");
		assertEquals("no switch or variant threePhas; did you mean threePhase?", text.message("MW-LANG-011"));
	}

	@Test
	void ofAChoiceExactlyOneIsOn() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  switch single | split | three
				  variant s = split
				  variant both = single + three //! MW-LANG-027
				  device management at 1 {
				    if single { one: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				    if split { two: Data 0-0:96.1.0*255 { value: unsigned = 1 } }
				  }
				}
				""");
		assertEquals(List.of("one"), MeterText.names(text.model("m", null)));
		assertEquals(List.of("two"), MeterText.names(text.model("m", "s")));
		assertEquals(List.of("single"), text.model().getSwitches());
		assertEquals("variant both turns on single and three, of which a meter has one: switch single | split | three", text.message("MW-LANG-027"));
	}

	private static final String PRODUCT = "namespace test\nmeter m { device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 1 } } }\n";

	@Test
	void layersHaveAnOrderThatFilesDoNotDecide() {
		String larch = "namespace test\nextend meter m as larch after product { override a { value: unsigned = 3 } }\n";
		String product = "namespace test\nextend meter m as product { override a { value: unsigned = 2 } }\n";
		for (MeterText text : List.of(MeterText.files(PRODUCT, larch, product), MeterText.files(product, larch, PRODUCT), MeterText.files(larch, product, PRODUCT))) {
			assertEquals("1103", text.value("a", "value"));
			assertEquals(List.of("larch", "product", "m"), text.attribute("a", "value").getOrigins().stream().map(each -> each.of()).toList());
		}
	}

	@Test
	void layersWithoutOrderMayNotChangeTheSame() {
		MeterText text = MeterText.files(PRODUCT, "namespace test\nextend meter m as birch { override a { value: unsigned = 3 } }\n",
				"namespace test\nextend meter m as larch {\n  override a { value: unsigned = 2 } //! MW-LANG-028\n}\n");
		assertEquals("object a is changed by layer birch (b.cosem line 2) and by layer larch (c.cosem line 2), and the text does not say which comes after the other;"
				+ " write extend meter m as larch after birch, or the other way round", text.message("MW-LANG-028"));
		MeterText.files(PRODUCT, "namespace test\nextend meter m { override a { value: unsigned = 3 } }\n",
				"namespace test\nextend meter m {\n  override a { value: unsigned = 2 } //! MW-LANG-028\n}\n");
		MeterText.files(PRODUCT, "namespace test\nextend meter m as birch { remove a }\n",
				"namespace test\nextend meter m as larch {\n  override a { value: unsigned = 2 } //! MW-LANG-028\n}\n");
	}

	@Test
	void partsStandSideBySide() {
		String declares = "namespace test\nextend meter m { b: Data 0-0:96.1.1*255 { value: unsigned = 3 } group g = a }\n";
		String changes = "namespace test\nextend meter m { override b { value: unsigned = 2 } override group g also b }\n";
		String adds = "namespace test\nextend meter m { c: Data 0-0:96.1.2*255 { value: unsigned = 3 } override group g also c }\n";
		for (MeterText text : List.of(MeterText.files(PRODUCT, declares, changes, adds), MeterText.files(adds, changes, declares, PRODUCT))) {
			assertEquals("1102", text.value("b", "value"));
		}
	}

	@Test
	void whatIsRemovedCanBeWrittenAnew() {
		MeterText text = with("remove supply, scripts\nsupply: Data 0-0:96.1.5*255 { value: unsigned = 9 }");
		assertEquals("1109", text.value("supply", "value"));
	}

	@Test
	void layersWithoutOrderMayChangeDifferentThings() {
		MeterText text = MeterText.files(PRODUCT, "namespace test\nextend meter m as birch { b: Data 0-0:96.1.1*255 { value: unsigned = 3 } }\n",
				"namespace test\nextend meter m as larch { override a { value: unsigned = 2 } }\n");
		assertEquals(List.of("a", "b"), text.names());
	}

	@Test
	void wrongOrdersAreTold() {
		MeterText.files(PRODUCT, """
				namespace test
				extend meter m as one after two { } //! MW-LANG-010
				extend meter m as two after one { }
				extend meter m as three after fuor { } //! MW-LANG-026
				extend meter m after one { } //! MW-LANG-026
				""");
	}

	@Test
	void fiveMetersDeep() {
		StringBuilder text = new StringBuilder("namespace test\nabstract meter m0 { device management at 1 { a: Data 0-0:96.1.0*255 { value: unsigned = 0 } } }\n");
		for (int i = 1; i <= 5; i++) {
			text.append("%smeter m%d extends m%d { override a { value: unsigned = %d } n%d: Data 0-0:96.1.%d*255 { value: unsigned = 1 } }\n".formatted(
					i < 5 ? "abstract " : "", i, i - 1, i, i, i));
		}
		MeterText compiled = MeterText.file(text.toString());
		assertEquals("1105", compiled.value("a", "value"));
		assertEquals(List.of("a", "n1", "n2", "n3", "n4", "n5"), compiled.names());
		assertEquals(6, compiled.attribute("a", "value").getOrigins().size());
	}

	@Test
	void indexesMayHaveGaps() {
		MeterText text = MeterText.file("""
				namespace test
				meter m {
				  index entry_ = 0..2, 5, 9..10
				  index bad = 1..3, 2 //! MW-LANG-015
				  device management at 1 { t[r in entry_]: Data 0-0:96.1.{r}*255 { value: unsigned = 1 } }
				}
				""");
		assertEquals(List.of("t[0]", "t[1]", "t[2]", "t[5]", "t[9]", "t[10]"), text.names());
	}

	@Test
	void everyValueKnowsItsChain() {
		MeterText text = MeterText.files(BASE, """
				namespace test
				meter m extends base {
				  switch big
				  variant large = big
				  if big { override book { profile_entries = 20 } }
				  z: Data 0-0:96.1.9*255 like a
				}
				""", "namespace test\nextend meter m as larch {\n  override book { profile_entries = 30 capture also supply.control_state remove capture_period }\n}\n");
		Meter large = text.model("m", "large");
		CosemObject log = MeterText.object(large, "book");
		assertEquals("from base meter base (a.cosem:11), overridden by meter m (b.cosem:5, if big), overridden by layer larch (c.cosem:3)",
				Origins.text(find(log, "profile_entries").getOrigins()));
		assertEquals("from base meter base (a.cosem:9), added to by layer larch (c.cosem:3)",
				Origins.text(find(log, "capture_objects").getOrigins()));
		assertEquals("from base meter base (a.cosem:10), taken away by layer larch (c.cosem:3), not written: from class ProfileGeneric",
				Origins.text(find(log, "capture_period").getOrigins()));
		assertEquals("not written: from class ProfileGeneric", Origins.text(find(log, "sort_object").getOrigins()));
		assertEquals("like a (a.cosem:5)", Origins.text(find(MeterText.object(large, "z"), "value").getOrigins()));
	}

	@Test
	void shortNamesAreRefusedInWords() {
		MeterText text = MeterText.file("namespace test\nmeter m {\n  device management at 1 short_names from 0xFA00 { } //! MW-LANG-090\n}\n");
		assertEquals("short-name referencing is not built: associations are by logical name; take short_names out", text.message("MW-LANG-090"));
	}

	@Test
	void aHandlerHasOneType() {
		MeterText text = with("""
				x: Data 0-0:96.1.5*255 { value: unsigned in call reading }
				y: Data 0-0:96.1.6*255 { value: unsigned in call reading }
				z: Data 0-0:96.1.7*255 { value: long in call reading } //! MW-LANG-029
				""");
		assertEquals("z.value is long, but x.value of the same call reading is unsigned (a.cosem line 27); a function has one type: give one of them another name",
				text.message("MW-LANG-029"));
	}
}
