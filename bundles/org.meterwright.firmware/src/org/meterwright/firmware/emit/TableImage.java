// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.Setters;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;

/**
 * The tables as an image that firmware loads: a header of 64 octets with the model id (SHA-256 of what is behind the header), a directory, and
 * the tables, each at an address that 4 divides; everything little-endian. mw_loader.h reads it.
 */
final class TableImage {
	private static final long MAGIC = 0x4D57494DL;
	private static final int VERSION = 1;
	private static final int HEADER = 64;
	private static final int ENTRY = 12;
	private static final int UNIT = 4;
	private static final int ROOT = 0xFF;
	/** Octets that the checksum does not cover: magic, versions, length and itself. */
	private static final int UNCHECKED = 16;

	private final TableLayout layout;
	private final Tables tables;

	private TableImage(TableLayout layout, Tables tables) {
		this.layout = layout;
		this.tables = tables;
	}

	/** Makes the image of a meter. */
	static Bytes of(TableLayout layout, Tables tables) {
		return new TableImage(layout, tables).image();
	}

	/** Returns a number for the names and the order of the firmware's functions. */
	static long handlersId(TableLayout layout) {
		CRC32 sum = new CRC32();
		layout.setters().forEach(setter -> sum.update(String.valueOf(setter.map(Setters.Setter::number)).getBytes(StandardCharsets.UTF_8)));
		layout.handlers().forEach(handler -> sum.update("%s\n".formatted(handler).getBytes(StandardCharsets.UTF_8)));
		return sum.getValue();
	}

	private Bytes image() {
		byte[] body = body();
		ByteArrayOutputStream checked = new ByteArrayOutputStream();
		checked.writeBytes(digest(body));
		number(checked, handlersId(layout), 4);
		number(checked, sections().size(), 2);
		number(checked, layout.handlers().size(), 2);
		number(checked, layout.logSize(), 4);
		number(checked, 0, 4);
		checked.writeBytes(body);
		CRC32 sum = new CRC32();
		sum.update(checked.toByteArray());
		ByteArrayOutputStream image = new ByteArrayOutputStream();
		number(image, MAGIC, 4);
		number(image, VERSION, 2);
		number(image, Tables.LAYOUT, 2);
		number(image, UNCHECKED + (long) checked.size(), 4);
		number(image, sum.getValue(), 4);
		image.writeBytes(checked.toByteArray());
		return Bytes.of(image.toByteArray());
	}

	/** Returns the directory and the tables behind it. */
	private byte[] body() {
		Map<Integer, byte[]> sections = sections();
		ByteArrayOutputStream directory = new ByteArrayOutputStream();
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		int begin = HEADER + ENTRY * sections.size();
		sections.forEach((section, octets) -> {
			number(directory, section, 4);
			number(directory, begin + (long) content.size(), 4);
			number(directory, octets.length, 4);
			content.writeBytes(octets);
			content.writeBytes(new byte[-octets.length & UNIT - 1]);
		});
		directory.writeBytes(content.toByteArray());
		return directory.toByteArray();
	}

	private Map<Integer, byte[]> sections() {
		Map<Integer, byte[]> sections = new LinkedHashMap<>();
		sections.put(ROOT, root());
		for (int i = 0; i < Tables.FIELDS.size(); i++) {
			Table table = tables.tables().get(Tables.FIELDS.get(i));
			if (table != null) {
				sections.put(i, table.content());
			}
		}
		return sections;
	}

	/** Returns the numbers of the root in their order. */
	private byte[] root() {
		ByteArrayOutputStream root = new ByteArrayOutputStream();
		number(root, Tables.MAGIC, 4);
		number(root, layout.ram().size(), 4);
		number(root, layout.nvm().size(), 4);
		number(root, Tables.LAYOUT, 2);
		number(root, tables.size("key"), 2);
		number(root, tables.size(tables.isWide() ? "wide_run" : "run"), 2);
		List<Integer> octets = new ArrayList<>();
		number(root, tables.counts().get("simple_patterns"), 2);
		Tables.COUNTED.forEach(field -> number(root, tables.size(field.getValue()), 2));
		tables.counts().entrySet().stream().filter(field -> !field.getKey().equals("simple_patterns")).forEach(field -> octets.add(field.getValue()));
		octets.forEach(octet -> number(root, octet, 1));
		return root.toByteArray();
	}

	private static byte[] digest(byte[] body) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(body);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java platform has SHA-256
		}
	}

	private static void number(ByteArrayOutputStream out, long number, int width) {
		for (int i = 0; i < width; i++) {
			out.write((int) (number >> 8 * i) & 0xFF);
		}
	}
}
