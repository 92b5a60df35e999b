// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other tools become text that checks, and bad ones one sentence. */
class ImportOtherToolsTest {
	private static final String OBJECTS = """
			<?xml version="1.0" encoding="utf-8"?>
			<Objects>
			  <GXDLMSData><LN>0.0.42.0.0.255</LN><Description>Logical device name</Description><Access>11</Access><Value Type="9" UIType="10">ABC12345</Value></GXDLMSData>
			  <Object Type="3"><LN>1.0.1.8.0.255</LN><Access>111</Access><MethodAccess>1</MethodAccess><Unit>30</Unit><Scaler>0.01</Scaler><Value Type="6">1234</Value></Object>
			  <GXDLMSClock><LN>0.0.1.0.0.255</LN><Access>133111111</Access><TimeZone>60</TimeZone><Deviation>60</Deviation><Enabled>0</Enabled></GXDLMSClock>
			  <GXDLMSProfileGeneric><LN>1.0.99.1.0.255</LN><Version>1</Version><Access>11111111</Access><CaptureObjects>
			    <Item><ObjectType>8</ObjectType><LN>0.0.1.0.0.255</LN><Attribute>2</Attribute></Item>
			    <Item><ObjectType>3</ObjectType><LN>1.0.1.8.0.255</LN><Attribute>2</Attribute></Item>
			  </CaptureObjects><CapturePeriod>900</CapturePeriod><SortMethod>1</SortMethod><ProfileEntries>100</ProfileEntries></GXDLMSProfileGeneric>
			  <GXDLMSCustom9000><LN>0.0.94.44.1.255</LN><Access>11</Access></GXDLMSCustom9000>
			  <GXDLMSAssociationLogicalName><LN>0.0.40.0.2.255</LN><Version>1</Version><Access>11111111</Access><ClientSAP>48</ClientSAP><Secret>74 6F 70 73 65 63 72 65 74</Secret><ObjectList>
			    <GXDLMSData><LN>0.0.42.0.0.255</LN><Access>11</Access></GXDLMSData>
			    <GXDLMSRegister><LN>1.0.1.8.0.255</LN><Access>111</Access><MethodAccess>1</MethodAccess></GXDLMSRegister>
			    <GXDLMSClock><LN>0.0.1.0.0.255</LN><Access>133111111</Access><MethodAccess>000000</MethodAccess></GXDLMSClock>
			    <GXDLMSProfileGeneric><LN>1.0.99.1.0.255</LN><Access>11111111</Access><MethodAccess>00</MethodAccess></GXDLMSProfileGeneric>
			  </ObjectList></GXDLMSAssociationLogicalName>
			</Objects>
			""";
	private static final String DEVICE = """
			<ArrayOfGXDLMSDevice xmlns="Gurux1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><GXDLMSDevice>
			  <Name>m</Name><ClientAddress>32</ClientAddress><Password>cGFzc3dvcmQ=</Password><BlockCipherKey>000102030405060708090A0B0C0D0E0F</BlockCipherKey>
			  <Objects2><GXDLMSObject xsi:type="GXDLMSRegister"><LogicalName>1.0.1.8.0.255</LogicalName><Version>0</Version><Attributes>
			    <Item><Name>Value</Name><Index>2</Index><Type>UInt32</Type><Access>Read</Access></Item><Item><Index>3</Index><Access3>8001</Access3></Item>
			  </Attributes></GXDLMSObject></Objects2></GXDLMSDevice></ArrayOfGXDLMSDevice>
			""";
	private static final String TABLE = """
			Objects of the demo meter;;;;;;;;
			Class;Version;OBIS code;Attribute;Type;Default;Object;Public client (client 16);Supplier (client 1)
			1;0;0-0:42.0.0*255;2;octet-string(16);ABC12345;ldn;R;R
			3;0;1-0:1.8.0*255;2;double-long-unsigned;;importTotal;R;R
			3;0;1-0:1.8.0*255;3;;axdr:02020F00161E;importTotal;R;R
			3;0;1-0:1.8.0*255;m1;;;importTotal;;X
			8;0;0-0:1.0.0*255;2;;;"clock";R;R/W
			8;0;0-0:1.0.0*255;3;long;60;clock;R;R
			""";
	@TempDir
	private Path folder;

	private CliRun run(String format, Path file, Object... more) {
		Object[] arguments = new Object[more.length + 6];
		System.arraycopy(new Object[] { "import", format, file, "-o", folder.resolve("meter.cosem"), "--overwrite" }, 0, arguments, 0, 6);
		System.arraycopy(more, 0, arguments, 6, more.length);
		return CliRun.of(arguments);
	}

	private String text(String format, String name, byte[] content, Object... more) throws IOException {
		CliRun run = run(format, Files.write(folder.resolve(name), content), more);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		CliRun check = CliRun.of("check", folder.resolve("meter.cosem"));
		assertFalse(check.results().contains(" error "), check.toString());
		return Files.readString(folder.resolve("meter.cosem"));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void objectXmlBecomesText() throws IOException {
		String text = text("gurux", "objects.xml", utf8("\uFEFF" + OBJECTS));
		assertTrue(text.contains("scaler_unit = 10^-2 Wh"), text);
		assertTrue(text.contains("capture clock.time, activeImportEnergy.value"), text);
		assertTrue(text.contains("capture_period = 15 min"), text);
		assertTrue(text.contains("time_zone = 60 min"), text);
		assertTrue(text.contains("class MakerClass9000Version0 id 9000 version 0"), text);
		assertTrue(text.contains("client 48 to management 0-0:40.0.2*255"), text);
		assertTrue(text.contains("grant write on clock.time"), text);
		assertFalse(text.contains("746F70"), text);
		assertFalse(text.contains("topsecret"), text);
	}

	@Test
	void deviceFilesBecomeTextWithoutTheirKeys() throws IOException {
		String text = text("gurux", "device.gxc", utf8(DEVICE));
		assertTrue(text.contains("client 32 to management"), text);
		assertTrue(text.contains("activeImportEnergy: Register 1-0:1.8.0*255"), text);
		assertFalse(text.toUpperCase(java.util.Locale.ROOT).contains("00010203"), text);
		assertFalse(text.contains("cGFzc3dvcmQ"), text);
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8,;", "UTF-16LE,;", "UTF-8,','", "UTF-8,'\t'" })
	void tablesBecomeText(String charset, String separator) throws IOException {
		String csv = TABLE.replace(";", separator).replace("\n", "\r\n");
		String text = text("table", "t.csv", ("UTF-8".equals(charset) ? csv : "\uFEFF" + csv).getBytes(Charset.forName(charset)));
		assertMeter(text);
	}

	private static void assertMeter(String text) {
		assertTrue(text.contains("importTotal: Register 1-0:1.8.0*255"), text);
		assertTrue(text.contains("scaler_unit = 10^0 Wh"), text);
		assertTrue(text.contains("time_zone = 60 min"), text);
		assertTrue(text.contains("client 16 to management 0-0:40.0.1*255"), text);
		assertTrue(text.contains("client 1 to management 0-0:40.0.2*255"), text);
		assertTrue(text.contains("grant call on importTotal.reset"), text);
		assertTrue(text.contains("grant write on clock.time"), text);
	}

	@Test
	void workbooksBecomeText() throws IOException {
		assertMeter(text("table", "t.xlsx", workbook(sheet())));
	}

	/** Numbers are cells of their own kind, texts stand in the cell. */
	private static String sheet() {
		StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
		String[] rows = TABLE.replace("\"", "").split("\n");
		for (int i = 0; i < rows.length; i++) {
			sheet.append("<row r=\"%d\">".formatted(i + 1));
			String[] cells = rows[i].split(";");
			for (int j = 0; j < cells.length; j++) {
				String place = "%c%d".formatted('A' + j, i + 1);
				if (cells[j].matches("\\d+")) {
					sheet.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cells[j]));
				} else if (!cells[j].isEmpty()) {
					sheet.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, cells[j]));
				}
			}
			sheet.append("</row>");
		}
		return sheet.append("</sheetData></worksheet>").toString();
	}

	private static byte[] workbook(String sheet) throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets)) {
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			zip.write(utf8(sheet));
		}
		return octets.toByteArray();
	}

	@Test
	void columnsMayBeCalledOtherwise() throws IOException {
		String csv = "IK,Kode,Feld,Kunde,Rest\n3,1-0:1.8.0*255,2,R,x\n";
		String text = text("table", "t.csv", utf8(csv), "--column", "class_id=IK", "--column", "logical_name=Kode", "--column", "attribute=Feld", "--column", "client 5=Kunde");
		assertTrue(text.contains("client 5 to management"), text);
		assertFalse(text.contains("40.0.2"), text);
	}

	@Test
	void companionsNameObjects() throws IOException {
		String csv = "class,obis,attribute,client 1\n70,0-0:96.3.10*255,2,R\n";
		assertTrue(text("table", "t.csv", utf8(csv), "--conforms", "gbcs.v4.esme").contains("supply: DisconnectControl"));
		CliRun run = run("table", folder.resolve("t.csv"), "--conforms", "nobody.knows");
		assertEquals(ExitCode.USAGE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().contains("no such companion"), run.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no xml", "<Objects>", "<Objects></Objects>", "<Objects><GXDLMSData><LN>1.0.1.8.0.255</LN>", "<?xml version=\"1.0\" encoding=\"klingon\"?><Objects/>", "<?xml version=\"1.0\" encoding=\"utf-16\"?><Objects/>x",
			"<!DOCTYPE Objects [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Objects><GXDLMSData><LN>1.0.1.8.0.255</LN><Description>&e;</Description></GXDLMSData></Objects>",
			"<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Objects>&b;</Objects>" })
	void badXmlIsToldInOneSentence(String content) throws IOException {
		assertRefused(run("gurux", Files.writeString(folder.resolve("bad.xml"), content)), "bad.xml");
	}

	private void assertRefused(CliRun run, String file) {
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().startsWith("%s:".formatted(folder.resolve(file).toString().replace('\\', '/'))), run.toString());
		assertTrue(run.lastNote().endsWith(". Nothing was written."), run.toString());
		assertFalse(run.lastNote().contains("Exception"), run.toString());
		assertFalse(Files.exists(folder.resolve("meter.cosem")));
	}

	@Test
	void elementsWithoutEndAreRefused() throws IOException {
		assertRefused(run("gurux", Files.writeString(folder.resolve("bad.xml"), "<a>".repeat(100_000))), "bad.xml");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a,b\n1,2\n", "class,obis,attribute\n", "class,obis,attribute\n3,\"1-0:1.8.0*255,2\n", "class,obis,attribute\nx,y,z\n", "PK\u0003\u0004 cut off" })
	void badTablesAreToldInOneSentence(String content) throws IOException {
		assertRefused(run("table", Files.writeString(folder.resolve("bad.csv"), content)), "bad.csv");
	}

	@Test
	void otherEncodingsAreToldWithTheirLine() throws IOException {
		byte[] latin = "class,obis,attribute\n3,1-0:1.8.0*255,2\n3,1-0:1.8.0*255,2 Zähler\n".getBytes(StandardCharsets.ISO_8859_1);
		CliRun run = run("table", Files.write(folder.resolve("bad.csv"), latin));
		assertRefused(run, "bad.csv");
		assertTrue(run.lastNote().contains("bad.csv:3: this is no UTF-8"), run.toString());
	}

	@Test
	void rowsThatAreNotUnderstoodAreTold() throws IOException {
		String csv = "class,obis,attribute,type,value,client 1\n3,1.8.0,2,,,R\n3,1-0:1.8.0*255,0,,,R\n3,1-0:1.8.0*255,2,unsinned,,maybe\n1,0-0:96.1.0*255,2,unsigned,300,R\n";
		CliRun run = run("table", Files.writeString(folder.resolve("t.csv"), csv));
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		assertEquals(5, run.results().lines().filter(line -> line.contains("MW-IMP-020")).count(), run.toString());
	}

	/** Whatever is cut off or changed, there is a text or a sentence. */
	@ParameterizedTest
	@CsvSource({ "gurux,o.xml", "table,t.csv", "table,t.xlsx" })
	void damagedFilesNeverBreakTheProgram(String format, String name) throws IOException {
		byte[] whole = name.endsWith("xml") ? utf8(OBJECTS) : name.endsWith("csv") ? utf8(TABLE) : workbook(sheet());
		Random random = new Random(7);
		for (int i = 0; i < 60; i++) {
			byte[] octets = java.util.Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
			for (int changes = random.nextInt(4); changes > 0 && octets.length > 0; changes--) {
				octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
			}
			CliRun run = run(format, Files.write(folder.resolve(name), octets));
			assertTrue(run.exitCode() == ExitCode.FINE || run.exitCode() == ExitCode.FAILURE && run.lastNote().endsWith(" Nothing was written."), run.toString());
			assertFalse(run.lastNote().contains("report"), run.toString());
		}
	}
}
