// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.value.LogicalName;

/** Another DLMS library's client, started as a process of its own: requests and answers are lines of JSON. */
final class OtherClient implements AutoCloseable {

	private static final Path PROGRAM = Path.of("../org.meterwright.meter/target/meterwright-meter.jar");
	private static final Pattern AXDR = Pattern.compile("\"axdr\":\"([0-9A-Fa-f]*)\"");

	private final Process process;
	private final PrintStream requests;
	private final BufferedReader answers;

	/** Start it; the build makes it before these tests. */
	OtherClient() throws IOException {
		assertTrue(Files.isRegularFile(PROGRAM), () -> "%s is not built: ./mvnw package -pl bundles/org.meterwright.meter".formatted(PROGRAM));
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		process = new ProcessBuilder(List.of(java, "-jar", PROGRAM.toAbsolutePath().toString())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		answers = process.inputReader(StandardCharsets.UTF_8);
	}

	/** Ask, and return the answer's line. */
	String ask(String request, Object... arguments) throws IOException {
		requests.println(request.formatted(arguments));
		String answer = answers.readLine();
		if (answer == null) {
			throw new IOException("the other client ended at %s".formatted(request));
		}
		return answer;
	}

	/** What an attribute answered: octets in hex, or why there are none. */
	record Answer(Optional<String> octets, String whole) {
	}

	/** Read an attribute. */
	Answer read(int classId, LogicalName name, int attribute) throws IOException {
		String answer = ask("{\"do\":\"read\",\"class\":%d,\"name\":\"%s\",\"attribute\":%d}", classId, dotted(name), attribute);
		Matcher octets = AXDR.matcher(answer);
		return new Answer(octets.find() ? Optional.of(octets.group(1)) : Optional.empty(), answer);
	}

	/** Write an attribute; no octets in the answer, and no error where it was taken. */
	String write(int classId, LogicalName name, int attribute, String axdr) throws IOException {
		return ask("{\"do\":\"write\",\"class\":%d,\"name\":\"%s\",\"attribute\":%d,\"axdr\":\"%s\"}", classId, dotted(name), attribute, axdr);
	}

	/** Invoke a method; the answer has the octets that it returned, or an error. */
	Answer call(int classId, LogicalName name, int method, String axdr) throws IOException {
		String answer = ask("{\"do\":\"call\",\"class\":%d,\"name\":\"%s\",\"method\":%d,\"axdr\":\"%s\"}", classId, dotted(name), method, axdr);
		Matcher octets = AXDR.matcher(answer);
		return new Answer(octets.find() ? Optional.of(octets.group(1)) : Optional.empty(), answer);
	}

	/** Let it read a message that the meter sent by itself, with these keys. */
	Answer notification(String apdu, String key) throws IOException {
		String answer = ask("{\"do\":\"notification\",\"apdu\":\"%s\",\"system_title\":\"0000000000000000\",\"encryption_key\":\"%s\",\"authentication_key\":\"%s\"}", apdu, key, key);
		Matcher octets = AXDR.matcher(answer);
		return new Answer(octets.find() ? Optional.of(octets.group(1)) : Optional.empty(), answer);
	}

	/** Let it listen for what meters send by themselves; return the port. */
	int listen() throws IOException {
		return Integer.parseInt(ask("{\"do\":\"listen\"}").replaceAll("\\D", ""));
	}

	/** Let it take the next message that came over TCP, with these keys. */
	Answer receive(String key) throws IOException {
		String answer = ask("{\"do\":\"receive\",\"system_title\":\"0000000000000000\",\"encryption_key\":\"%s\",\"authentication_key\":\"%s\"}", key, key);
		Matcher octets = AXDR.matcher(answer);
		return new Answer(octets.find() ? Optional.of(octets.group(1)) : Optional.empty(), answer);
	}

	static String dotted(LogicalName name) {
		return "%d.%d.%d.%d.%d.%d".formatted(name.a(), name.b(), name.c(), name.d(), name.e(), name.f());
	}

	@Override
	public void close() {
		requests.close();
		process.destroy();
	}
}
