// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;

/** Rows that say what clients may write: neighbours with the same attribute and type share a row. */
final class WrittenRows {
	/** Most objects of a row. */
	private static final int MOST = 0xFF;

	private final TableLayout layout;
	private final List<Row> rows = new ArrayList<>();

	private record Row(int attribute, int first, int last, Bytes program) {
	}

	WrittenRows(TableLayout layout) {
		this.layout = layout;
		BitSet written = new BitSet();
		layout.associations().forEach(association -> collect(association, written));
		int objects = layout.objects().size();
		written.stream().forEach(each -> add(each % objects, each / objects));
		rows.forEach(row -> layout.constants().add(row.program(), "what may be written"));
	}

	/** Notes what clients may write, by attribute and then by object. */
	private void collect(Association association, BitSet written) {
		for (ObjectListEntry entry : association.getEntries()) {
			if ((entry.getRights().modes() & AccessModes.WRITE) != 0) {
				collect(entry.getRights(), layout.number(entry.getObject()), written);
			}
		}
	}

	private void collect(AccessRights rights, int object, BitSet written) {
		for (AttributeAccess access : rights.attributes()) {
			if ((access.mode() & AccessModes.WRITE) != 0 && access.index() > 1) {
				written.set(access.index() * layout.objects().size() + object);
			}
		}
	}

	private void add(int number, int index) {
		LaidObject object = layout.objects().get(number);
		Optional<Attribute> attribute = CosemObjects.attribute(object.object(), index);
		if (attribute.isEmpty() || index - 2 >= object.descriptors().size()) {
			return;
		}
		boolean asOctets = object.descriptors().get(index - 2) instanceof Descriptor.Formed formed && NativeForms.isStored(formed.program());
		WrittenType.of(attribute.get(), asOctets).ifPresent(program -> add(new Row(index, number, number, program)));
	}

	private void add(Row row) {
		Row last = rows.isEmpty() ? null : rows.getLast();
		if (last != null && last.attribute() == row.attribute() && last.last() + 1 == row.first() && row.first() - last.first() < MOST && last.program().equals(row.program())) {
			rows.set(rows.size() - 1, new Row(row.attribute(), last.first(), row.last(), row.program()));
		} else {
			rows.add(row);
		}
	}

	/** Makes the table; the pool must have been placed. */
	Table table() {
		return new Table("type", "mw_type_t", rows.stream().map(this::row).toList());
	}

	private Table.Row row(Row row) {
		CosemObject first = layout.objects().get(row.first()).object();
		return Table.Row.of(layout.label(row.first()), Cell.of(row.first()), layout.constants().cell(row.program()), Cell.of(row.last() - row.first() + 1), Cell.of(row.attribute())).about(first);
	}
}
