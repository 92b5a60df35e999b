// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFile;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.views.code.CodeFile.State;

/**
 * What generating would write for a meter, compared with what is on disk; nothing is written.
 *
 * @param files  the files by path
 * @param memory what the tables take
 */
public record CodeModel(List<CodeFile> files, MemoryReport memory) {
	/** Copies the list. */
	public CodeModel {
		files = List.copyOf(files);
	}

	/**
	 * Generates in memory.
	 *
	 * @param folder where the files of this meter would go
	 * @throws org.meterwright.firmware.FirmwareException when tables cannot hold the meter
	 */
	public static CodeModel of(CompiledMeter meter, Path folder) {
		GeneratedFirmware firmware = FirmwareGenerator.generate(meter.model(), FirmwareOptions.forMeter(meter.model().getName()));
		List<CodeFile> files = new ArrayList<>();
		firmware.files().forEach((path, file) -> files.add(file(path, file, read(folder.resolve(path)))));
		return new CodeModel(files, firmware.memory());
	}

	private static CodeFile file(String path, GeneratedFile file, Optional<String> disk) {
		if (disk.isEmpty()) {
			return new CodeFile(path, State.NEW, file.content(), "", LineDiff.of("", file.content()).added(), 0);
		}
		if (file.userOwned()) {
			return new CodeFile(path, State.YOURS, disk.get(), disk.get(), List.of(), 0);
		}
		LineDiff diff = LineDiff.of(disk.get(), file.content());
		return new CodeFile(path, disk.get().equals(file.content()) ? State.SAME : State.CHANGED, file.content(), disk.get(), diff.added(), diff.removed());
	}

	private static Optional<String> read(Path file) {
		try {
			return Files.isRegularFile(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	/** Finds a file. */
	public Optional<CodeFile> file(String path) {
		return files.stream().filter(file -> file.path().equals(path)).findFirst();
	}

	/** Counts the files that generating would write. */
	public long written() {
		return files.stream().filter(file -> file.state() == State.NEW || file.state() == State.CHANGED).count();
	}

	/** Returns the file that is looked at first: the tables. */
	public Optional<CodeFile> tables() {
		return files.stream().filter(file -> file.path().endsWith("_tables.c")).findFirst();
	}

	/** Finds the file that has most to say of an object among those that are made for this meter; tables before everything else. */
	public Optional<CodeFile> fileOf(CosemObject object) {
		return files.stream().filter(file -> file.path().startsWith("tables/") || file.path().endsWith(".c")).filter(file -> !file.path().startsWith("runtime/"))
				.filter(file -> !linesOf(file.text(), object).isEmpty()).min(Comparator.comparingInt((CodeFile file) -> file.path().contains("objects") ? 0 : 1)
						.thenComparing(file -> !file.path().startsWith("tables/")).thenComparing(CodeFile::path));
	}

	/** Returns the lines of a text that are about an object: those that have its name as a word, or its logical name; from 0. */
	public static List<Integer> linesOf(String text, CosemObject object) {
		String name = Pattern.quote(String.valueOf(object.getName()));
		String logicalName = Pattern.quote(String.valueOf(object.getLogicalName()));
		Pattern about = Pattern.compile("(?<![\\w.\\[])%s(?![\\w\\[])|(?<![\\d])%s(?!\\d)".formatted(name, logicalName));
		List<Integer> lines = new ArrayList<>();
		int number = 0;
		for (String line : (Iterable<String>) text.lines()::iterator) {
			if (about.matcher(line).find()) {
				lines.add(number);
			}
			number++;
		}
		return lines;
	}
}
