// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.syntax.ProjectFiles;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.compare.Comparison.Scope;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.rules.Finding;
import org.meterwright.rules.report.TextReport;

/** Reads meters from whatever says what a meter is: texts, a model as XMI, object lists of a real meter. */
final class MeterSource {
	static final String TEXT = ".cosem";
	static final String MODEL = ".xmi";

	private final Console console;

	MeterSource(Console console) {
		this.console = console;
	}

	/** Read a file or folder. A file that is the other side of a comparison does not belong to this one, even if it stands beside. */
	List<NamedMeter> read(Path path, Optional<Path> other) {
		try {
			if (isText(path)) {
				List<SourceText> texts = ProjectFiles.read(List.of(path)).stream().filter(text -> text.given() || !isSame(text.name(), other)).toList();
				return texts(texts, ProjectFiles.name(path));
			}
			return data(path);
		} catch (FileSystemException e) {
			throw Problem.reading(e.getFile() == null ? path : Path.of(e.getFile()), e);
		} catch (IOException e) {
			throw Problem.reading(path, e);
		}
	}

	private List<NamedMeter> data(Path path) throws IOException {
		if (Files.isDirectory(path)) {
			try (Stream<Path> files = Files.list(path)) {
				List<Path> lists = files.filter(file -> Files.isRegularFile(file) && isList(file.getFileName().toString())).sorted().toList();
				if (lists.isEmpty()) {
					throw new Problem(ExitCode.FAILURE, "%s: there are neither texts (%s) nor object lists (.hex, .bin) in this folder.".formatted(path, TEXT));
				}
				List<ListFile> octets = new ArrayList<>();
				for (Path list : lists) {
					octets.add(new ListFile(ProjectFiles.name(list), Bytes.of(Files.readAllBytes(list))));
				}
				return lists(octets, path.toString());
			}
		}
		byte[] octets = Files.readAllBytes(path);
		String name = ProjectFiles.name(path);
		return name.endsWith(MODEL) ? model(octets, name) : lists(List.of(new ListFile(name, Bytes.of(octets))), name);
	}

	private static boolean isText(Path path) throws IOException {
		if (!Files.isDirectory(path)) {
			return path.toString().endsWith(TEXT);
		}
		try (Stream<Path> files = Files.walk(path)) {
			return files.anyMatch(file -> file.toString().endsWith(TEXT) && Files.isRegularFile(file));
		} catch (java.io.UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** Tell whether a file name looks like that of an object list. */
	static boolean isList(String name) {
		return name.endsWith(".hex") || name.endsWith(".bin");
	}

	private static boolean isSame(String name, Optional<Path> other) {
		try {
			return other.isPresent() && Files.exists(other.get()) && Files.isSameFile(Path.of(name), other.get());
		} catch (IOException e) {
			return false;
		}
	}

	/**
	 * Compile texts.
	 *
	 * @param root the file or folder that stands for all of them
	 */
	List<NamedMeter> texts(List<SourceText> texts, String root) {
		Compilation compilation = Workspace.of(texts).compile(Checks.TYPING);
		long errors = compilation.findings().stream().filter(Finding::isBlocking).count();
		if (compilation.meters().isEmpty()) {
			console.resultText(new TextReport().write(compilation.findings().stream().filter(Finding::isBlocking).toList()));
			throw errors > 0 ? new Problem(ExitCode.FINDINGS, "%s: a text with errors like these cannot be compared.".formatted(root))
					: new Problem(ExitCode.FAILURE, "%s: there is no meter in this text.".formatted(root));
		}
		if (errors > 0) {
			console.note("%s: %s in this text: 'meterwright check' lists them, and the comparison may miss what they hide.".formatted(root, Summary.count(errors, "error", "s")));
		}
		return compilation.meters().stream().map(meter -> named(meter, root)).toList();
	}

	private static NamedMeter named(CompiledMeter meter, String root) {
		return new NamedMeter(meter.name(), meter.variant(), meter.model(), Scope.ALL, relativeTo(root));
	}

	/** Call the file itself ".", and others as they are called from it or from the folder. */
	private static UnaryOperator<String> relativeTo(String root) {
		String folder = root.endsWith(TEXT) ? root.substring(0, Math.max(root.lastIndexOf('/'), root.lastIndexOf(':')) + 1) : root.endsWith(":") ? root : "%s/".formatted(root);
		return file -> {
			if (file.equals(root)) {
				return ".";
			}
			return file.startsWith(folder) ? file.substring(folder.length()) : file;
		};
	}

	/** Load a model. */
	List<NamedMeter> model(byte[] octets, String name) {
		try {
			Meter meter = ModelFiles.load(octets, name);
			return List.of(new NamedMeter(meter.getName() == null ? name : meter.getName(), Optional.empty(), meter, Scope.ALL, file -> ""));
		} catch (ModelFileException e) {
			throw new Problem(ExitCode.FAILURE, "%s.".formatted(e.getMessage()));
		}
	}

	/** Import the object lists of one meter. */
	List<NamedMeter> lists(List<ListFile> files, String name) {
		try {
			Meter meter = ObjectListImport.run("Imported", files, new Catalogue()).meter();
			return List.of(new NamedMeter(name.substring(name.lastIndexOf('/') + 1), Optional.empty(), meter, Scope.OBJECT_LISTS, file -> ""));
		} catch (ImportException e) {
			throw new Problem(ExitCode.FAILURE, "%s.".formatted(e.getMessage()));
		}
	}
}
