// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFile;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.Opening;
import org.meterwright.firmware.layout.MemoryAccount;
import org.meterwright.firmware.layout.LogMigration;
import org.meterwright.firmware.layout.Migration;
import org.meterwright.firmware.layout.NvmMap;
import org.meterwright.firmware.layout.NvmOctets;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;

/** Makes all files of a layout in memory. */
public final class Emitter {
	private final TableLayout layout;
	private final Tables tables;
	private final FirmwareOptions options;
	private final List<SourceOf> texts = new ArrayList<>();
	private final Once<Golden> golden;
	private final Once<MemoryReport> memory;
	private final Once<Long> checksum;
	private final Once<NvmMap> nvm;
	private final Once<Bytes> nvmOctets;

	private record SourceOf(String name, Supplier<GeneratedFile> content) {
	}

	/** Makes an emitter for one layout. */
	public Emitter(TableLayout layout, Tables tables, FirmwareOptions options) {
		this.layout = layout;
		this.tables = tables;
		this.options = options;
		golden = new Once<>(() -> new Golden(layout));
		memory = new Once<>(() -> MemoryAccount.of(layout, tables));
		checksum = new Once<>(() -> CheckSource.checksum(tables));
		nvm = new Once<>(() -> NvmMap.of(layout));
		nvmOctets = new Once<>(() -> NvmOctets.of(nvm.get()));
	}

	/** Makes the files; their texts do not depend on one another and are made side by side. */
	public GeneratedFirmware emit() {
		Handles handles = new Handles(layout, options);
		HandlerFiles handlers = new HandlerFiles(layout, handles);
		if (options.selfTest()) {
			Once<GoldenAccess> access = new Once<>(() -> new GoldenAccess(golden.get(), layout.objects().size(), layout.associations().size()));
			Supplier<SelfTestSource> selfTest = () -> new SelfTestSource(layout, handles, golden.get(), access.get());
			putLarge("selftest/%s_selftest.c", () -> selfTest.get().text());
			putLarge("selftest/%s_lists.inc", () -> selfTest.get().lists());
			putLarge("selftest/%s_rights.inc", () -> access.get().rights());
			putLarge("selftest/%s_access.inc", () -> access.get().rows());
		}
		put("%s.h", () -> new PublicHeader(layout, checksum, handles, nvm, nvmOctets).text());
		for (TableGroup group : TableGroup.values()) {
			if (!group.of(tables).isEmpty() || group == TableGroup.ROOT) {
				put(group == TableGroup.ROOT ? "tables/%s_tables_rows.h" : Text.of("%s_rows.h", group.file()), () -> new TableNames(layout, tables, handles, group).text());
			}
			if (!group.of(tables).isEmpty() && group != TableGroup.ROOT) {
				put(Text.of("%s.c", group.file()), () -> new TablesPart(layout, tables, handles, group).text());
			}
		}
		put("%s_memory.h", () -> new MemoryHeader(layout, handles).text());
		put("%s_tables.c", () -> new TablesSource(layout, tables, handles).text());
		put("%s_memory.c", () -> new MemorySource(layout, handles).text());
		if (options.runtime()) {
			putLarge("host/%s_host.c", () -> new HostSource(layout, handles).text());
		}
		if (layout.nvm().size() > 0) {
			put("factory/%s_nvm_image.c", () -> new ImageSource(layout, handles).text());
		}
		put("%s_check.c", () -> new CheckSource(layout, tables, handles).text());
		put("%s_handlers.h", handlers::header);
		put("%s_trace.json", () -> TraceFile.of(tables));
		put("%s_memory.txt", () -> new MemoryFiles(memory.get()).text());
		put("%s_memory.csv", () -> new MemoryFiles(memory.get()).csv());
		put("%s_memory.json", () -> new MemoryFiles(memory.get()).json());
		putForProduction(handles);
		putApdus(handles);
		SortedMap<String, GeneratedFile> files = new TreeMap<>();
		SideBySide.map(texts, text -> Map.entry(text.name(), text.content().get())).forEach(text -> files.put(text.getKey(), text.getValue()));
		files.put(Text.of("%s_handlers.c", options.prefix()), GeneratedFile.of(handlers.firstVersions(), true));
		RuntimeFiles.of(options, layout).forEach((name, content) -> files.put(name, GeneratedFile.of(content, false)));
		return new GeneratedFirmware(files, memory.get());
	}

	/** Adds what production and field updates want. */
	private void putForProduction(Handles handles) {
		put("link/%s_gnu.ld", () -> new SectionFiles(layout, handles).gnu());
		put("link/%s_iar.icf", () -> new SectionFiles(layout, handles).iar());
		put("link/%s_keil.sct", () -> new SectionFiles(layout, handles).keil());
		put("%s.hpp", () -> new OtherLanguages(layout, checksum, handles).cpp());
		put("%s.rs", () -> new OtherLanguages(layout, checksum, handles).rust());
		if (options.image()) {
			put("image/%s_tables.hex", () -> IntelHex.of(TableImage.of(layout, tables)));
			put("image/%s_nvm.hex", () -> IntelHex.of(nvmOctets.get()));
			put("image/%s_nvm_map.csv", () -> NvmMapFile.of(layout, nvm.get()));
		}
		List<TableLayout> older = options.before().stream().map(TableLayout::new).toList();
		List<Migration> migrations = older.stream().map(each -> Migration.between(NvmMap.of(each), nvm.get())).toList();
		List<LogMigration> logs = layout.profiles().isEmpty() ? List.of() : older.stream().map(each -> LogMigration.between(each.profiles(), layout.profiles())).toList();
		if (!migrations.isEmpty()) {
			MigrationFiles written = new MigrationFiles(layout, handles, migrations, logs);
			put("migrate/%s_migrate.c", written::source);
			put("migrate/%s_migrate.h", written::header);
			put("migrate/%s_migrate.csv", written::table);
		}
	}

	/** Adds golden APDUs and the program that compares them, where there is an association that anybody can open. */
	private void putApdus(Handles handles) {
		List<Opening> openings = options.selfTest() && options.runtime() ? Opening.of(layout) : List.of();
		if (!openings.isEmpty()) {
			put("selftest/apdus/%s_apdus.c", () -> new ApduProgram(layout, handles).text());
			putLarge("selftest/apdus/%s_apdus.inc", () -> new ApduFile(layout, golden.get(), openings).text());
		}
	}

	private void put(String name, Supplier<String> content) {
		texts.add(new SourceOf(Text.of(name, options.prefix()), () -> GeneratedFile.of(content.get(), false)));
	}

	private void putLarge(String name, Supplier<OctetText> content) {
		texts.add(new SourceOf(Text.of(name, options.prefix()), () -> new GeneratedFile(content.get().pieces(), false)));
	}
}
