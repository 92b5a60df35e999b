// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.FirmwareException;

/** Rows that say how attributes are read: shapes, operations, forms. */
final class ShapeRows {
	private static final int PAIRED = 0xFF;
	private static final int ROM = 1;
	private static final int CALL = 2;
	private static final int LIST = 3;
	private static final int OBJECT_LIST = 4;
	private static final int RAM_FORM = 5;
	private static final int NVM_FORM = 6;
	private static final int BUFFER = 7;
	private static final int RAM = 0x40;
	private static final int NVM = 0x80;
	private static final int MOST_ROWS = 0xFFF0;

	private final TableLayout layout;
	private final ColumnRows columns;
	private final SortedMap<String, Form> forms = new TreeMap<>();

	private record Operation(int op, Cell ref) {
	}

	private record Form(int offset, Bytes program) {
		String name() {
			return Text.of("form_%d_%s", offset, ContentNames.of(program));
		}
	}

	ShapeRows(TableLayout layout, ColumnRows columns) {
		this.layout = layout;
		this.columns = columns;
		List<LaidObject> owners = owners();
		List<List<String>> words = SideBySide.map(owners, ShapeRows::words);
		for (int i = 0; i < owners.size(); i++) {
			collect(owners.get(i), words.get(i));
		}
	}

	/** Returns the first object of each shape. */
	private List<LaidObject> owners() {
		boolean[] seen = new boolean[layout.shapes().size()];
		List<LaidObject> owners = new ArrayList<>(seen.length);
		for (Run run : layout.runs()) {
			if (!seen[run.shape()]) {
				seen[run.shape()] = true;
				owners.add(run.first());
			}
		}
		return owners;
	}

	/** Says the constants of an object in words; empty for other attributes. */
	private static List<String> words(LaidObject owner) {
		List<String> words = new ArrayList<>(owner.descriptors().size());
		for (Descriptor descriptor : owner.descriptors()) {
			words.add(descriptor instanceof Descriptor.Rom ? words(owner.object(), words.size() + 2) : "");
		}
		return words;
	}

	private void collect(LaidObject owner, List<String> words) {
		for (int i = 0; i < owner.descriptors().size(); i++) {
			switch (owner.descriptors().get(i)) {
				case Descriptor.Rom rom -> layout.constants().add(rom.encoding(), words.get(i));
				case Descriptor.Buffer buffer -> layout.constants().add(buffer.row().program(), "row of a profile");
				case Descriptor.Formed formed -> {
					Form form = new Form(formed.offset(), layout.constants().add(formed.program(), "form of a stored value"));
					forms.put(form.name(), form);
				}
				case Descriptor.References references -> columns.add(references);
				default -> {
					// nothing in another table
				}
			}
		}
	}

	private static String words(CosemObject object, int attribute) {
		return CosemObjects.attribute(object, attribute).flatMap(each -> CosemObjects.value(each).map(value -> Words.of(each, value))).orElse("");
	}

	private Operation operation(Descriptor descriptor) {
		return switch (descriptor) {
			case Descriptor.Absent absent -> new Operation(0, Cell.of(0));
			case Descriptor.Rom rom -> new Operation(ROM, layout.constants().cell(rom.encoding()));
			case Descriptor.Call call -> new Operation(CALL, Cell.row(layout.handler(call.handler()), layout.handlerName(call.handler())));
			case Descriptor.References references -> new Operation(LIST, columns.list(references.name()));
			case Descriptor.ObjectList list -> new Operation(OBJECT_LIST, Cell.of(list.association() < 0 ? Triggers.NONE : list.association()));
			case Descriptor.Native stored -> new Operation((stored.memory() == Descriptor.Memory.RAM ? RAM : NVM) | stored.tag().code(), Cell.of(stored.offset()));
			case Descriptor.Buffer buffer -> new Operation(BUFFER, profile(buffer.row()));
			case Descriptor.Formed formed -> new Operation(formed.memory() == Descriptor.Memory.RAM ? RAM_FORM : NVM_FORM, form(new Form(formed.offset(), formed.program())));
		};
	}

	private Cell profile(ProfileRow row) {
		int number = 0;
		while (layout.profiles().get(number).profile() != row.profile()) {
			number++;
		}
		return Cell.row(number, row.rowName());
	}

	private Cell form(Form form) {
		return Cell.row(forms.headMap(form.name()).size(), form.name());
	}

	/** Makes the tables; the pool must have been placed. */
	List<Table> tables() {
		List<Table.Row> shapes = new ArrayList<>();
		List<Table.Row> op = new ArrayList<>();
		List<Table.Row> ref = new ArrayList<>();
		int at = 0;
		for (int i = 0; i < layout.shapes().size(); i++) {
			ShapeKey shape = layout.shapes().get(i);
			List<Operation> operations = shape.descriptors().stream().map(this::operation).toList();
			String name = layout.shapeNames().get(i);
			Cell first = operations.isEmpty() ? Cell.of(0) : Cell.row(at, Text.of("attributes_%s", name));
			shapes.add(Table.Row.of("", first, Cell.of(operations.size()), Cell.of(shape.isPaired() ? PAIRED : shape.stride())).named(rowName(name), 1));
			if (!operations.isEmpty()) {
				op.add(Table.Row.of(name, operations.stream().mapToLong(Operation::op).toArray()).named(Text.of("attributes_%s", name), operations.size()));
				ref.add(Table.Row.of(name, operations.stream().map(Operation::ref).toArray(Cell[]::new)));
			}
			at += operations.size();
		}
		if (at > MOST_ROWS) {
			throw new FirmwareException(Text.of("the meter needs %d attribute rows; tables hold at most %d", at, MOST_ROWS));
		}
		return List.of(new Table("shape", "mw_shape_t", shapes), new Table("op", "uint8_t", op), new Table("ref", "uint16_t", ref).like("op"));
	}

	/** Returns the name of the row of a shape by the name of that. */
	static String rowName(String shape) {
		return Text.of("shape_%s", shape);
	}

	/** Makes the table of forms. */
	Table forms() {
		return new Table("form", "mw_form_t", forms.entrySet().stream()
				.map(form -> Table.Row.of("", Cell.of(form.getValue().offset()), layout.constants().cell(form.getValue().program())).named(form.getKey(), 1)).toList());
	}
}
