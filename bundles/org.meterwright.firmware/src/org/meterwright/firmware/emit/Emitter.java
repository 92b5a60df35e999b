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
	private final FirmwareOptions options;
	private final List<SourceOf> texts = new ArrayList<>();
	private final Once<Tables> tables;
	private final Once<Handles> handles;
	private final Once<Golden> golden;
	private final Once<MemoryReport> memory;
	private final Once<Long> checksum;
	private final Once<NvmMap> nvm;
	private final Once<Bytes> nvmOctets;

	private record SourceOf(String name, Supplier<GeneratedFile> content) {
	}

	/** Makes an emitter for one layout and its tables. */
	public Emitter(TableLayout layout, Tables tables, FirmwareOptions options) {
		this(layout, () -> tables, options);
	}

	/** Makes an emitter for one layout; its tables are made beside what does not hang on them. */
	public Emitter(TableLayout layout, FirmwareOptions options) {
		this(layout, () -> Tables.of(layout), options);
	}

	private Emitter(TableLayout layout, Supplier<Tables> tables, FirmwareOptions options) {
		this.layout = layout;
		this.options = options;
		this.tables = new Once<>(tables);
		handles = new Once<>(() -> new Handles(layout, options));
		golden = new Once<>(() -> new Golden(layout));
		memory = new Once<>(() -> MemoryAccount.of(layout, this.tables.get()));
		checksum = new Once<>(() -> CheckSource.checksum(this.tables.get()));
		nvm = new Once<>(() -> NvmMap.of(layout));
		nvmOctets = new Once<>(() -> NvmOctets.of(nvm.get()));
	}

	/** Makes the files; their texts do not depend on one another and are made side by side. */
	public GeneratedFirmware emit() {
		List<Once<?>> first = new ArrayList<>(List.of(tables, handles, nvmOctets));
		if (options.selfTest()) {
			first.add(1, golden);
		}
		SideBySide.map(first, Once::get);
		putAll(tables.get(), handles.get());
		SortedMap<String, GeneratedFile> files = new TreeMap<>(RuntimeFiles.of(options, layout));
		SideBySide.map(texts, text -> Map.entry(text.name(), text.content().get())).forEach(text -> files.put(text.getKey(), text.getValue()));
		return new GeneratedFirmware(files, memory.get());
	}

	/** Adds all texts; long ones first, so that nobody begins one when the others are done. */
	private void putAll(Tables made, Handles names) {
		putSelfTest(names);
		putLarge("%s_memory.json", () -> new MemoryFiles(memory.get()).json());
		put("%s_trace.json", () -> TraceFile.of(made));
		putLarge("%s.h", () -> new PublicHeader(layout, checksum, names, nvm, nvmOctets).text());
		if (layout.nvm().size() > 0) {
			putLarge("factory/%s_nvm_image.c", () -> new ImageSource(layout, names).text());
		}
		for (TableGroup group : TableGroup.values()) {
			if (!group.of(made).isEmpty() || group == TableGroup.ROOT) {
				putLarge(group == TableGroup.ROOT ? "tables/%s_tables_rows.h" : Text.of("%s_rows.h", group.file()), () -> new TableNames(layout, made, names, group).text());
			}
			if (!group.of(made).isEmpty() && group != TableGroup.ROOT) {
				putLarge(Text.of("%s.c", group.file()), () -> new TablesPart(layout, made, names, group).text());
			}
		}
		putLarge("%s_memory.h", () -> new MemoryHeader(layout, names).text());
		putLarge("%s_tables.c", () -> new TablesSource(layout, made, names).text());
		put("%s_memory.c", () -> new MemorySource(layout, names).text());
		put("%s_check.c", () -> new CheckSource(layout, made, names).text());
		putLarge("%s_memory.txt", () -> new MemoryFiles(memory.get()).text());
		putLarge("%s_memory.csv", () -> new MemoryFiles(memory.get()).csv());
		putForFirmware(names);
		putForProduction(made, names);
	}

	/** Adds the self-test, with golden APDUs and the program that compares them where there is an association that anybody can open. */
	private void putSelfTest(Handles names) {
		if (!options.selfTest()) {
			return;
		}
		List<Opening> openings = options.runtime() ? Opening.of(layout) : List.of();
		if (!openings.isEmpty()) {
			putLarge("selftest/apdus/%s_apdus.inc", () -> new ApduFile(layout, golden.get(), openings).text());
			put("selftest/apdus/%s_apdus.c", () -> new ApduProgram(layout, names).text());
		}
		Once<GoldenAccess> access = new Once<>(() -> new GoldenAccess(golden.get(), layout.objects().size(), layout.associations().size()));
		Supplier<SelfTestSource> selfTest = () -> new SelfTestSource(layout, names, golden.get(), access.get());
		putLarge("selftest/%s_selftest.c", () -> selfTest.get().text());
		putLarge("selftest/%s_lists.inc", () -> selfTest.get().lists());
		putLarge("selftest/%s_rights.inc", () -> access.get().rights());
		putLarge("selftest/%s_access.inc", () -> access.get().rows());
	}

	/** Adds what the firmware has functions for. */
	private void putForFirmware(Handles names) {
		HandlerFiles handlers = new HandlerFiles(layout, names);
		put("%s_handlers.h", handlers::header);
		texts.add(new SourceOf(Text.of("%s_handlers.c", options.prefix()), () -> GeneratedFile.of(handlers.firstVersions(), true)));
		if (options.runtime()) {
			putLarge("host/%s_host.c", () -> new HostSource(layout, names).text());
		}
	}

	/** Adds what production and field updates want. */
	private void putForProduction(Tables made, Handles names) {
		put("link/%s_gnu.ld", () -> new SectionFiles(layout, names).gnu());
		put("link/%s_iar.icf", () -> new SectionFiles(layout, names).iar());
		put("link/%s_keil.sct", () -> new SectionFiles(layout, names).keil());
		putLarge("%s.hpp", () -> new OtherLanguages(layout, checksum, names).cpp());
		putLarge("%s.rs", () -> new OtherLanguages(layout, checksum, names).rust());
		if (options.image()) {
			put("image/%s_tables.hex", () -> IntelHex.of(TableImage.of(layout, made)));
			put("image/%s_nvm.hex", () -> IntelHex.of(nvmOctets.get()));
			putLarge("image/%s_nvm_map.csv", () -> NvmMapFile.of(layout, nvm.get()));
		}
		List<TableLayout> older = options.before().stream().map(TableLayout::new).toList();
		List<Migration> migrations = older.stream().map(each -> Migration.between(NvmMap.of(each), nvm.get())).toList();
		List<LogMigration> logs = layout.profiles().isEmpty() ? List.of() : older.stream().map(each -> LogMigration.between(each.profiles(), layout.profiles())).toList();
		if (!migrations.isEmpty()) {
			MigrationFiles written = new MigrationFiles(layout, names, migrations, logs);
			put("migrate/%s_migrate.c", written::source);
			put("migrate/%s_migrate.h", written::header);
			put("migrate/%s_migrate.csv", written::table);
		}
	}

	private void put(String name, Supplier<String> content) {
		texts.add(new SourceOf(Text.of(name, options.prefix()), () -> GeneratedFile.of(content.get(), false)));
	}

	private void putLarge(String name, Supplier<OctetText> content) {
		texts.add(new SourceOf(Text.of(name, options.prefix()), () -> new GeneratedFile(content.get().pieces(), false)));
	}
}
