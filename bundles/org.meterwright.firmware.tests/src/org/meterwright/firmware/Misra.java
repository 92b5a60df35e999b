// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cppcheck's MISRA C:2012 addon. It prints numbers of rules; their categories stand here. */
final class Misra {
	private static final Pattern FINDING = Pattern.compile("(.+):(\\d+): misra-c2012-(\\d+\\.\\d+)");

	/** Rules that MISRA C:2012 (third edition, with its first amendment) calls mandatory and advisory; all others are required. */
	private static final Set<String> MANDATORY = Set.of("9.1", "12.5", "13.6", "17.3", "17.4", "17.6", "19.1", "21.13", "21.17", "21.18", "21.19", "21.20", "22.2", "22.4", "22.5", "22.6");
	private static final Set<String> ADVISORY = Set.of("1.2", "2.3", "2.4", "2.5", "2.6", "2.7", "4.2", "5.9", "8.7", "8.9", "8.11", "8.13", "10.5", "11.4", "11.5", "12.1", "12.3",
			"12.4", "13.3", "13.4", "15.1", "15.4", "15.5", "17.5", "17.8", "18.4", "18.5", "19.2", "20.1", "20.5", "20.10", "21.12");

	/** How strict a rule is. */
	enum Category {
		MANDATORY, REQUIRED, ADVISORY
	}

	/** A rule that is broken, and where. */
	record Finding(String file, int line, String rule) {
		Category category() {
			Category category = ADVISORY.contains(rule) ? Category.ADVISORY : Category.REQUIRED;
			return MANDATORY.contains(rule) ? Category.MANDATORY : category;
		}
	}

	/** An enumeration or structure without a tag, and a row of a table. */
	private static final Pattern WITHOUT_TAG = Pattern.compile("\\s*(typedef )?(enum|struct) \\{.*");
	private static final Pattern ROW = Pattern.compile("\\s+\\{.*\\},?\\s*(/\\*.*\\*/)?");

	private Misra() {
	}

	static Tool tool() {
		return new Tool("cppcheck").require();
	}

	/** Checks sources as a product has them that gives these options to its compiler. */
	static List<Finding> check(Path folder, List<String> sources, List<String> options) {
		List<String> arguments = new ArrayList<>(List.of("--std=c99", "--enable=all", "--inconclusive", "--addon=misra", "--suppress=missingIncludeSystem", "--max-configs=1", "--quiet",
				"--template={file}:{line}: {id}", "-I.", "-Iruntime", "-Iruntime/server"));
		arguments.addAll(options);
		arguments.addAll(sources);
		String said = tool().run(folder, arguments).output();
		assertFalse(said.contains(": internalError"), said); // the addon did not look at a file
		return said.lines().map(FINDING::matcher).filter(Matcher::matches)
				.map(found -> new Finding(found.group(1), Integer.parseInt(found.group(2)), found.group(3))).filter(finding -> !isMistaken(folder, finding)).toList();
	}

	/** Cppcheck 2.10 takes what has no tag for a tag used twice or never, and the commas between the names in a table's row for operators. */
	private static boolean isMistaken(Path folder, Finding finding) {
		try {
			String line = Files.readAllLines(folder.resolve(finding.file())).get(finding.line() - 1);
			return switch (finding.rule()) {
				case "2.4", "5.7" -> WITHOUT_TAG.matcher(line).matches();
				case "10.1" -> finding.file().startsWith("tables/") && ROW.matcher(line).matches();
				default -> false;
			};
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
