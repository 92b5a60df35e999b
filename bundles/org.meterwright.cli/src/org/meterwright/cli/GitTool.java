// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the git that is installed. */
final class GitTool {
	private final Path folder;

	/** What a run of git gave. */
	record Result(int status, byte[] output, String complaint) {

		String text() {
			return new String(output, StandardCharsets.UTF_8).strip();
		}
	}

	private GitTool(Path folder) {
		this.folder = folder;
	}

	/** Opens the work tree that a path is in, or would be in. */
	static GitTool around(Path path) {
		Path folder = path.toAbsolutePath().normalize();
		while (!Files.isDirectory(folder) && folder.getParent() != null) {
			folder = folder.getParent();
		}
		Result top = new GitTool(folder).run(new byte[0], List.of("rev-parse", "--show-toplevel"));
		if (top.status != 0) {
			throw new Problem(ExitCode.FAILURE, "%s is in no git work tree: give two files or folders to compare, or a path inside a work tree.".formatted(path));
		}
		return new GitTool(Path.of(top.text()));
	}

	/** Runs git in a folder, whether it is in a work tree or not. */
	static GitTool in(Path folder) {
		return new GitTool(folder);
	}

	/** Returns the top of the work tree. */
	Path top() {
		return folder;
	}

	/** Runs git and returns what it says; where it fails, its first words become the problem. */
	String ask(String... arguments) {
		Result result = run(new byte[0], List.of(arguments));
		if (result.status != 0) {
			throw new Problem(ExitCode.FAILURE, "git %s failed: %s.".formatted(arguments[0], result.complaint));
		}
		return result.text();
	}

	/** Runs git, whatever its status. */
	Result run(byte[] input, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of("git"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().put("LC_ALL", "C");
		try {
			Process process = builder.start();
			ByteArrayOutputStream complaint = new ByteArrayOutputStream();
			Thread errors = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), complaint));
			Thread writer = Thread.ofVirtual().start(() -> write(input, process.getOutputStream()));
			byte[] output = process.getInputStream().readAllBytes();
			writer.join();
			errors.join();
			return new Result(process.waitFor(), output, firstLine(complaint.toString(StandardCharsets.UTF_8)));
		} catch (IOException e) {
			throw new Problem(ExitCode.FAILURE, "git cannot be started: install it, or give two files or folders to compare.");
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Problem(ExitCode.FAILURE, "git was interrupted.");
		}
	}

	private static void copy(InputStream from, OutputStream to) {
		try {
			from.transferTo(to);
		} catch (IOException e) {
			// what git said until then is enough
		}
	}

	private static void write(byte[] input, OutputStream to) {
		try (to) {
			to.write(input);
		} catch (IOException e) {
			// git ended before it had read all; its status tells why
		}
	}

	private static String firstLine(String text) {
		String line = text.lines().map(String::strip).filter(each -> !each.isEmpty()).findFirst().orElse("it gave no reason");
		String plain = line.replaceFirst("^(fatal|error): ", "");
		return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
	}

	/** Finds the commit that a revision names. */
	String commit(String revision) {
		Result result = run(new byte[0], List.of("rev-parse", "--verify", "--quiet", "--end-of-options", "%s^{commit}".formatted(revision)));
		if (result.status != 0) {
			throw new Problem(ExitCode.FAILURE, "%s is no revision of this repository: give a branch, a tag or a commit.".formatted(revision));
		}
		return result.text();
	}

	/** Lists the plain files of a commit at and below a path of the work tree, with the names of their contents. */
	Map<String, String> files(String commit, String path) {
		List<String> arguments = new ArrayList<>(List.of("--literal-pathspecs", "ls-tree", "-r", "-z", commit));
		if (!path.isEmpty()) {
			arguments.addAll(List.of("--", path));
		}
		Result result = run(new byte[0], arguments);
		if (result.status != 0) {
			throw new Problem(ExitCode.FAILURE, "git ls-tree failed: %s.".formatted(result.complaint));
		}
		Map<String, String> files = new LinkedHashMap<>();
		for (String entry : new String(result.output, StandardCharsets.UTF_8).split("\0")) {
			int tab = entry.indexOf('\t');
			String[] words = tab < 0 ? new String[0] : entry.substring(0, tab).split(" ");
			if (words.length == 3 && words[0].startsWith("100")) {
				files.put(entry.substring(tab + 1), words[2]);
			}
		}
		return files;
	}

	/** Returns contents by their names. */
	Map<String, byte[]> contents(List<String> hashes) {
		byte[] wanted = String.join("\n", hashes).concat("\n").getBytes(StandardCharsets.US_ASCII);
		byte[] output = hashes.isEmpty() ? new byte[0] : run(wanted, List.of("cat-file", "--batch")).output;
		Map<String, byte[]> contents = new LinkedHashMap<>();
		int at = 0;
		while (at < output.length) {
			int end = at;
			while (output[end] != '\n') {
				end++;
			}
			String[] head = new String(output, at, end - at, StandardCharsets.US_ASCII).split(" ");
			if (head.length != 3) {
				throw new Problem(ExitCode.FAILURE, "git cat-file failed: %s.".formatted(String.join(" ", head)));
			}
			int length = Integer.parseInt(head[2]);
			contents.put(head[0], Arrays.copyOfRange(output, end + 1, end + 1 + length));
			at = end + 1 + length + 1;
		}
		return contents;
	}
}
