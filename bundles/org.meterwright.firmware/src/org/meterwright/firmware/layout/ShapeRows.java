// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.value.Bytes;

/** Rows that say how attributes are read: shapes, operations, forms, reference lists. */
final class ShapeRows {
	private static final int PAIRED = 0xFF;
	private static final int RESTRICTED = 0x4000;
	private static final int ROM = 1;
	private static final int CALL = 2;
	private static final int LIST = 3;
	private static final int OBJECT_LIST = 4;
	private static final int RAM_FORM = 5;
	private static final int NVM_FORM = 6;
	private static final int BUFFER = 7;
	private static final int RAM = 0x40;
	private static final int NVM = 0x80;

	private final TableLayout layout;
	private final SequencePool<Attribute> attributes = new SequencePool<>("attribute rows");
	private final SequencePool<Column> columns = new SequencePool<>("columns");
	private final Map<ColumnList, Integer> lists = new LinkedHashMap<>();
	private final Map<Form, Integer> forms = new LinkedHashMap<>();
	private boolean placed;

	/** A column in numbers. */
	record Column(int object, int attribute, int dataIndex) {
	}

	/** A list of columns with its flags. */
	record ColumnList(List<Column> columns, int count, int flags) {
	}

	private record Attribute(int op, int ref) {
	}

	private record Form(int offset, Bytes program) {
	}

	ShapeRows(TableLayout layout, TriggerRows triggers) {
		this.layout = layout;
		for (TableLayout.ShapeKey shape : layout.shapes()) {
			for (Descriptor descriptor : shape.descriptors()) {
				collect(descriptor);
			}
		}
		triggers.columnLists().forEach(this::addList);
	}

	private void collect(Descriptor descriptor) {
		switch (descriptor) {
			case Descriptor.Rom rom -> layout.constants().add(rom.encoding());
			case Descriptor.Buffer buffer -> layout.constants().add(buffer.row().program());
			case Descriptor.Formed formed -> forms.putIfAbsent(new Form(formed.offset(), layout.constants().add(formed.program())), forms.size());
			case Descriptor.References references -> addList(list(references));
			default -> {
				// nothing in another table
			}
		}
	}

	private void addList(ColumnList list) {
		lists.putIfAbsent(list, lists.size());
		columns.add(list.columns());
	}

	private static ColumnList list(Descriptor.References references) {
		List<Column> rows = references.references().stream().map(reference -> new Column(reference.object(), reference.attribute(), reference.dataIndex())).toList();
		return new ColumnList(rows, rows.size(), references.restricted() ? RESTRICTED : 0);
	}

	/** Returns the number of a list. */
	int number(ColumnList list) {
		return lists.get(list);
	}

	private Attribute attribute(Descriptor descriptor) {
		return switch (descriptor) {
			case Descriptor.Absent absent -> new Attribute(0, 0);
			case Descriptor.Rom rom -> new Attribute(ROM, layout.constants().offset(rom.encoding()));
			case Descriptor.Call call -> new Attribute(CALL, layout.handler(call.handler()));
			case Descriptor.References references -> new Attribute(LIST, lists.get(list(references)));
			case Descriptor.ObjectList list -> new Attribute(OBJECT_LIST, list.association() < 0 ? Triggers.NONE : list.association());
			case Descriptor.Native stored -> new Attribute((stored.memory() == Descriptor.Memory.RAM ? RAM : NVM) | stored.tag().code(), stored.offset());
			case Descriptor.Buffer buffer -> new Attribute(BUFFER, layout.profile(buffer.row()));
			case Descriptor.Formed formed -> new Attribute(formed.memory() == Descriptor.Memory.RAM ? RAM_FORM : NVM_FORM,
					forms.get(new Form(formed.offset(), formed.program())));
		};
	}

	/** Makes the tables; the pool must have been placed. */
	List<Table> tables() {
		Map<TableLayout.ShapeKey, List<Attribute>> rows = new HashMap<>();
		layout.shapes().forEach(shape -> rows.put(shape, shape.descriptors().stream().map(this::attribute).toList()));
		if (!placed) {
			layout.shapes().forEach(shape -> attributes.add(rows.get(shape)));
			attributes.place();
			columns.place();
			placed = true;
		}
		List<Table.Row> shapes = layout.shapes().stream().map(shape -> Table.Row.of("", attributes.offset(rows.get(shape)), shape.descriptors().size(),
				shape.isPaired() ? PAIRED : shape.stride())).toList();
		List<Table.Row> op = attributes.rows().stream().map(attribute -> Table.Row.of("", attribute.op())).toList();
		List<Table.Row> ref = attributes.rows().stream().map(attribute -> Table.Row.of("", attribute.ref())).toList();
		return List.of(new Table("shape", "mw_shape_t", shapes), new Table("op", "uint8_t", op), new Table("ref", "uint16_t", ref),
				new Table("form", "mw_form_t", formRows()), new Table("list", "mw_list_t", listRows()), new Table("column", "mw_ref_t", columnRows()));
	}

	private List<Table.Row> formRows() {
		return forms.keySet().stream().map(form -> Table.Row.of("", form.offset(), layout.constants().offset(form.program()))).toList();
	}

	private List<Table.Row> listRows() {
		return lists.keySet().stream().map(list -> Table.Row.of("", columns.offset(list.columns()), list.count() | list.flags())).toList();
	}

	private List<Table.Row> columnRows() {
		List<Table.Row> rows = new ArrayList<>();
		for (Column column : columns.rows()) {
			String label = column.object() < layout.objects().size() ? ObjectRows.label(layout.objects().get(column.object()).object()) : "";
			rows.add(Table.Row.of(label, column.object(), column.attribute(), column.dataIndex()));
		}
		return rows;
	}
}
