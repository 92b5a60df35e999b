// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFile;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.firmware.layout.MemoryAccount;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;

/** Makes all files of a layout in memory. */
public final class Emitter {
	private final TableLayout layout;
	private final Tables tables;
	private final FirmwareOptions options;
	private final SortedMap<String, GeneratedFile> files = new TreeMap<>();

	/** Makes an emitter for one layout. */
	public Emitter(TableLayout layout, Tables tables, FirmwareOptions options) {
		this.layout = layout;
		this.tables = tables;
		this.options = options;
	}

	/** Makes the files. */
	public GeneratedFirmware emit() {
		Handles handles = new Handles(layout, options);
		HandlerFiles handlers = new HandlerFiles(layout, handles);
		MemoryReport memory = MemoryAccount.of(layout, tables, !DefaultsSource.isZero(layout.ram()), !DefaultsSource.isZero(layout.nvm()));
		String prefix = options.prefix();
		put("%s.h".formatted(prefix), new PublicHeader(layout, handles).text());
		put("%s_memory.h".formatted(prefix), new MemoryHeader(layout, handles).text());
		put("%s_tables.c".formatted(prefix), new TablesSource(layout, tables, handles).text());
		put("%s_defaults.c".formatted(prefix), new DefaultsSource(layout, handles).text());
		put("%s_handlers.h".formatted(prefix), handlers.header());
		files.put("%s_handlers.c".formatted(prefix), new GeneratedFile(handlers.firstVersions(), true));
		put("%s_trace.csv".formatted(prefix), TraceFile.of(tables));
		MemoryFiles reports = new MemoryFiles(memory);
		put("%s_memory.txt".formatted(prefix), reports.text());
		put("%s_memory.csv".formatted(prefix), reports.csv());
		put("%s_memory.json".formatted(prefix), reports.json());
		if (options.selfTest()) {
			put("selftest/%s_selftest.c".formatted(prefix), new SelfTestSource(layout, handles).text());
		}
		RuntimeFiles.of(options).forEach(this::put);
		return new GeneratedFirmware(files, memory);
	}

	private void put(String name, String content) {
		files.put(name, new GeneratedFile(content, false));
	}
}
