// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A generated meter that runs on this computer: commands go to its standard input, what it does comes from its standard output. */
public final class MeterProcess implements AutoCloseable {
	private static final int SECONDS = 10;

	private final Process process;
	private final BufferedReader said;
	private final int port;
	private final List<String> told = new ArrayList<>();

	/**
	 * Starts the program.
	 *
	 * @param keys    keys and secrets by slot, in hex
	 * @param options options of the program, such as -s for a serial line
	 */
	public MeterProcess(Path program, Map<Integer, String> keys, String... options) throws IOException {
		Path file = Files.writeString(program.resolveSibling("keys.txt"), keys.entrySet().stream().map(key -> "%d %s%n".formatted(key.getKey(), key.getValue())).collect(Collectors.joining()));
		List<String> command = new ArrayList<>(List.of(program.toString(), "-p", "0", "-k", file.toString()));
		command.addAll(List.of(options));
		process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
		port = listening();
	}

	/** Returns the port that the program tells; what the meter does when it starts stands before. */
	private int listening() throws IOException {
		String line = line();
		while (!line.startsWith("listening ")) {
			told.add(line);
			line = line();
		}
		return Integer.parseInt(line.split(" ")[1]);
	}

	/** Returns the TCP port on which clients reach it. */
	public int port() {
		return port;
	}

	/** Gives a command and returns the answer; what the meter tells before it is kept. */
	public String command(String command) throws IOException {
		process.getOutputStream().write("%s\n".formatted(command).getBytes(StandardCharsets.US_ASCII));
		process.getOutputStream().flush();
		String line = line();
		while (!line.startsWith("= ")) {
			told.add(line);
			line = line();
		}
		return line.substring(2);
	}

	private String line() throws IOException {
		String line = said.readLine();
		if (line == null) {
			throw new IOException("the meter's program has ended");
		}
		return line;
	}

	/** Returns what the meter has told, and forgets it. */
	public List<String> told() {
		List<String> lines = List.copyOf(told);
		told.clear();
		return lines;
	}

	/** Ends the program at once, whatever it does. */
	public void kill() {
		process.destroyForcibly();
	}

	/** Tells whether the program runs. */
	public boolean isAlive() {
		return process.isAlive();
	}

	@Override
	public void close() throws IOException {
		try (OutputStream commands = process.getOutputStream()) {
			commands.write("quit\n".getBytes(StandardCharsets.US_ASCII));
		} catch (IOException e) {
			process.destroyForcibly(); // it has ended already
		}
		try {
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException("the meter's program did not end");
			}
			if (process.exitValue() != 0) {
				throw new IOException("the meter's program ended with %d".formatted(process.exitValue()));
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}
