// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.firmware.FirmwareException;

/** Rows that find an object: devices, classes, groups of logical names, keys, runs. */
final class ObjectRows {
	private static final int MOST_ROWS = 0xFF;
	private static final int NARROW = 0x100;

	private final TableLayout layout;
	private final List<Table.Row> classes = new ArrayList<>();
	private final List<Table.Row> groups = new ArrayList<>();
	private final List<Table.Row> keys = new ArrayList<>();
	private final int[] firstClass;

	ObjectRows(TableLayout layout) {
		this.layout = layout;
		firstClass = new int[layout.order().devices().size() + 1];
		LaidObject previous = null;
		for (LaidObject object : layout.objects()) {
			add(object, previous);
			previous = object;
		}
		beginAt(previous == null ? 0 : previous.device() + 1, firstClass.length - 1);
		classes.add(Table.Row.of("end", 0xFFFF, groups.size(), 0, 0, 0, 0));
		groups.add(Table.Row.of("end", layout.objects().size(), 0, 0, 0, 0));
		if (classes.size() > MOST_ROWS) {
			throw new FirmwareException(Text.of("the meter has %d interface classes; tables hold at most %d", classes.size() - 1, MOST_ROWS - 1));
		}
	}

	private void add(LaidObject laid, LaidObject previous) {
		CosemObject object = laid.object();
		LogicalName name = object.getLogicalName();
		boolean newClass = previous == null || previous.device() != laid.device() || CosemObjects.classId(previous.object()) != CosemObjects.classId(object)
				|| CosemObjects.version(previous.object()) != CosemObjects.version(object);
		if (newClass) {
			beginAt(previous == null ? 0 : previous.device() + 1, laid.device());
			addClass(laid, object.getInterfaceClass());
		}
		if (newClass || !sameGroup(previous.object().getLogicalName(), name)) {
			groups.add(Table.Row.of(Text.of("%d-%d:*.*.*.*%d", name.a(), name.b(), name.f()), laid.number(), name.a(), name.b(), name.f(), classes.size() - 1L));
		}
		keys.add(Table.Row.of(layout.label(laid.number()), name.c(), name.d(), name.e()).about(object));
	}

	/** Devices without objects begin where the next one does. */
	private void beginAt(int first, int last) {
		for (int device = first; device <= last; device++) {
			firstClass[device] = classes.size();
		}
	}

	private static boolean sameGroup(LogicalName one, LogicalName other) {
		return one.a() == other.a() && one.b() == other.b() && one.f() == other.f();
	}

	private void addClass(LaidObject laid, InterfaceClass type) {
		AccessPlanner.Counts counts = layout.access().counts(type);
		classes.add(Table.Row.of(Text.of("%s version %d", type.getName(), type.getVersion()), type.getClassId(), groups.size(), type.getVersion(), counts.attributes(),
				counts.methods(), laid.device()).about(type));
	}

	/** Names an object in a comment. */
	static String label(CosemObject object) {
		return object.getName() == null ? object.getLogicalName().toString() : Text.of("%s %s", object.getName(), object.getLogicalName());
	}

	List<Table> tables() {
		return List.of(new Table("device", "mw_device_t", devices()), new Table("cls", "mw_class_t", classes), new Table("group", "mw_group_t", groups),
				new Table("key", "mw_key_t", keys), runs(), new Table("pair", "mw_pair_t", pairs()));
	}

	private List<Table.Row> devices() {
		List<Table.Row> rows = new ArrayList<>();
		int accessRow = 0;
		int association = 0;
		for (int device = 0; device < layout.order().devices().size(); device++) {
			int associations = layout.patternsOf(device).size();
			int end = firstClass[device + 1];
			rows.add(Table.Row.of(String.valueOf(layout.order().devices().get(device).getName()), layout.order().devices().get(device).getSap(), accessRow, current(device),
					firstClass[device], end - (long) firstClass[device], association, associations).about(layout.order().devices().get(device)));
			accessRow += layout.access().rows(device).size() * associations;
			association += associations;
		}
		return rows;
	}

	private int current(int device) {
		return layout.objects().stream().filter(object -> object.device() == device && AttributePlanner.isCurrentAssociation(object.object()))
				.mapToInt(LaidObject::number).findFirst().orElse(Triggers.NONE);
	}

	private Table runs() {
		boolean wide = layout.shapes().size() > NARROW || layout.order().devices().stream()
				.anyMatch(device -> layout.access().rows(layout.order().devices().indexOf(device)).size() > NARROW);
		List<Table.Row> rows = new ArrayList<>();
		int pair = 0;
		for (Run run : layout.runs()) {
			ShapeKey shape = layout.shapes().get(run.shape());
			Cell slot = shape.isPaired() ? Cell.row(pair++, pairName(run)) : slot(run);
			rows.add(Table.Row.of(layout.label(run.first().number()), Cell.of(run.first().number()), slot, Cell.row(run.shape(), ShapeRows.rowName(layout.shapeNames().get(run.shape()))), access(run))
					.about(run.first().object()));
		}
		return wide ? new Table("wide_run", "mw_wide_run_t", rows) : new Table("run", "mw_run_t", rows);
	}

	private Cell access(Run run) {
		List<AccessPlanner.AccessRow> rows = layout.access().rows(run.first().device());
		return layout.patternsOf(run.first().device()).isEmpty() ? Cell.of(run.access()) : Cell.row(run.access(), rows.get(run.access()).name());
	}

	private String pairName(Run run) {
		return Text.of("pair_%s", layout.order().tag(run.first().object()));
	}

	private Cell slot(Run run) {
		if (run.first().ram().size() > 0) {
			return slot(Descriptor.Memory.RAM, layout.ram(), run);
		}
		return run.first().nvm().size() > 0 ? slot(Descriptor.Memory.NVM, layout.nvm(), run) : Cell.of(0);
	}

	private static Cell slot(Descriptor.Memory memory, Region region, Run run) {
		return new Cell(region.slot(run), new Symbol.Slot(memory, run.first().number()));
	}

	private List<Table.Row> pairs() {
		return layout.runs().stream().filter(run -> layout.shapes().get(run.shape()).isPaired()).map(run -> {
			ShapeKey shape = layout.shapes().get(run.shape());
			return Table.Row.of(layout.label(run.first().number()), slot(Descriptor.Memory.RAM, layout.ram(), run), slot(Descriptor.Memory.NVM, layout.nvm(), run),
					Cell.of(shape.canRepeat() ? shape.ramSize() : 0), Cell.of(shape.canRepeat() ? shape.nvmSize() : 0)).named(pairName(run), 1).about(run.first().object());
		}).toList();
	}
}
