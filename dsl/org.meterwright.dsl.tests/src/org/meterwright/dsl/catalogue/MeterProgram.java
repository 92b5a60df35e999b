// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The meter program, started as a process of its own: requests and answers are lines of JSON. */
final class MeterProgram implements AutoCloseable {
	private static final Path PROGRAM = Path.of("../../bundles/org.meterwright.meter/target/meterwright-meter.jar");
	private static final Pattern CLASS = Pattern.compile("\\{[^{}]*\\}");

	private final Process process;
	private final PrintStream requests;
	private final BufferedReader answers;

	/** An interface class that the other library knows. */
	record Known(int id, int version, int attributes, int methods) {
	}

	/** What it made of a value: octets, or why it could not. */
	record Kept(String axdr, String error) {
	}

	private MeterProgram(Process process) {
		this.process = process;
		requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		answers = process.inputReader(StandardCharsets.UTF_8);
	}

	/** Start it; the build makes it before these tests. */
	static MeterProgram start() throws IOException {
		assertTrue(Files.isRegularFile(PROGRAM), () -> "%s is not built: ./mvnw package -pl bundles/org.meterwright.meter".formatted(PROGRAM));
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new MeterProgram(new ProcessBuilder(List.of(java, "-jar", PROGRAM.toAbsolutePath().toString())).redirectError(ProcessBuilder.Redirect.DISCARD).start());
	}

	/** Ask, and return the answer's line. */
	String ask(String request) throws IOException {
		requests.println(request);
		String answer = answers.readLine();
		if (answer == null) {
			throw new IOException("The meter program ended at %s".formatted(request));
		}
		return answer;
	}

	/** List the classes that it knows. */
	Stream<Known> classes() throws IOException {
		return CLASS.matcher(ask("{\"do\":\"classes\"}")).results().map(found -> found.group())
				.map(text -> new Known(number(text, "class"), number(text, "version"), number(text, "attributes"), number(text, "methods")));
	}

	/** Let one of its objects take a value and write it again. */
	Kept keep(int id, int version, int attribute, String axdr) throws IOException {
		String answer = ask("{\"do\":\"keep\",\"class\":%d,\"version\":%d,\"attribute\":%d,\"axdr\":\"%s\"}".formatted(id, version, attribute, axdr));
		return new Kept(text(answer, "axdr"), text(answer, "error"));
	}

	private static int number(String json, String name) {
		Matcher found = Pattern.compile("\"%s\":(\\d+)".formatted(name)).matcher(json);
		assertTrue(found.find(), json);
		return Integer.parseInt(found.group(1));
	}

	/** Find a text member; its escapes are left as they are. */
	static String text(String json, String name) {
		Matcher found = Pattern.compile("\"%s\":\"((?:[^\"\\\\]|\\\\.)*)\"".formatted(name)).matcher(json);
		return found.find() ? found.group(1) : "";
	}

	@Override
	public void close() {
		requests.close();
		process.destroy();
	}
}
