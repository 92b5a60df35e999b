// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.MemoryReport;

/** Adds up what the tables take: as a whole, by class with what its objects share counted once, and by object as if it were alone. */
public final class MemoryAccount {
	private static final int KEY = 3;
	private static final int RUN = 6;
	private static final int WIDE_RUN = 8;
	private static final int LIST = 4;
	private static final int COLUMN = 4;
	private static final int SHAPE = 4;
	private static final int ATTRIBUTE = 3;
	private static final int PAIR = 8;
	private static final int FIRST = 6;
	private static final int PROFILE = 16;

	private final TableLayout layout;
	private final Tables tables;

	/** First values by object. */
	private final List<List<Bytes>> firsts;

	private MemoryAccount(TableLayout layout, Tables tables) {
		this.layout = layout;
		this.tables = tables;
		firsts = new ArrayList<>(Collections.nCopies(layout.objects().size(), List.of()));
		for (TableLayout.First first : layout.firsts()) {
			if (firsts.get(first.object()).isEmpty()) {
				firsts.set(first.object(), new ArrayList<>());
			}
			firsts.get(first.object()).add(first.encoding());
		}
	}

	/** Makes the report of a layout. */
	public static MemoryReport of(TableLayout layout, Tables tables) {
		return new MemoryAccount(layout, tables).report();
	}

	private MemoryReport report() {
		List<MemoryReport.Section> sections = new ArrayList<>();
		tables.tables().values().forEach(table -> sections.add(new MemoryReport.Section(table.name(), MemoryReport.Kind.FLASH, table.size(), table.octets())));
		if (!layout.handlers().isEmpty()) {
			sections.add(new MemoryReport.Section("handler", MemoryReport.Kind.FLASH, layout.handlers().size(), 4L * layout.handlers().size()));
		}
		if (layout.logSize() > 0) {
			sections.add(new MemoryReport.Section("log_memory", MemoryReport.Kind.FLASH, 1, 8));
		}
		sections.add(new MemoryReport.Section("meter", MemoryReport.Kind.FLASH, 1, Tables.rootOctets()));
		addMemory(sections, "ram", MemoryReport.Kind.RAM, layout.ram());
		addMemory(sections, "nvm", MemoryReport.Kind.NVM, layout.nvm());
		layout.profiles().forEach(row -> sections.add(new MemoryReport.Section(String.valueOf(row.profile().getName()), MemoryReport.Kind.LOG, (int) row.entries(), row.end() - row.base())));
		BehaviourRoom room = BehaviourRoom.of(layout);
		sections.add(new MemoryReport.Section("mw_work", MemoryReport.Kind.RUNTIME, 1, room.work()));
		sections.add(new MemoryReport.Section("mw_kept", MemoryReport.Kind.RUNTIME, 1, BehaviourRoom.kept()));
		return new MemoryReport(sections, objects(), classes());
	}

	private static void addMemory(List<MemoryReport.Section> sections, String name, MemoryReport.Kind kind, Region region) {
		if (region.size() > 0) {
			sections.add(new MemoryReport.Section(name, kind, region.places().size(), region.size()));
		}
	}

	/** Adds up what an object would take by itself: this number does not change when another object does. */
	private long alone(LaidObject object) {
		ShapeKey shape = ShapeKey.of(object);
		long octets = KEY + runOctets(shape) + shapeOctets(shape);
		for (Descriptor descriptor : object.descriptors()) {
			octets += rows(descriptor);
		}
		List<Bytes> constants = constants(object);
		for (int i = 0; i < constants.size(); i++) {
			octets += constants.indexOf(constants.get(i)) == i ? constants.get(i).length() : 0; // an object has few
		}
		return octets + FIRST * firsts(object).size();
	}

	private int runOctets(ShapeKey shape) {
		return (tables.isWide() ? WIDE_RUN : RUN) + (shape.isPaired() ? PAIR : 0);
	}

	private static int shapeOctets(ShapeKey shape) {
		return SHAPE + ATTRIBUTE * shape.descriptors().size();
	}

	/** Returns the octets of rows of its own that an attribute leads to. */
	private static long rows(Descriptor descriptor) {
		return switch (descriptor) {
			case Descriptor.References references -> LIST + (long) COLUMN * references.references().size();
			case Descriptor.Buffer buffer -> PROFILE + buffer.row().program().length();
			default -> 0;
		};
	}

	private List<Bytes> firsts(LaidObject object) {
		return firsts.get(object.number());
	}

	/** Returns constants and first values, each as often as it occurs. */
	private List<Bytes> constants(LaidObject object) {
		List<Bytes> constants = new ArrayList<>(firsts(object));
		for (Descriptor descriptor : object.descriptors()) {
			if (descriptor instanceof Descriptor.Rom rom) {
				constants.add(rom.encoding());
			}
		}
		return constants;
	}

	private List<MemoryReport.Use> objects() {
		return SideBySide.map(layout.objects(), object -> new MemoryReport.Use(String.valueOf(object.object().getName()), object.object().getLogicalName().toString(), 1,
				alone(object), object.ram().size(), object.nvm().size()));
	}

	private List<MemoryReport.Use> classes() {
		Map<InterfaceClass, List<Run>> byClass = new LinkedHashMap<>();
		layout.runs().forEach(run -> byClass.computeIfAbsent(run.first().object().getInterfaceClass(), key -> new ArrayList<>()).add(run));
		return byClass.entrySet().stream().map(entry -> use(entry.getKey(), entry.getValue())).toList();
	}

	/** Adds up what the objects of a class take: what they share counts once. */
	private MemoryReport.Use use(InterfaceClass type, List<Run> runs) {
		Set<Integer> shapes = new HashSet<>();
		Set<Bytes> constants = new HashSet<>();
		long flash = 0;
		for (Run run : runs) {
			ShapeKey shape = layout.shapes().get(run.shape());
			flash += runOctets(shape) + (long) KEY * run.objects().size();
			if (shapes.add(run.shape())) {
				flash += shapeOctets(shape) + shape.descriptors().stream().mapToLong(MemoryAccount::rows).sum();
			}
			for (LaidObject object : run.objects()) {
				flash += (long) FIRST * firsts(object).size();
				constants.addAll(constants(object));
			}
		}
		flash += constants.stream().mapToLong(Bytes::length).sum();
		return new MemoryReport.Use(Text.of("%s version %d", type.getName(), type.getVersion()), "", runs.stream().mapToInt(run -> run.objects().size()).sum(), flash,
				runs.stream().mapToLong(run -> (long) run.first().ram().size() * run.objects().size()).sum(),
				runs.stream().mapToLong(run -> (long) run.first().nvm().size() * run.objects().size()).sum());
	}
}
