// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportFinding;

class ObjectListImportTest {
	/** Association LN version 1 at 0-0:40.0.2, readable logical_name. */
	private static final String OWN = "0204 12000F 1101 0906 0000280002FF 0202 0101 0203 0F01 1601 00 0101 0202 0F01 1600";
	private static final String REGISTER = "0204 120003 1100 0906 0100010800FF 0202 0103 0203 0F01 1601 00 0203 0F02 1601 00 0203 0F03 1601 00 0101 0202 0F01 1600";

	private static ImportResult load(String name, String hex) throws ImportException {
		return ObjectListImport.run("m", List.of(file(name, hex)), new TestCatalogue());
	}

	private static ListFile file(String name, String text) {
		return new ListFile(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String list(String... elements) {
		return "01%02X%s".formatted(elements.length, String.join("", elements));
	}

	private static List<String> rules(ImportResult result) {
		return result.findings().stream().filter(ImportFinding::warning).map(ImportFinding::rule).toList();
	}

	private static Association only(ImportResult result) {
		return result.meter().getDevices().getFirst().getAssociations().getFirst();
	}

	@ParameterizedTest
	@CsvSource({"KPZ_09054d324d5f31_1.4.15,1 2 3", "102_09054d324d5f33_1.3.7,2 3"})
	void realListsAreSentAgainByteForByte(String meter, String associations) throws Exception {
		List<ListFile> files = Arrays.stream(associations.split(" ")).map(n -> sample("%s_0.0.40.0.%s.255.objectlist.hex".formatted(meter, n))).toList();
		ImportResult result = ObjectListImport.run("m", files, new TestCatalogue());
		List<Association> imported = result.meter().getDevices().getFirst().getAssociations();
		assertEquals(files.size(), imported.size());
		for (int i = 0; i < files.size(); i++) {
			Bytes sent = Bytes.ofHex(new String(files.get(i).content().toArray(), StandardCharsets.US_ASCII));
			assertEquals(sent.hex(), ObjectListCodec.encode(imported.get(i)).hex());
		}
		assertFalse(rules(result).contains("MW-IMP-008"));
		List<String> names = result.meter().getDevices().getFirst().getObjects().stream().map(CosemObject::getName).toList();
		assertEquals(names.size(), new HashSet<>(names).size());
	}

	private static ListFile sample(String name) {
		try {
			return new ListFile(name, Bytes.of(Files.readAllBytes(Path.of("../org.meterwright.cli.tests/samples/object-lists", name))));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void namesAreReadableAndStable() throws Exception {
		ImportResult once = ObjectListImport.run("m", List.of(sample("KPZ_09054d324d5f31_1.4.15_0.0.40.0.1.255.objectlist.hex"),
				sample("KPZ_09054d324d5f31_1.4.15_0.0.40.0.3.255.objectlist.hex")), new TestCatalogue());
		ImportResult turned = ObjectListImport.run("m", List.of(sample("KPZ_09054d324d5f31_1.4.15_0.0.40.0.3.255.objectlist.hex"),
				sample("KPZ_09054d324d5f31_1.4.15_0.0.40.0.1.255.objectlist.hex")), new TestCatalogue());
		assertEquals(Optional.empty(), ModelEquality.difference(once.meter(), turned.meter()));
		List<CosemObject> objects = once.meter().getDevices().getFirst().getObjects();
		assertEquals("activeImportEnergy", name(objects, "1-0:1.8.0*255"));
		assertEquals("activeImportEnergyRate[2]", name(objects, "1-0:1.8.2*255"));
		assertEquals("voltage", name(objects, "1-0:12.7.0*255"));
		assertEquals("clock", name(objects, "0-0:1.0.0*255"));
		assertEquals("eventLog[3]", name(objects, "0-0:99.98.3*255"));
	}

	private static String name(List<CosemObject> objects, String logicalName) {
		return objects.stream().filter(object -> object.getLogicalName().equals(LogicalName.valueOf(logicalName))).findFirst().orElseThrow().getName();
	}

	@Test
	void rightsAndSelectorsAreExactlyThoseRead() throws Exception {
		String profile = "0204 120007 1101 0906 0100630100FF 0202 0102 0203 0F02 1605 0102 0F01 0F02 0203 0F01 1600 00 0102 0202 0F02 1602 0202 0F01 1601";
		ImportResult result = load("x_0.0.40.0.2.255.hex", list(OWN, profile));
		assertEquals(List.of(), rules(result));
		assertEquals(list(OWN, profile).replace(" ", ""), ObjectListCodec.encode(only(result)).hex());
		assertEquals(6, only(result).getEntries().get(1).getRights().attributes().getFirst().mode());
		assertEquals(LogicalName.valueOf("0-0:40.0.2*255"), only(result).getObject().getLogicalName());
		assertEquals(32, only(result).getClientSap());
	}

	@Test
	void hexMayBeSpacedPrefixedOrBinaryAndFollowAResponseHeader() throws Exception {
		Bytes plain = Bytes.ofHex(list(OWN, REGISTER));
		String spaced = "\uFEFF" + plain.hex().replaceAll("(..)", "0x$1\r\n");
		for (ListFile file : List.of(file("a_0.0.40.0.2.255", spaced), file("a_0.0.40.0.2.255", plain.hex().toLowerCase(Locale.ROOT)),
				new ListFile("a_0.0.40.0.2.255", plain), file("a_0.0.40.0.2.255", "C401C100" + plain.hex()), file("a_0.0.40.0.2.255", "E6E700C4018100" + plain.hex()))) {
			ImportResult result = ObjectListImport.run("m", List.of(file), new TestCatalogue());
			assertEquals(plain, ObjectListCodec.encode(only(result)));
			assertEquals(List.of(), rules(result));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''           | a.hex:1: the file is empty
			zz           | a.hex:1: column 1: 'z' is no hex digit
			01 0         | a.hex:1: column 4: half an octet
			'01\n 01 0g' | a.hex:2: column 6: 'g' is no hex digit
			0204         | a.hex:1: octet 0: 02 is no array
			01           | a.hex:1: octet 1: 1 octet expected, only 0 left; the list is damaged or cut off
			010102       | a.hex:1: octet 3
			010102041200 | a.hex:1: octet 2
			C402C1000000 | a.hex:1: octet 0: this is one block
			C401C10103   | a.hex:1: octet 0: C4 is no array
			0180         | a.hex:1: octet 1: 80 is no length
			0101020412000307 | a.hex:1: octet 7: 7 is no tag
			'caf\u00e9'  | a.hex:1: column 4
			""")
	void brokenFilesGetOneSentence(String text, String message) {
		ImportException problem = assertThrows(ImportException.class, () -> load("a.hex", text.replace("\\n", "\n")));
		assertTrue(problem.getMessage().startsWith(message), problem.getMessage());
	}

	@Test
	void unknownClassesAndVersionsBecomeOpaque() throws Exception {
		String maker = "0204 122328 1102 0906 0000800000FF 0202 0102 0203 0F01 1601 00 0203 0F09 1603 00 0101 0202 0F03 1601";
		String odd = "0204 120007 1105 0906 0100630100FF 0202 0102 0203 0F01 1601 00 0203 0F02 1601 00 0100";
		String more = "0204 120003 1100 0906 0100010800FF 0202 0102 0203 0F02 1601 00 0203 0FFF 1603 00 0101 0202 0F81 1601";
		ImportResult result = load("x_0.0.40.0.2.255.hex", list(OWN, maker, odd, more));
		assertEquals(List.of("MW-IMP-003", "MW-IMP-002", "MW-IMP-001"), rules(result));
		assertEquals(list(OWN, maker, odd, more).replace(" ", ""), ObjectListCodec.encode(only(result)).hex());
		List<InterfaceClass> classes = result.meter().getClasses();
		assertEquals(List.of("RegisterExtended", "ProfileGenericVersion5", "AssociationLN", "MakerClass9000Version2"), classes.stream().map(InterfaceClass::getName).toList());
		assertEquals(List.of(true, true, false, true), classes.stream().map(InterfaceClass::isOpaque).toList());
		assertEquals("attribute_minus_1", CosemObjects.definition(classes.getFirst(), -1).orElseThrow().getName());
	}

	@Test
	void duplicatesWrongCountsAndTrailingOctetsAreFindings() throws Exception {
		ImportResult twice = load("x_0.0.40.0.2.255.hex", list(OWN, REGISTER, REGISTER));
		assertEquals(List.of("MW-IMP-004"), rules(twice));
		assertEquals(3, only(twice).getEntries().size());
		ImportResult fewer = load("x_0.0.40.0.2.255.hex", "0107" + OWN + REGISTER);
		assertEquals(List.of("MW-IMP-006", "MW-IMP-008"), rules(fewer));
		ImportResult more = load("x_0.0.40.0.2.255.hex", "0101" + OWN + REGISTER);
		assertEquals(List.of("MW-IMP-006", "MW-IMP-008"), rules(more));
		assertEquals(2, only(more).getEntries().size());
		ImportResult trailing = load("x_0.0.40.0.2.255.hex", list(OWN) + "0000");
		assertEquals(List.of("MW-IMP-007", "MW-IMP-008"), rules(trailing));
		ImportResult empty = load("x_0.0.40.0.2.255.hex", "0100");
		assertEquals(List.of("MW-IMP-012"), rules(empty));
		assertEquals("0100", ObjectListCodec.encode(only(empty)).hex());
	}

	@Test
	void oddCodingsOfRightsAreUnderstoodAndNoted() throws Exception {
		ImportResult bool = load("x_0.0.40.0.2.255.hex", list(OWN.replace("0202 0F01 1600", "0202 0F01 0301")));
		assertEquals(List.of("MW-IMP-008"), rules(bool));
		assertTrue(bool.findings().stream().anyMatch(finding -> finding.message().contains("are not coded as Association LN version 1")));
		ImportResult mode = load("x_0.0.40.0.2.255.hex", list(OWN.replace("1601 00 0101", "1609 00 0101")));
		assertEquals(List.of("MW-IMP-013", "MW-IMP-008"), rules(mode));
		ImportResult junk = load("x_0.0.40.0.2.255.hex", list(OWN, "0202 00 00", "0204 120003 1100 0906 0100010800FF 0202 0102 00 0203 0F02 0301 00 0102 00 0202 00 00"));
		assertTrue(rules(junk).contains("MW-IMP-005"));
		assertEquals(2, only(junk).getEntries().size());
	}

	@Test
	void versionZeroCodesMethodsAsBoolean() throws Exception {
		String own = OWN.replace("1101 0906", "1100 0906").replace("0202 0F01 1600", "0202 0F01 0301");
		ImportResult result = load("x_0.0.40.0.2.255.hex", list(own));
		assertEquals(List.of(), rules(result));
		assertEquals(0, only(result).getObject().getInterfaceClass().getVersion());
		assertEquals(list(own).replace(" ", ""), ObjectListCodec.encode(only(result)).hex());
	}

	@Test
	void associationsAreToldByNameOptionOrPlace() throws Exception {
		ImportResult result = ObjectListImport.run("m", List.of(file("a.hex", list(REGISTER)), file("meter_0-0.40.0.1-255.hex", list(REGISTER)),
				new ListFile("c.hex", file("", list(REGISTER)).content(), Optional.of(LogicalName.valueOf("0-0:40.0.5*255")))), new TestCatalogue());
		List<Association> associations = result.meter().getDevices().getFirst().getAssociations();
		assertEquals(List.of("0-0:40.0.1*255", "0-0:40.0.2*255", "0-0:40.0.5*255"), associations.stream().map(a -> a.getObject().getLogicalName().toString()).sorted().toList());
		assertEquals(List.of(16, 32, 80), associations.stream().map(Association::getClientSap).toList());
		assertEquals(1, result.findings().stream().filter(finding -> finding.rule().equals("MW-IMP-009")).count());
		assertThrows(ImportException.class,
				() -> ObjectListImport.run("m", List.of(file("0.0.40.0.1.255.a", list(REGISTER)), file("0.0.40.0.1.255.b", list(REGISTER))), new TestCatalogue()));
	}

	@Test
	void differentVersionsOfOneObjectAreNoted() throws Exception {
		ImportResult result = ObjectListImport.run("m", List.of(file("0.0.40.0.2.255", list(OWN, REGISTER)), file("0.0.40.0.3.255", list(REGISTER.replace("1100", "1101")))),
				new TestCatalogue());
		assertEquals(List.of("MW-IMP-010", "MW-IMP-008"), rules(result));
	}

	@Test
	void noInputEverCrashesTheImport() {
		Bytes whole = Bytes.ofHex(list(OWN, REGISTER, REGISTER));
		Random random = new Random(11);
		for (int i = 0; i < 3000; i++) {
			byte[] octets = Arrays.copyOf(whole.toArray(), random.nextInt(whole.length()) + 1);
			for (int changes = random.nextInt(4); changes > 0; changes--) {
				octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
			}
			importOrRefuse(Bytes.of(octets));
		}
	}

	private static void importOrRefuse(Bytes octets) {
		for (ListFile file : List.of(new ListFile("a", octets), new ListFile("a", Bytes.of(octets.hex().getBytes(StandardCharsets.US_ASCII))))) {
			try {
				ImportResult result = ObjectListImport.run("m", List.of(file), new TestCatalogue());
				boolean same = Stream.of(result).allMatch(each -> ObjectListCodec.encode(only(each)).equals(octets));
				assertEquals(same, result.findings().stream().noneMatch(finding -> finding.rule().equals("MW-IMP-008")));
			} catch (ImportException e) {
				assertTrue(e.getMessage().startsWith("a:1: "), e.getMessage());
			}
		}
	}
}
