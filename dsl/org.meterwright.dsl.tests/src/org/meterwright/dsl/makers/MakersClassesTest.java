// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.makers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.printer.ImportedText;
import org.meterwright.dsl.printer.ModelPrinter;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** A maker's classes stand in a library of his own, which several meters import, and can do all that the standard's can. */
class MakersClassesTest {
	private static final String LIBRARY = """
			namespace acme.library

			/** A sample of the magnetic field. */
			type flux_sample = structure { at: octet_date_time, flux: long }

			/** Acme tamper: what the sensors of the cover saw. */
			class AcmeTamper id 8200 version 0 {
			  /** Logical name of the object. */
			  1 logical_name: octet-string(6) static
			  /** The sensors that are set off. */
			  2 sensors: bits(8) { main_cover = 0, terminal_cover = 1, magnet = 2 "a magnet is near" } dynamic
			  /** How long a sensor must be set off before it counts. */
			  3 hold_off: double-long-unsigned static unit s default 60
			  /** Strength of the field. */
			  4 field: long dynamic
			  5 scaler_unit: scal_unit_type static
			  /** What was sampled lately. */
			  6 samples: array[0..4] of flux_sample dynamic optional select 1 by_entry: entry_descriptor
			  /** How the sensors are armed. */
			  7 arming: enum { never = 0, permanently = 1, closed = 2 "while the cover is closed", own = 200..255 } static default permanently
			  /** Arms the sensors again. */
			  method 1 rearm(integer(0))
			  /** Waits before the sensors are armed. */
			  method 2 arm_after(double-long-unsigned): boolean optional unit s uncertain "the result may go"
			}

			/** Acme tamper: counts too. */
			class AcmeTamper id 8200 version 1 extends AcmeTamper version 0 {
			  /** How often a sensor was set off. */
			  -1 counter: double-long-unsigned dynamic optional
			  /** Sets the counter to zero. */
			  method -1 clear(integer(0)) optional
			}
			""";
	private static final String BASE = """
			namespace acme.base
			import acme.library.*
			abstract meter Base {
			  switch loud
			  property manufacturer = "ACM"
			  device management at 1 named "ACM{serial}" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    tamper: AcmeTamper version 0 0-0:128.7.0*255 {
			      sensors: in call tamperSensors
			      hold_off = 2 min in nvm range 1 s..10 min
			      field: in ram
			      scaler_unit = 10^-1 A_per_m
			      samples: in nvm
			      arming = closed in nvm
			    }
			    history: ProfileGeneric version 1 0-0:99.98.1*255 { capture clock.time, tamper.sensors, tamper.field  profile_entries = 10  buffer: in nvm }
			    scripts: ScriptTable 0-0:10.0.106*255 {
			      script rearm = 1 { call tamper.rearm(0)  set tamper.hold_off = 5 min }
			      script wait = 2 { call tamper.arm_after(3 min) }
			    }
			  }
			  association public client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    show *
			    grant read on every Clock
			  }
			  association service client 1 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism lowest
			    show *
			    grant read on every AcmeTamper, history
			    grant read on tamper.samples selecting 1
			    grant write on tamper.hold_off
			    grant call on tamper.rearm, scripts.execute
			  }
			  push tamperPush to service { send tamper.sensors, tamper.field }
			  event opened code 0x8F3F from firmware
			  on opened { log history  push tamperPush }
			  when tamper.field > 50 A_per_m until 40 A_per_m as magnet 0-0:16.0.9*255 { run scripts.rearm }
			}
			""";
	private static final String ONE = """
			namespace acme.one
			import acme.base.*
			meter One extends Base { }
			""";
	private static final String TWO = """
			namespace acme.two
			import acme.base.*
			import acme.library.*
			meter Two extends Base conforms acme.two.rules {
			  variant noisy = loud
			  if loud { override tamper: AcmeTamper version 0 0-0:128.7.0*255 { arming = 210 in nvm } }
			  counting: AcmeTamper version 1 0-1:128.7.0*255 {
			    sensors: in call tamperSensors
			    field: in ram
			    scaler_unit = 10^0 A_per_m
			  }
			}
			companion acme.two.rules {
			  require tamper: AcmeTamper 0-0:128.7.0*255 { hold_off: double-long-unsigned range 60..600 }
			  require spare: AcmeTamper 0-9:128.7.0*255
			}
			""";

	private static Workspace workspace(String... texts) throws IOException {
		Workspace workspace = Workspace.open(List.of());
		for (int i = 0; i < texts.length; i++) {
			workspace.put("%c.cosem".formatted('a' + i), texts[i]);
		}
		return workspace;
	}

	private static Compilation compilation() throws IOException {
		return workspace(LIBRARY, BASE, ONE, TWO).compile();
	}

	private static List<String> problems(Compilation compilation) {
		return compilation.findings().stream().filter(each -> each.severity() == Severity.ERROR || each.rule().startsWith("MW-LANG") && each.severity() != Severity.INFO)
				.map(each -> "%s:%d %s %s".formatted(each.place().file(), each.place().line(), each.rule(), each.message())).toList();
	}

	private static Meter meter(Compilation compilation, String name, String variant) {
		return compilation.meter(name, Optional.ofNullable(variant)).orElseThrow().model();
	}

	private static CosemObject object(Meter meter, String name) {
		return meter.getDevices().getFirst().getObjects().stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
	}

	private static Attribute attribute(Meter meter, String object, String name) {
		return CosemObjects.attribute(object(meter, object), name).orElseThrow();
	}

	private static String words(Meter meter, String object, String name) {
		return ValueWords.of(attribute(meter, object, name)).orElseThrow();
	}

	@Test
	void severalMetersImportTheLibrary() throws IOException {
		Compilation compilation = compilation();
		assertEquals(List.of(), problems(compilation).stream().filter(each -> !each.contains("MW-COMP-001")).toList());
		for (String name : List.of("One", "Two")) {
			Meter meter = meter(compilation, name, null);
			assertEquals("main_cover", bitName(object(meter, "tamper").getInterfaceClass()));
			assertEquals("120 s (2 min)", words(meter, "tamper", "hold_off"));
			assertEquals("closed (2): while the cover is closed", words(meter, "tamper", "arming"));
			assertEquals("value x 10^-1 A/m (magnetic field strength)", words(meter, "tamper", "scaler_unit"));
		}
	}

	private static String bitName(InterfaceClass type) {
		return type.getAttributes().get(1).getType().toString().replaceAll(".*\\{ (\\w+) = 0.*", "$1");
	}

	@Test
	void membersAreDescribedLikeTheStandards() throws IOException {
		InterfaceClass type = object(meter(compilation(), "Two", null), "counting").getInterfaceClass();
		assertEquals("Acme tamper: counts too.", type.getDocumentation());
		assertEquals(List.of(-1, 1, 2, 3, 4, 5, 6, 7), type.getAttributes().stream().map(each -> each.getIndex()).toList());
		assertEquals(List.of("clear", "rearm", "arm_after"), type.getMethods().stream().map(each -> each.getName()).toList());
		assertEquals("How often a sensor was set off.", type.getAttributes().getFirst().getDocumentation());
		assertEquals("the result may go", type.getMethods().getLast().getUncertain());
		assertEquals("by_entry", type.getAttributes().get(6).getSelectors().getFirst().getName());
	}

	@Test
	void capturesPushesScriptsAndMonitorsReachThem() throws IOException {
		Meter one = meter(compilation(), "One", null);
		assertEquals("clock.time; tamper.sensors; tamper.field", words(one, "history", "capture_objects"));
		assertTrue(words(one, "tamperPush", "push_object_list").startsWith("tamper.sensors"), words(one, "tamperPush", "push_object_list"));
		assertTrue(words(one, "scripts", "scripts").contains("call tamper.rearm(0); set tamper.hold_off = 300 s (5 min)"), words(one, "scripts", "scripts"));
		assertTrue(words(one, "scripts", "scripts").contains("call tamper.arm_after(180)"), words(one, "scripts", "scripts"));
		assertEquals("tamper.field", words(one, "magnet", "monitored_value"));
		assertEquals("40.0 A/m; 50.0 A/m", words(one, "magnet", "thresholds"));
	}

	@Test
	void rightsReachThem() throws IOException {
		Meter one = meter(compilation(), "One", null);
		Association service = one.getDevices().getFirst().getAssociations().stream().filter(each -> each.getName().equals("service")).findFirst().orElseThrow();
		ObjectListEntry entry = service.getEntries().stream().filter(each -> each.getObject() == object(one, "tamper")).findFirst().orElseThrow();
		assertEquals("1=1 2=1 3=3 4=1 5=1 6=1 7=1", String.join(" ", entry.getRights().attributes().stream().map(each -> "%d=%d".formatted(each.index(), each.mode())).toList()));
		assertEquals(List.of(1), entry.getRights().attributes().get(5).selectors());
		assertEquals("1=1", String.join(" ", entry.getRights().methods().stream().filter(each -> each.mode() != 0).map(each -> "%d=%d".formatted(each.index(), each.mode())).toList()));
	}

	@Test
	void familiesChangeThemAndCompanionsAskForThem() throws IOException {
		Compilation compilation = compilation();
		assertEquals("own (210)", words(meter(compilation, "Two", "noisy"), "tamper", "arming"));
		assertEquals("closed (2): while the cover is closed", words(meter(compilation, "Two", null), "tamper", "arming"));
		List<String> missing = compilation.findings().stream().filter(each -> each.rule().equals("MW-COMP-001")).map(Finding::message).distinct().toList();
		assertEquals(1, missing.size(), missing::toString);
		assertTrue(missing.getFirst().contains("spare") && missing.getFirst().contains("0-9:128.7.0*255"), missing::toString);
	}

	@Test
	void theDesignerIsToldOfDoubtsInHisOwnClasses() throws IOException {
		String called = BASE.replace("grant call on tamper.rearm,", "grant call on tamper.rearm, tamper.arm_after,");
		List<String> doubts = workspace(LIBRARY, called, ONE).compile().findings().stream().filter(each -> each.rule().equals("MW-CLASS-003")).map(Finding::message).toList();
		assertEquals(List.of("tamper (0-0:128.7.0*255) is of AcmeTamper (class 8200) version 0, which the catalogue is not certain of: arm_after() (the result may go)"), doubts);
	}

	/** Without their texts the classes are printed with the meter; the text alone gives the same meter again. */
	@Test
	void thePrinterWritesThem() throws IOException {
		Meter one = meter(compilation(), "One", null);
		String printed = ModelPrinter.standard(new Catalogue()).print(one);
		assertTrue(printed.contains("class AcmeTamper id 8200 version 0 {"), printed);
		assertTrue(printed.contains("method 2 arm_after(double-long-unsigned): boolean optional unit s uncertain \"the result may go\""), printed);
		assertTrue(printed.contains("magnet = 2 \"a magnet is near\""), printed);
		assertTrue(printed.contains("select 1 by_entry: entry_descriptor"), printed);
		Compilation again = workspace(printed).compile();
		assertEquals(List.of(), problems(again));
		assertEquals(Optional.empty(), ModelEquality.difference(one, meter(again, "One", null)));
	}

	/** With their texts the printer imports the namespace instead. */
	@Test
	void thePrinterImportsThem() throws IOException {
		Workspace workspace = workspace(LIBRARY, BASE, ONE);
		Meter one = meter(workspace.compile(), "One", null);
		String printed = ModelPrinter.standard(new Catalogue(List.of(workspace.file("a.cosem").orElseThrow()))).print(one);
		assertTrue(printed.contains("import acme.library.*"), printed);
		assertFalse(printed.contains("class AcmeTamper") || printed.contains("type flux_sample"), printed);
		Compilation again = workspace(LIBRARY, printed.replaceFirst("^namespace acme.one", "namespace acme.again")).compile();
		assertEquals(List.of(), problems(again));
		assertEquals("120 s (2 min)", words(meter(again, "One", null), "tamper", "hold_off"));
	}

	/** An object list that names a maker's class finds its names and types in the maker's text. */
	@Test
	void anImportKnowsThem() throws IOException, ImportException {
		Workspace workspace = workspace(LIBRARY, BASE, ONE);
		Meter one = meter(workspace.compile(), "One", null);
		Association service = one.getDevices().getFirst().getAssociations().stream().filter(each -> each.getName().equals("service")).findFirst().orElseThrow();
		ListFile file = new ListFile("one_0.0.40.0.2.255.hex", ObjectListCodec.encode(service));
		Catalogue catalogue = new Catalogue(List.of(workspace.file("a.cosem").orElseThrow()));
		Meter imported = ObjectListImport.run("Imported", List.of(file), catalogue).meter();
		InterfaceClass type = Stream.of(imported).flatMap(each -> each.getClasses().stream()).filter(each -> each.getClassId() == 8200).findFirst().orElseThrow();
		assertEquals("AcmeTamper", type.getName());
		assertFalse(type.isOpaque());
		String text = ImportedText.of(imported, catalogue);
		assertTrue(text.contains("import acme.library.*") && text.contains(": AcmeTamper version 0 0-0:128.7.0*255"), text);
		assertEquals(List.of(), new ArrayList<>(problems(workspace(LIBRARY, text).compile())));
		Meter blind = ObjectListImport.run("Imported", List.of(file), new Catalogue()).meter();
		assertTrue(blind.getClasses().stream().anyMatch(each -> each.getClassId() == 8200 && each.isOpaque()));
	}

	@Test
	void idsOfOthersAreTold() throws IOException {
		assertEquals(List.of("MW-ID-014", "MW-CLASS-002", "MW-CLASS-001"), List.of(rule(150), rule(40_000), clash()));
	}

	private static String rule(int id) throws IOException {
		return rules("class Own id %d version 0 { 1 logical_name: octet-string(6) static }".formatted(id), "x: Own 0-0:128.0.0*255");
	}

	private static String clash() throws IOException {
		return rules("class Own id 8200 version 0 { 1 logical_name: octet-string(6) static } class Other id 8200 version 0 { 1 logical_name: octet-string(6) static }",
				"x: Own 0-0:128.0.0*255 y: Other 0-0:128.0.1*255");
	}

	private static String rules(String classes, String objects) throws IOException {
		return String.join(" ", workspace("namespace t %s meter m { device management at 1 named \"ACM1\" { %s } }".formatted(classes, objects)).compile().findings().stream()
				.map(Finding::rule).filter(each -> each.startsWith("MW-CLASS") || each.equals("MW-ID-014")).toList());
	}
}
