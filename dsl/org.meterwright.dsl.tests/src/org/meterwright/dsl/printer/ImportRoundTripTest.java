// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.values.ValueTexts;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.objectlist.ImportResult;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.rules.Finding;

/** What is imported and printed is read back as the same meter, which sends the same object lists. */
class ImportRoundTripTest {
	private static final Path SAMPLES = Path.of("../../bundles/org.meterwright.cli.tests/samples/object-lists");
	private static final Catalogue CATALOGUE = new Catalogue();

	private static ImportResult load(List<ListFile> files) {
		try {
			return ObjectListImport.run("Imported", files, CATALOGUE);
		} catch (ImportException e) {
			throw new AssertionError(e);
		}
	}

	private static Compilation compile(Meter meter) throws IOException {
		Workspace workspace = Workspace.open(List.of());
		workspace.put("imported.cosem", ImportedText.of(meter, CATALOGUE));
		return workspace.compile();
	}

	private static List<String> blocking(Compilation compilation) {
		return compilation.findings().stream().filter(Finding::isBlocking).map(finding -> "%d %s %s".formatted(finding.place().line(), finding.rule(), finding.message())).toList();
	}

	private static void assertSame(Meter imported, Compilation compilation) {
		assertEquals(List.of(), blocking(compilation));
		Meter elaborated = compilation.meters().getFirst().model();
		assertEquals(Optional.empty(), ModelEquality.difference(imported, elaborated));
		List<Association> before = imported.getDevices().getFirst().getAssociations();
		List<Association> after = elaborated.getDevices().getFirst().getAssociations();
		for (int i = 0; i < before.size(); i++) {
			assertEquals(ObjectListCodec.encode(before.get(i)).hex(), ObjectListCodec.encode(after.get(i)).hex());
		}
	}

	@ParameterizedTest
	@CsvSource({"KPZ_09054d324d5f31_1.4.15,1 2 3", "102_09054d324d5f33_1.3.7,2 3", "KPZ_09054d324d5f31_1.4.15,3", "KPZ_09054d324d5f31_1.4.15,1"})
	void realMeters(String meter, String associations) throws IOException {
		List<ListFile> files = new ArrayList<>();
		for (String association : associations.split(" ")) {
			Path file = SAMPLES.resolve("%s_0.0.40.0.%s.255.objectlist.hex".formatted(meter, association));
			files.add(new ListFile(file.getFileName().toString(), Bytes.of(Files.readAllBytes(file))));
		}
		ImportResult result = load(files);
		assertSame(result.meter(), compile(result.meter()));
		for (int i = 0; i < files.size(); i++) {
			String sent = new String(files.get(i).content().toArray(), StandardCharsets.US_ASCII);
			assertEquals(Bytes.ofHex(sent), ObjectListCodec.encode(result.meter().getDevices().getFirst().getAssociations().get(i)));
		}
	}

	@Test
	void associationsStayShort() throws IOException {
		Path file = SAMPLES.resolve("KPZ_09054d324d5f31_1.4.15_0.0.40.0.3.255.objectlist.hex");
		String text = ModelPrinter.standard(CATALOGUE).print(load(List.of(new ListFile(file.getFileName().toString(), Bytes.of(Files.readAllBytes(file))))).meter());
		assertTrue(text.lines().filter(line -> line.strip().startsWith("grant") || line.strip().startsWith("deny")).count() < 12, text);
		assertTrue(text.lines().noneMatch(line -> line.strip().startsWith("entry")), text);
		assertTrue(text.contains("activeImportEnergyRate[n in rate]: Register 1-0:1.8.{n}*255 like activeImportEnergyBilling101"), text);
		assertTrue(text.contains("eventLog[n in eventLogNumber]: ProfileGeneric version 1 0-0:99.98.{n}*255 { buffer: in call eventLogBuffer }"), text);
		assertTrue(text.contains("scaler_unit = 10^0 Wh"), text);
		assertEquals(List.of("// clock", "// identification", "// energy", "// power and demand", "// voltage, current and power quality", "// tariffs, calendars and schedules", "// profiles",
				"// events, status and counters", "// supply control", "// communication", "// access and security", "// firmware", "// the maker's own and others"),
				text.lines().map(String::strip).filter(line -> line.startsWith("//")).toList());
		assertTrue(text.lines().allMatch(line -> line.length() <= 140), text);
	}

	/** How long the texts of two real meters are: lines that are not empty, for each object. */
	@ParameterizedTest
	@CsvSource({"KPZ_09054d324d5f31_1.4.15,1 2 3,1.7", "102_09054d324d5f33_1.3.7,2 3,1.65"})
	void textsStayShort(String meter, String associations, double most) throws IOException {
		List<ListFile> files = new ArrayList<>();
		for (String association : associations.split(" ")) {
			Path file = SAMPLES.resolve("%s_0.0.40.0.%s.255.objectlist.hex".formatted(meter, association));
			files.add(new ListFile(file.getFileName().toString(), read(file)));
		}
		Meter model = load(files).meter();
		long lines = ImportedText.of(model, CATALOGUE).lines().filter(line -> !line.isBlank()).count();
		int objects = model.getDevices().getFirst().getObjects().size();
		assertTrue(lines <= most * objects, "%d lines for %d objects".formatted(lines, objects));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			maker's class                 | 122328 1100 0906 0000800000FF 0202 0102 0203 0F01 1601 00 0203 0F09 1603 00 0101 0202 0F03 1601
			negative ids                  | 122328 1100 0906 0000800000FF 0202 0102 0203 0F01 1601 00 0203 0FFF 1601 00 0101 0202 0FFE 1601
			odd version                   | 120007 1109 0906 0100630100FF 0202 0102 0203 0F01 1601 00 0203 0F02 1601 0102 0F01 0F02 0100
			more attributes               | 120003 1100 0906 0100010800FF 0202 0103 0203 0F01 1601 00 0203 0F02 1601 00 0203 0F0C 1603 00 0101 0202 0F07 1601
			fewer attributes              | 120003 1100 0906 0100010800FF 0202 0101 0203 0F02 1601 00 0100
			no attributes                 | 120003 1100 0906 0100010800FF 0202 0100 0100
			other order                   | 120003 1100 0906 0100010800FF 0202 0103 0203 0F03 1601 00 0203 0F02 1601 00 0203 0F01 1601 00 0101 0202 0F01 1600
			authenticated modes           | 120003 1100 0906 0100010800FF 0202 0103 0203 0F01 1604 00 0203 0F02 1606 00 0203 0F03 1605 00 0101 0202 0F01 1602
			no access at all              | 120003 1100 0906 0100010800FF 0202 0103 0203 0F01 1600 00 0203 0F02 1600 00 0203 0F03 1600 00 0101 0202 0F01 1600
			selectors of a class without  | 120003 1100 0906 0100010800FF 0202 0103 0203 0F01 1601 00 0203 0F02 1601 0101 0F05 0203 0F03 1601 00 0101 0202 0F01 1600
			selector of the unreadable    | 120007 1101 0906 0100630100FF 0202 0102 0203 0F01 1601 00 0203 0F02 1602 0101 0F01 0100
			writable constants            | 120014 1100 0906 00000D0000FF 0202 0103 0203 0F01 1601 00 0203 0F06 1603 00 0203 0F0A 1603 00 0100
			writable strings and arrays   | 12000B 1100 0906 00000B0000FF 0202 0102 0203 0F01 1601 00 0203 0F02 1603 00 0100
			secret that can be written    | 12000F 1101 0906 0000280007FF 0202 0102 0203 0F01 1601 00 0203 0F07 1602 00 0101 0202 0F02 1602
			reserved words as names       | 120001 1100 0906 00002A0000FF 0202 0102 0203 0F01 1601 00 0203 0F02 1603 00 0100
			""")
	void oddElements(String what, String element) throws IOException {
		String own = "0204 12000F 1101 0906 0000280002FF 0202 0101 0203 0F01 1601 00 0101 0202 0F01 1600";
		for (String list : List.of("0102 %s 0204 %s".formatted(own, element), "0103 0204 %s %s 0204 %s".formatted(element, own, element), "0101 0204 %s".formatted(element))) {
			ImportResult result = load(List.of(new ListFile("a_0.0.40.0.2.255.hex", Bytes.of(list.getBytes(StandardCharsets.US_ASCII)))));
			assertSame(result.meter(), compile(result.meter()));
			assertEquals(Bytes.ofHex(list), ObjectListCodec.encode(result.meter().getDevices().getFirst().getAssociations().getFirst()), what);
		}
	}

	@ParameterizedTest
	@CsvSource({"00,0301", "02,1601", "03,161D"})
	void otherAssociationVersions(String version, String method) throws IOException {
		String list = "0102 0204 12000F 11%s 0906 0000280002FF 0202 0101 0203 0F01 1601 00 0101 0202 0F01 %s".formatted(version, method)
				+ "0204 120003 1100 0906 0100010800FF 0202 0102 0203 0F01 1601 00 0203 0F02 16%s 00 0101 0202 0F01 %s".formatted("03".equals(version) ? "7D" : "03", method);
		ImportResult result = load(List.of(new ListFile("a_0.0.40.0.2.255.hex", Bytes.of(list.getBytes(StandardCharsets.US_ASCII)))));
		assertSame(result.meter(), compile(result.meter()));
		assertEquals(Bytes.ofHex(list), ObjectListCodec.encode(result.meter().getDevices().getFirst().getAssociations().getFirst()));
	}

	@Test
	void whatARuleLetsAMeterDoIsAccepted() throws IOException {
		String list = "0101 0204 120001 1100 0906 0000010000FF 0202 0102 0203 0F01 1601 00 0203 0F02 1601 00 0100";
		ImportResult result = load(List.of(new ListFile("a_0.0.40.0.2.255.hex", Bytes.of(list.getBytes(StandardCharsets.US_ASCII)))));
		assertSame(result.meter(), compile(result.meter()));
		assertEquals("MW-ID-002", result.meter().getAcceptances().getFirst().getRule());
		assertTrue(ImportedText.of(result.meter(), CATALOGUE).contains("accept MW-ID-002 on clock \"as read from the meter\""));
	}

	@Test
	void valuesAreWrittenForPeople() {
		Path file = SAMPLES.resolve("KPZ_09054d324d5f31_1.4.15_0.0.40.0.3.255.objectlist.hex");
		ImportResult result = load(List.of(new ListFile(file.getFileName().toString(), read(file))));
		Attribute scaler = result.meter().getDevices().getFirst().getObjects().stream().filter(object -> object.getName().equals("voltage")).findFirst()
				.flatMap(object -> CosemObjects.attribute(object, "scaler_unit")).orElseThrow();
		assertEquals(Optional.of("10^0 V"), ValueTexts.of(scaler));
	}

	private static Bytes read(Path file) {
		try {
			return Bytes.of(Files.readAllBytes(file));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void anEmptyList() throws IOException {
		ImportResult result = load(List.of(new ListFile("a_0.0.40.0.2.255.hex", Bytes.ofHex("0100"))));
		assertSame(result.meter(), compile(result.meter()));
	}

	@Test
	void damagedListsGiveTextsThatParse() throws IOException {
		Path file = SAMPLES.resolve("KPZ_09054d324d5f31_1.4.15_0.0.40.0.1.255.objectlist.hex");
		byte[] whole = Bytes.ofHex(Files.readString(file)).toArray();
		Random random = new Random(5);
		int compiled = 0;
		for (int i = 0; i < 150; i++) {
			byte[] octets = whole.clone();
			for (int changes = random.nextInt(3); changes >= 0; changes--) {
				octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
			}
			try {
				ImportResult result = ObjectListImport.run("Imported", List.of(new ListFile("a_0.0.40.0.1.255", Bytes.of(octets))), CATALOGUE);
				Compilation compilation = compile(result.meter());
				assertEquals(List.of(), blocking(compilation).stream().filter(each -> each.contains("MW-LANG")).toList());
				compiled++;
			} catch (ImportException e) {
				assertTrue(e.getMessage().startsWith("a_0.0.40.0.1.255:1: octet "), e.getMessage());
			}
		}
		assertTrue(compiled > 10, "only %d lists could be read".formatted(compiled));
	}
}
