// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.meterwright.cosem.axdr.AxdrException;
import org.meterwright.cosem.axdr.AxdrReader;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.ListedObject.ListedAttribute;
import org.meterwright.exchange.objectlist.ListedObject.ListedMethod;

/**
 * Reads object_list (class 15, attribute 2): an array of {class_id, version, logical_name, {attribute rights, method rights}}. What a
 * meter codes in its own way is understood where it can be, and noted; only octets that are no A-XDR stop the import.
 */
final class ObjectListReader {
	private final Octets octets;
	private final ImportReport report;

	private ObjectListReader(Octets octets, ImportReport report) {
		this.octets = octets;
		this.report = report;
	}

	static List<ListedObject> read(Octets octets, ImportReport report) throws ImportException {
		return new ObjectListReader(octets, report).read();
	}

	private List<ListedObject> read() throws ImportException {
		AxdrReader reader = new AxdrReader(octets.bytes());
		try {
			if (reader.octet() != DataTag.ARRAY.code()) {
				throw new ImportException(octets.place(0), "octet 0: %02X is no array; an object list begins with 01".formatted(octets.bytes().at(0)));
			}
			return elements(reader, reader.length());
		} catch (AxdrException e) {
			throw new ImportException(octets.place(e.offset()), "octet %d: %s; the list is damaged or cut off".formatted(e.offset(), e.problem()));
		}
	}

	private List<ListedObject> elements(AxdrReader reader, int announced) {
		List<ListedObject> objects = new ArrayList<>();
		int count = 0;
		while (count < announced && !reader.atEnd()) {
			element(reader).ifPresent(objects::add);
			count++;
		}
		if (count < announced) {
			report.warning("MW-IMP-006", octets.place(0), "the list announces %d objects and holds %d".formatted(announced, count));
		} else if (!reader.atEnd()) {
			more(reader, announced, objects);
		}
		return objects;
	}

	/** Reads elements behind the announced number of them; what is no element is left out. */
	private void more(AxdrReader reader, int announced, List<ListedObject> objects) {
		int behind = reader.position();
		List<ListedObject> found = new ArrayList<>();
		try {
			while (!reader.atEnd() && octets.bytes().at(reader.position()) == DataTag.STRUCTURE.code()) {
				element(reader).ifPresent(found::add);
				behind = reader.position();
			}
		} catch (AxdrException e) {
			report.warning("MW-IMP-007", octets.place(e.offset()), "the last object behind the announced ones is cut off and left out");
		}
		if (!found.isEmpty()) {
			report.warning("MW-IMP-006", octets.place(0), "the list announces %d objects and holds %d".formatted(announced, announced + found.size()));
			objects.addAll(found);
		}
		int left = octets.bytes().length() - behind;
		if (left > 0) {
			report.warning("MW-IMP-007", octets.place(behind), "octet %d: %d octets behind the list are left out".formatted(behind, left));
		}
	}

	private Optional<ListedObject> element(AxdrReader reader) {
		int at = reader.position();
		Origin place = octets.place(at);
		Value value = reader.value();
		List<Value> fields = value instanceof Value.Structure structure ? structure.fields() : List.of();
		OptionalLong classId = number(fields, 0, 0xFFFF);
		OptionalLong version = number(fields, 1, 0xFF);
		Optional<LogicalName> name = fields.size() > 2 ? Values.asLogicalName(fields.get(2)) : Optional.empty();
		if (classId.isEmpty() || version.isEmpty() || name.isEmpty()) {
			report.warning("MW-IMP-005", place, "octet %d: an element is no {class_id, version, logical_name, access_rights} and is left out".formatted(at));
			return Optional.empty();
		}
		List<Value> rights = fields.size() > 3 ? Values.parts(fields.get(3)) : List.of();
		String what = "class %d %s".formatted(classId.getAsLong(), name.get());
		return Optional.of(new ListedObject(place, (int) classId.getAsLong(), (int) version.getAsLong(), name.get(), attributes(rights, place, what),
				methods(rights, place, what)));
	}

	private static OptionalLong number(List<Value> fields, int index, long largest) {
		OptionalLong number = index < fields.size() ? Values.number(fields.get(index)) : OptionalLong.empty();
		return number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= largest ? number : OptionalLong.empty();
	}

	private List<ListedAttribute> attributes(List<Value> rights, Origin place, String what) {
		List<ListedAttribute> attributes = new ArrayList<>();
		for (Value item : rights.isEmpty() ? List.<Value>of() : Values.parts(rights.get(0))) {
			List<Value> fields = Values.parts(item);
			OptionalLong index = fields.isEmpty() ? OptionalLong.empty() : identifier(fields.get(0));
			OptionalLong mode = number(fields, 1, 0xFF);
			if (index.isEmpty() || mode.isEmpty()) {
				report.warning("MW-IMP-005", place, "%s: an attribute right is not understood and left out".formatted(what));
			} else {
				attributes.add(new ListedAttribute((int) index.getAsLong(), (int) mode.getAsLong(), fields.size() > 2 ? selectors(fields.get(2)) : List.of()));
			}
		}
		return attributes;
	}

	/** Returns an attribute_id or method_id: an integer of 8 bits, which some meters code without sign. */
	private static OptionalLong identifier(Value value) {
		OptionalLong number = Values.number(value);
		return number.isPresent() && number.getAsLong() >= Byte.MIN_VALUE && number.getAsLong() <= Byte.MAX_VALUE ? number : OptionalLong.empty();
	}

	private static List<Integer> selectors(Value value) {
		return Values.parts(value).stream().map(Values::number).filter(OptionalLong::isPresent).map(number -> (int) number.getAsLong())
				.filter(selector -> selector >= Byte.MIN_VALUE && selector <= Byte.MAX_VALUE).toList();
	}

	private List<ListedMethod> methods(List<Value> rights, Origin place, String what) {
		List<ListedMethod> methods = new ArrayList<>();
		for (Value item : rights.size() < 2 ? List.<Value>of() : Values.parts(rights.get(1))) {
			List<Value> fields = Values.parts(item);
			OptionalLong index = fields.isEmpty() ? OptionalLong.empty() : identifier(fields.get(0));
			if (index.isEmpty() || fields.size() < 2) {
				report.warning("MW-IMP-005", place, "%s: a method right is not understood and left out".formatted(what));
			} else {
				methods.add(new ListedMethod((int) index.getAsLong(), fields.get(1)));
			}
		}
		return methods;
	}
}
