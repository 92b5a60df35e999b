// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ImportException;

/** Reads an XML file that somebody else wrote: no document type, no entities, nothing fetched, bounded depth. */
public final class XmlTree {
	private static final int DEEPEST = 100;

	private final String file;
	private final Set<String> unread;
	private final Deque<Open> open = new ArrayDeque<>();
	private XmlNode root;

	/** An element whose end was not met yet. */
	private static final class Open {
		private final String name;
		private final Map<String, String> attributes = new HashMap<>();
		private final StringBuilder text = new StringBuilder();
		private final List<XmlNode> children = new ArrayList<>();
		private final int line;

		Open(String name, int line) {
			this.name = name;
			this.line = line;
		}

		XmlNode close() {
			return new XmlNode(name, attributes, text.toString().strip(), children, line);
		}
	}

	private XmlTree(String file, Set<String> unread) {
		this.file = file;
		this.unread = unread;
	}

	/**
	 * Reads a file.
	 *
	 * @param file   its name, for messages
	 * @param unread names of elements whose contents must not be kept, such as keys
	 * @throws ImportException when it is no well-formed XML, or has a document type
	 */
	public static XmlNode read(String file, Bytes content, Set<String> unread) throws ImportException {
		return new XmlTree(file, unread).read(content);
	}

	private XmlNode read(Bytes content) throws ImportException {
		String text = XmlText.of(file, content);
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		int line = 1;
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
			while (reader.hasNext()) {
				int event = reader.next();
				line = Math.max(1, reader.getLocation().getLineNumber());
				take(event, reader, line);
			}
			return root;
		} catch (XMLStreamException e) {
			int at = e.getLocation() == null ? line : Math.max(line, e.getLocation().getLineNumber());
			throw new ImportException(place(at), "this is no complete XML from here on; is the file cut off?");
		}
	}

	private Origin place(int line) {
		return new Origin(file, line, 0, 0, "import");
	}

	private void take(int event, XMLStreamReader reader, int line) throws ImportException {
		switch (event) {
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
				throw new ImportException(place(line), "document types and entities are not read; take the DOCTYPE and its entities out");
			case XMLStreamConstants.START_ELEMENT -> start(reader, line);
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
			case XMLStreamConstants.END_ELEMENT -> end();
			default -> {
				// comments and processing instructions say nothing of a meter
			}
		}
	}

	private void start(XMLStreamReader reader, int line) throws ImportException {
		if (open.size() >= DEEPEST) {
			throw new ImportException(place(line), "elements stand more than %d deep in one another here; no such file is read".formatted(DEEPEST));
		}
		Open element = new Open(reader.getLocalName(), line);
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
		}
		open.push(element);
	}

	private void text(String text) {
		if (!open.isEmpty() && open.stream().noneMatch(element -> unread.contains(element.name))) {
			open.peek().text.append(text);
		}
	}

	private void end() {
		XmlNode node = open.pop().close();
		if (open.isEmpty()) {
			root = node;
		} else if (!unread.contains(node.name())) {
			open.peek().children.add(node);
		}
	}
}
