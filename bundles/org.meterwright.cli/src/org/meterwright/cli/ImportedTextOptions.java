// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Option;

/** Where an imported meter's text goes, and what the meter is called. */
final class ImportedTextOptions {

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", required = true, description = "Text file to write.")
	private Path output;

	@Option(names = "--name", paramLabel = "NAME", description = "Name of the meter; otherwise the one it has, or made from the output file's name.")
	private String name;

	@Option(names = "--overwrite", description = "Replace the text file when there is one already.")
	private boolean overwrite;

	/** Return the text file. */
	Path file() {
		return output;
	}

	/** Tell whether the user named the meter. */
	boolean isNamed() {
		return name != null;
	}

	/** Make the meter's name: an identifier. */
	String meterName() {
		String wanted = name == null ? output.getFileName().toString().replaceFirst("\\.[^.]*$", "") : name;
		String plain = Stream.of(wanted.split("[^A-Za-z0-9]+")).filter(word -> !word.isEmpty()).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
				.collect(Collectors.joining());
		return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "Meter%s".formatted(plain) : plain;
	}

	/** Refuse to replace another text, unless the user said so. */
	void checkFree(String text) {
		if (!overwrite && Files.exists(output) && !text.equals(TextFiles.read(output))) {
			throw new Problem(ExitCode.FAILURE, "%s: is there already; take another name, or say --overwrite.".formatted(output));
		}
	}

	/** Write the text. */
	void write(String text) {
		OutputFiles.write(List.of(OutputFile.text(output, text)));
	}
}
