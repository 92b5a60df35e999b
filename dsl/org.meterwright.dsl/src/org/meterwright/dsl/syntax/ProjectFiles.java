// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the files that belong to those that the user gives: in the same folder and below, by namespace. */
public final class ProjectFiles {
	private static final int DEEPEST = 12;
	private static final int MOST = 20_000;

	private ProjectFiles() {
	}

	/**
	 * Reads files and folders, and what belongs to the files.
	 *
	 * @throws IOException when one that was given cannot be read
	 */
	public static List<SourceText> read(List<Path> inputs) throws IOException {
		Map<String, SourceText> texts = new TreeMap<>();
		Set<Path> seen = new LinkedHashSet<>();
		for (Path input : inputs) {
			for (Path path : Files.isDirectory(input) ? below(input) : List.of(input)) {
				byte[] octets = octets(path);
				if (seen.add(path.toRealPath())) {
					texts.put(name(path), SourceText.decode(name(path), octets, true));
				}
			}
		}
		Map<String, Path> beside = new LinkedHashMap<>();
		for (Path input : inputs) {
			Path folder = input.getParent() == null ? Path.of("") : input.getParent();
			for (Path path : Files.isDirectory(input) ? List.<Path>of() : below(folder)) {
				if (seen.add(path.toRealPath())) {
					beside.put(name(path), path);
				}
			}
		}
		return complete(texts.values(), readable(beside));
	}

	/** Adds those of the texts beside the given ones whose namespaces are open or imported, as long as there are any; sorted by name. */
	public static List<SourceText> complete(Collection<SourceText> given, Collection<SourceText> beside) {
		Map<String, SourceText> texts = new TreeMap<>();
		given.forEach(text -> texts.put(text.name(), text));
		Map<String, SourceText> candidates = new LinkedHashMap<>();
		beside.stream().filter(text -> !texts.containsKey(text.name())).forEach(text -> candidates.put(text.name(), text));
		Deque<SourceText> open = new ArrayDeque<>(texts.values());
		Set<String> wanted = new LinkedHashSet<>();
		while (!open.isEmpty()) {
			FileHead head = FileHead.of(open.pop().text());
			boolean more = wanted.add(head.namespace()) | wanted.addAll(head.imports());
			if (more) {
				List<SourceText> found = candidates.values().stream().filter(text -> belongs(FileHead.of(text.text()), wanted)).toList();
				found.forEach(text -> {
					candidates.remove(text.name());
					texts.put(text.name(), text);
					open.add(text);
				});
			}
		}
		return List.copyOf(texts.values());
	}

	private static List<SourceText> readable(Map<String, Path> paths) {
		List<SourceText> texts = new ArrayList<>();
		paths.forEach((name, path) -> {
			try {
				texts.add(SourceText.decode(name, Files.readAllBytes(path), false));
			} catch (IOException e) {
				// a file that nobody named and that cannot be read is not part of the project
			}
		});
		return texts;
	}

	private static boolean belongs(FileHead head, Set<String> wanted) {
		return wanted.contains(head.namespace());
	}

	private static byte[] octets(Path path) throws IOException {
		if (!Files.exists(path)) {
			throw new NoSuchFileException(name(path));
		}
		return Files.readAllBytes(path);
	}

	/** Names a path as the user gave it, with forward slashes. */
	public static String name(Path path) {
		return path.toString().replace('\\', '/');
	}

	private static List<Path> below(Path folder) throws IOException {
		List<Path> found = new ArrayList<>();
		Path start = folder.toString().isEmpty() ? Path.of(".") : folder;
		Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
				boolean hidden = !path.equals(start) && path.getFileName().toString().startsWith(".");
				return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
				if (path.getFileName().toString().endsWith(".cosem") && attributes.isRegularFile()) {
					found.add(folder.toString().isEmpty() ? start.relativize(path) : path);
				}
				return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path path, IOException problem) throws IOException {
				if (path.equals(start)) {
					throw problem;
				}
				return FileVisitResult.CONTINUE;
			}
		});
		return found.stream().sorted().toList();
	}
}
