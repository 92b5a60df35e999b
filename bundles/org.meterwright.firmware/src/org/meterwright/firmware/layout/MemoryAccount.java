// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.MemoryReport;

/** Adds up what the tables take, as a whole, by object and by class; rows that objects share are divided among them. */
public final class MemoryAccount {
	private static final int KEY = 3;
	private static final int SHAPE = 4;
	private static final int ATTRIBUTE = 3;
	private static final int PAIR = 8;
	private static final int FIRST = 6;
	private static final int PROFILE = 16;

	private final TableLayout layout;
	private final Tables tables;
	private final long[] flash;

	private MemoryAccount(TableLayout layout, Tables tables) {
		this.layout = layout;
		this.tables = tables;
		this.flash = new long[layout.objects().size()];
	}

	/** Makes the report of a layout. */
	public static MemoryReport of(TableLayout layout, Tables tables) {
		return new MemoryAccount(layout, tables).report();
	}

	private MemoryReport report() {
		List<MemoryReport.Section> sections = new ArrayList<>();
		tables.tables().values().forEach(table -> sections.add(new MemoryReport.Section(table.name(), MemoryReport.Kind.FLASH, table.rows().size(), table.octets())));
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
		divide();
		return new MemoryReport(sections, objects(), classes());
	}

	private static void addMemory(List<MemoryReport.Section> sections, String name, MemoryReport.Kind kind, Region region) {
		if (region.size() > 0) {
			sections.add(new MemoryReport.Section(name, kind, region.places().size(), region.size()));
		}
	}

	private void divide() {
		Map<Integer, List<LaidObject>> byShape = new LinkedHashMap<>();
		int runOctets = tables.isWide() ? 8 : 6;
		for (Run run : layout.runs()) {
			boolean paired = layout.shapes().get(run.shape()).isPaired();
			share(run.objects(), runOctets + (paired ? PAIR : 0));
			byShape.computeIfAbsent(run.shape(), key -> new ArrayList<>()).addAll(run.objects());
		}
		Map<Bytes, List<LaidObject>> byConstant = new LinkedHashMap<>();
		byShape.forEach((shape, users) -> {
			share(users, SHAPE + ATTRIBUTE * layout.shapes().get(shape).descriptors().size());
			constants(layout.shapes().get(shape)).forEach(constant -> byConstant.computeIfAbsent(constant, key -> new ArrayList<>()).addAll(users));
		});
		layout.firsts().forEach(first -> {
			flash[first.object()] += FIRST;
			byConstant.computeIfAbsent(first.encoding(), key -> new ArrayList<>()).add(layout.objects().get(first.object()));
		});
		byConstant.forEach((constant, users) -> share(users, constant.length()));
		layout.profiles().forEach(row -> flash[layout.number(row.profile())] += PROFILE + row.program().length());
		layout.objects().forEach(object -> flash[object.number()] += KEY);
	}

	private static Set<Bytes> constants(TableLayout.ShapeKey shape) {
		Set<Bytes> constants = new HashSet<>();
		for (Descriptor descriptor : shape.descriptors()) {
			if (descriptor instanceof Descriptor.Rom rom) {
				constants.add(rom.encoding());
			}
		}
		return constants;
	}

	private void share(List<LaidObject> users, long octets) {
		long each = octets / users.size();
		long rest = octets % users.size();
		for (LaidObject user : users) {
			flash[user.number()] += each + (rest-- > 0 ? 1 : 0);
		}
	}

	private List<MemoryReport.Use> objects() {
		return layout.objects().stream().map(object -> new MemoryReport.Use(String.valueOf(object.object().getName()), object.object().getLogicalName().toString(), 1,
				flash[object.number()], object.ram().size(), object.nvm().size())).toList();
	}

	private List<MemoryReport.Use> classes() {
		Map<InterfaceClass, List<LaidObject>> byClass = new LinkedHashMap<>();
		layout.objects().forEach(object -> byClass.computeIfAbsent(object.object().getInterfaceClass(), key -> new ArrayList<>()).add(object));
		return byClass.entrySet().stream().map(entry -> {
			List<LaidObject> users = entry.getValue();
			return new MemoryReport.Use(Text.of("%s version %d", entry.getKey().getName(), entry.getKey().getVersion()), "", users.size(),
					users.stream().mapToLong(object -> flash[object.number()]).sum(), users.stream().mapToLong(object -> object.ram().size()).sum(),
					users.stream().mapToLong(object -> object.nvm().size()).sum());
		}).toList();
	}
}
