// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ImportException;

/** The characters of an XML file, by its byte order mark or the encoding that its first line says (XML 1.0, appendix F). */
final class XmlText {
	private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
	private static final int HEAD = 200;

	private XmlText() {
	}

	/** Decodes a file; octets that its encoding does not have are refused. */
	static String of(String file, Bytes content) throws ImportException {
		byte[] octets = content.toArray();
		String name = encoding(octets);
		if (!Charset.isSupported(name)) {
			throw new ImportException(place(file), "the encoding %s is not known here; save the file in UTF-8".formatted(name));
		}
		try {
			String text = Charset.forName(name).newDecoder().decode(ByteBuffer.wrap(octets)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		} catch (CharacterCodingException e) {
			throw new ImportException(place(file), "the file is not in the encoding %s that it says, or is damaged; save it in UTF-8".formatted(name));
		}
	}

	private static Origin place(String file) {
		return new Origin(file, 1, 0, 0, "import");
	}

	private static String encoding(byte[] octets) {
		int first = octets.length < 2 ? 0 : (octets[0] & 0xFF) << 8 | octets[1] & 0xFF;
		if (first == 0xFEFF || first == 0x003C) {
			return "UTF-16BE";
		}
		if (first == 0xFFFE || first == 0x3C00) {
			return "UTF-16LE";
		}
		Matcher declared = DECLARED.matcher(new String(Arrays.copyOf(octets, Math.min(HEAD, octets.length)), StandardCharsets.ISO_8859_1));
		return declared.find() ? declared.group(1) : "UTF-8";
	}
}
