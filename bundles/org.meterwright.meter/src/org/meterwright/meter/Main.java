// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Reads requests from standard input, a JSON object a line, and answers each with one line on standard output. Ends with its input. */
public final class Main {

	private Main() {
	}

	/** Answer until the input ends. */
	public static void main(String[] arguments) throws IOException {
		PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		System.setOut(System.err); // the library writes remarks there
		Requests requests = new Requests();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!line.isBlank()) {
					answers.println(requests.answer(line));
				}
			}
		}
	}
}
