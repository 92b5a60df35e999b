// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what the arguments of a comparison mean, and reads both sides. */
final class CompareSides {
	private static final Pattern RANGE = Pattern.compile("(.*?)(\\.{2,3})(.*)");

	private final MeterSource source;
	private final List<String> inputs;
	private final boolean git;
	private final MeterChoice choice;

	CompareSides(MeterSource source, List<String> inputs, boolean git, MeterChoice choice) {
		this.source = source;
		this.inputs = inputs;
		this.git = git;
		this.choice = choice;
	}

	Sides read() {
		if (git) {
			return inputs.size() == 3 ? revisions(inputs.get(0), inputs.get(1), path(inputs.get(2))) : workTree();
		}
		Matcher range = RANGE.matcher(inputs.getFirst());
		if (inputs.size() == 2 && range.matches() && !exists(inputs.getFirst())) {
			return range(range, path(inputs.get(1)));
		}
		if (inputs.size() == 1) {
			return one();
		}
		if (inputs.size() != 2) {
			throw new Problem(ExitCode.USAGE, "Give two sides to compare; revisions are told by --git.");
		}
		Path left = path(inputs.get(0));
		Path right = path(inputs.get(1));
		return new Sides(inputs.get(0), source.read(left, Optional.of(right)), inputs.get(1), source.read(right, Optional.of(left)));
	}

	private Sides one() {
		if (!choice.namesTwo()) {
			throw new Problem(ExitCode.USAGE, "Give two sides to compare, or two meters of one text: --variants A B, --meters A B.");
		}
		List<NamedMeter> meters = source.read(path(inputs.getFirst()), Optional.empty());
		return new Sides("", meters, "", meters);
	}

	private Sides range(Matcher range, Path path) {
		String left = range.group(1).isEmpty() ? "HEAD" : range.group(1);
		String right = range.group(3).isEmpty() ? "HEAD" : range.group(3);
		if (range.group(2).length() == 2) {
			return revisions(left, right, path);
		}
		GitSource repository = new GitSource(source, path);
		String base = repository.mergeBase(left, right);
		return new Sides("%s...%s".formatted(left, right), repository.read(base), right, repository.read(right));
	}

	private Sides revisions(String left, String right, Path path) {
		GitSource repository = new GitSource(source, path);
		return new Sides(left, repository.read(left), right, repository.read(right));
	}

	private Sides workTree() {
		if (inputs.size() != 2) {
			throw new Problem(ExitCode.USAGE, "Say --git REV PATH or --git REV1 REV2 PATH.");
		}
		Path path = path(inputs.get(1));
		return new Sides(inputs.get(0), new GitSource(source, path).read(inputs.get(0)), "the work tree", source.read(path, Optional.empty()));
	}

	private static boolean exists(String name) {
		try {
			return Files.exists(Path.of(name));
		} catch (InvalidPathException e) {
			return false;
		}
	}

	private static Path path(String name) {
		try {
			return Path.of(name);
		} catch (InvalidPathException e) {
			throw new Problem(ExitCode.USAGE, "'%s' is no file or folder.".formatted(name));
		}
	}
}
