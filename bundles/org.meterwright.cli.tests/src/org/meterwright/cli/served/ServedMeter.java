// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A generated meter that runs on this computer. */
final class ServedMeter implements AutoCloseable {

	private final Process process;
	private final BufferedReader said;
	private final int port;
	private final List<String> told = new ArrayList<>();

	/** Start the program with keys by slot, in hex, and options. */
	ServedMeter(Path program, Map<Integer, String> keys, String... options) throws IOException {
		Path folder = program.getParent();
		Path file = Files.writeString(folder.resolve("keys.txt"),
				keys.entrySet().stream().map(key -> "%d %s%n".formatted(key.getKey(), key.getValue())).collect(Collectors.joining()));
		List<String> command = new ArrayList<>(List.of(program.toString(), "-p", "0", "-k", file.toString()));
		command.addAll(List.of(options));
		process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
		port = Integer.parseInt(said.readLine().split(" ")[1]);
	}

	int port() {
		return port;
	}

	/** Give a command and return the answer; what the meter tells before it is kept. */
	String command(String command) throws IOException {
		process.getOutputStream().write("%s\n".formatted(command).getBytes(StandardCharsets.US_ASCII));
		process.getOutputStream().flush();
		String line = said.readLine();
		while (!line.startsWith("= ")) {
			told.add(line);
			line = said.readLine();
		}
		return line.substring(2);
	}

	/** Return what the meter has told, and forget it. */
	List<String> told() {
		List<String> lines = List.copyOf(told);
		told.clear();
		return lines;
	}

	@Override
	public void close() throws IOException {
		process.getOutputStream().write("quit\n".getBytes(StandardCharsets.US_ASCII));
		process.getOutputStream().flush();
		try {
			if (process.waitFor() != 0) {
				throw new AssertionError("the meter ended with %d".formatted(process.exitValue()));
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
