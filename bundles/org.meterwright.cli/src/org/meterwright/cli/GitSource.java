// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.dsl.syntax.ProjectFiles;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.exchange.objectlist.ListFile;

/** Reads meters as a git revision has them, without touching the work tree. */
final class GitSource {
	private final GitTool git;
	private final MeterSource meters;
	private final Path given;
	private final String path;

	GitSource(MeterSource meters, Path path) {
		this.git = GitTool.around(path);
		this.meters = meters;
		this.given = path;
		this.path = inside(path);
	}

	/** Return a path as git calls it, even where it is not there any more. */
	private String inside(Path wanted) {
		Path absolute = wanted.toAbsolutePath().normalize();
		Path existing = absolute;
		while (!Files.exists(existing)) {
			existing = existing.getParent();
		}
		try {
			Path real = existing.toRealPath().resolve(existing.relativize(absolute));
			return ProjectFiles.name(git.top().toRealPath().relativize(real));
		} catch (IOException e) {
			throw Problem.reading(wanted, e);
		}
	}

	/** Return the revision from which two lines of work parted. */
	String mergeBase(String left, String right) {
		return git.ask("merge-base", git.commit(left), git.commit(right));
	}

	/** Read the meters of a revision. */
	List<NamedMeter> read(String revision) {
		String commit = git.commit(revision);
		Map<String, String> files = git.files(commit, path);
		if (files.isEmpty()) {
			throw new Problem(ExitCode.FAILURE, "%s: there is no such file or folder in %s.".formatted(given, revision));
		}
		if (files.containsKey(path) && !path.endsWith(MeterSource.TEXT)) {
			byte[] octets = git.contents(List.of(files.get(path))).get(files.get(path));
			String name = name(revision, path);
			return path.endsWith(MeterSource.MODEL) ? meters.model(octets, name) : meters.lists(List.of(new ListFile(name, Bytes.of(octets))), name);
		}
		List<String> texts = files.keySet().stream().filter(file -> file.endsWith(MeterSource.TEXT)).toList();
		return texts.isEmpty() ? lists(revision, files) : meters.texts(texts(revision, commit, files, texts), name(revision, path));
	}

	private List<NamedMeter> lists(String revision, Map<String, String> files) {
		List<String> names = files.keySet().stream().filter(MeterSource::isList).toList();
		if (names.isEmpty()) {
			throw new Problem(ExitCode.FAILURE, "%s: there are neither texts nor object lists in this folder in %s.".formatted(given, revision));
		}
		Map<String, byte[]> contents = git.contents(names.stream().map(files::get).distinct().toList());
		return meters.lists(names.stream().map(name -> new ListFile(name(revision, name), Bytes.of(contents.get(files.get(name))))).toList(), name(revision, path));
	}

	private List<SourceText> texts(String revision, String commit, Map<String, String> files, List<String> names) {
		Map<String, String> beside = files.containsKey(path) ? git.files(commit, folder()) : Map.of();
		Set<String> hashes = new LinkedHashSet<>();
		names.forEach(name -> hashes.add(files.get(name)));
		beside.forEach((name, hash) -> {
			if (name.endsWith(MeterSource.TEXT)) {
				hashes.add(hash);
			}
		});
		Map<String, byte[]> contents = git.contents(List.copyOf(hashes));
		List<SourceText> given = new ArrayList<>();
		names.forEach(name -> given.add(SourceText.decode(name(revision, name), contents.get(files.get(name)), true)));
		List<SourceText> others = new ArrayList<>();
		beside.forEach((name, hash) -> {
			if (name.endsWith(MeterSource.TEXT) && !files.containsKey(name)) {
				others.add(SourceText.decode(name(revision, name), contents.get(hash), false));
			}
		});
		return ProjectFiles.complete(given, others);
	}

	private String folder() {
		return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
	}

	private static String name(String revision, String file) {
		return "%s:%s".formatted(revision, file);
	}
}
