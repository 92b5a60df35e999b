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
import org.meterwright.firmware.layout.Text;

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
		MemoryReport memory = MemoryAccount.of(layout, tables);
		String prefix = options.prefix();
		put(Text.of("%s.h", prefix), new PublicHeader(layout, tables, handles).text());
		put(Text.of("%s_memory.h", prefix), new MemoryHeader(layout, handles).text());
		put(Text.of("%s_tables.c", prefix), new TablesSource(layout, tables, handles).text());
		put(Text.of("%s_memory.c", prefix), new MemorySource(layout, handles).text());
		if (layout.nvm().size() > 0) {
			put(Text.of("factory/%s_nvm_image.c", prefix), new ImageSource(layout, handles).text());
		}
		put(Text.of("%s_check.c", prefix), new CheckSource(layout, tables, handles).text());
		put(Text.of("%s_handlers.h", prefix), handlers.header());
		files.put(Text.of("%s_handlers.c", prefix), new GeneratedFile(handlers.firstVersions(), true));
		put(Text.of("%s_trace.csv", prefix), TraceFile.of(tables));
		MemoryFiles reports = new MemoryFiles(memory);
		put(Text.of("%s_memory.txt", prefix), reports.text());
		put(Text.of("%s_memory.csv", prefix), reports.csv());
		put(Text.of("%s_memory.json", prefix), reports.json());
		if (options.selfTest()) {
			put(Text.of("selftest/%s_selftest.c", prefix), new SelfTestSource(layout, handles).text());
		}
		RuntimeFiles.of(options).forEach(this::put);
		return new GeneratedFirmware(files, memory);
	}

	private void put(String name, String content) {
		files.put(name, new GeneratedFile(content, false));
	}
}
