// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Prints how long checking, generating and editing take on meters of 300, 2,000 and 20,000 objects, the last in 40 files; each figure from
 * processes of its own.
 */
public final class LanguageBenchmark {
	private static final int RUNS = 3;

	private record Size(int objects, int files, String label) {
	}

	private record Row(String label, Function<Map<String, String>, String> cell, String goals) {
	}

	private static final List<Size> SIZES = List.of(new Size(300, 1, "300"), new Size(2000, 1, "2,000"), new Size(20_000, 40, "20,000"));

	private final Path launcher;
	private final String classes;
	private final Path work;
	private int folders;

	private LanguageBenchmark(Path launcher, String classes, Path work) {
		this.launcher = launcher;
		this.classes = classes;
		this.work = work;
	}

	/**
	 * Measures: the command line's launcher, the folder of this class, then {@code batch}, {@code editing} and sizes; all when none is named.
	 * {@code processor} counts the time that the processor gives to a phase or an edit instead of that on the wall, for a machine that is busy.
	 */
	public static void main(String[] arguments) throws IOException {
		List<String> wanted = Stream.of(arguments).skip(2).map(word -> word.replace(",", "")).toList();
		if (wanted.contains("processor")) {
			System.setProperty(Samples.PROCESSOR_TIME, "true");
		}
		List<Size> sizes = SIZES.stream().filter(size -> SIZES.stream().noneMatch(each -> wanted.contains("%d".formatted(each.objects))) || wanted.contains("%d".formatted(size.objects)))
				.toList();
		Path work = Files.createTempDirectory("benchmark");
		LanguageBenchmark benchmark = new LanguageBenchmark(Path.of(arguments[0]), arguments[1], work);
		try {
			if (!wanted.contains("editing")) {
				benchmark.batch(sizes);
			}
			if (!wanted.contains("batch")) {
				benchmark.editing(sizes);
			}
		} finally {
			try (Stream<Path> left = Files.walk(work)) {
				left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
			}
		}
	}

	private Path texts(Size size) throws IOException {
		return SyntheticMeter.write(work.resolve("m%d".formatted(size.objects)), SyntheticMeter.of(size.objects, size.files));
	}

	private void batch(List<Size> sizes) throws IOException {
		List<Map<String, String>> columns = new ArrayList<>();
		for (Size size : sizes) {
			columns.add(batch(texts(size), work.resolve("out%d".formatted(size.objects))));
		}
		List<Row> rows = List.of(value("lines of text", "lines", 0, ""), value("attributes", "attributes", 0, ""), value("check, cold process, s", "check cold", 2, ""),
				value("  processor, s", "check busy", 2, ""), value("  most memory, MB", "check peak", 0, ""), value("generate, cold process, s", "generate cold", 2, "2,000: 1.5   20,000: 4"),
				value("  processor, s", "generate busy", 2, ""), value("  most memory, MB", "generate peak", 0, "20,000: 600"),
				value("parse alone, cold process, s", "parse cold", 2, ""), value("  processor, s", "parse busy", 2, ""),
				value("  generate is times that", "ratio", 2, ""), value("phases in a process: library, ms", "library", 0, ""), value("  parse, ms", "parse", 0, ""),
				value("  elaborate, ms", "elaborate", 0, ""), value("  rules, ms", "rules", 0, ""), value("  layout, ms", "layout", 0, ""),
				value("  tables, ms", "tables", 0, ""), value("  emit, ms", "emit", 0, ""), value("  write, ms", "write", 0, ""),
				value("model to all of C, warm, attributes/s", "attributes per second", 0, "100,000"), value("  processor, ms", "generate again busy", 0, ""),
				value("  without self-test and runtime", "tables per second", 0, ""), value("  checked, attributes/s", "checked per second", 0, ""));
		print("Batch", sizes, rows, columns);
	}

	private Map<String, String> batch(Path texts, Path output) {
		Started check = best(() -> Started.run(List.of(launcher.toString(), "check", texts.toString())));
		Started generate = best(() -> Started.run(List.of(launcher.toString(), "generate", texts.toString(), "-o", fresh(output))));
		Started parse = best(() -> Started.run(like(generate.launcher(), BatchProcess.class, "parse", texts.toString())));
		Started phases = best(() -> Started.run(like(generate.launcher(), BatchProcess.class, "phases", texts.toString(), fresh(output))));
		Map<String, String> column = phases.rows();
		Map.of("check", check, "generate", generate, "parse", parse).forEach((name, run) -> {
			column.put("%s cold".formatted(name), String.valueOf(run.seconds()));
			column.put("%s busy".formatted(name), String.valueOf(run.busy()));
			column.put("%s peak".formatted(name), String.valueOf(run.peak()));
		});
		column.put("ratio", String.valueOf(generate.busy() / parse.busy()));
		Map.of("attributes per second", "generate again", "tables per second", "tables again", "checked per second", "check again")
				.forEach((name, phase) -> column.put(name, String.valueOf(1000 * first(column.get("attributes")) / first(column.get(phase)))));
		return column;
	}

	private String fresh(Path output) {
		return output.resolve("%d".formatted(folders++)).toString();
	}

	private interface Run {
		Started run();
	}

	private static Started best(Run run) {
		return Stream.generate(run::run).limit(RUNS).min(Comparator.comparing(Started::seconds)).orElseThrow();
	}

	/** The launcher's JVM with all its options, but another main class. */
	private List<String> like(List<String> options, Class<?> main, String... arguments) {
		int jar = options.indexOf("-jar");
		if (jar < 0) {
			throw new IllegalStateException("The launcher ran no jar: %s".formatted(options));
		}
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(options.subList(0, jar));
		command.addAll(clock());
		command.addAll(List.of("-cp", "%s:%s".formatted(options.get(jar + 1), classes), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	private static List<String> clock() {
		return Boolean.getBoolean(Samples.PROCESSOR_TIME) ? List.of("-D%s=true".formatted(Samples.PROCESSOR_TIME)) : List.of();
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private void editing(List<Size> sizes) throws IOException {
		List<String> options = Started.run(List.of(launcher.toString(), "language-server", "--help")).launcher();
		List<Map<String, String>> columns = new ArrayList<>();
		for (Size size : sizes) {
			columns.add(Started.run(like(options, EditingProcess.class, texts(size).toString())).rows());
		}
		List<Row> rows = new ArrayList<>();
		rows.add(value("opening, fresh process, ms", "opening", 0, "20,000: 6,000"));
		rows.add(value("heap when open, MB", "heap", 0, "20,000: 250"));
		rows.add(spread("edit to all findings, ms", "every edit", "60 / 150 / 200"));
		for (Edit edit : Edit.values()) {
			rows.add(spread("  %s".formatted(edit.label()), edit.label(), ""));
			if (!edit.backLabel().equals(edit.label())) {
				rows.add(spread("  %s".formatted(edit.backLabel()), edit.backLabel(), ""));
			}
		}
		rows.add(spread("completion, ms", "completion", "50 / 100"));
		print("Editing: median and 95th percentile", sizes, rows, columns);
		columns.stream().flatMap(column -> column.keySet().stream()).filter(key -> key.startsWith("no proposals")).distinct().forEach(System.out::println);
	}

	private static double first(String cell) {
		return cell == null ? Double.NaN : Double.parseDouble(cell.split(";")[0]);
	}

	private static Row value(String label, String key, int digits, String goals) {
		return new Row(label, column -> String.format(Locale.ROOT, "%,." + digits + "f", first(column.get(key))), goals);
	}

	private static Row spread(String label, String key, String goals) {
		return new Row(label, column -> {
			String[] cells = column.getOrDefault(key, "NaN;NaN;0").split(";");
			return String.format(Locale.ROOT, "%.1f %.1f", Double.valueOf(cells[0]), Double.valueOf(cells[1]));
		}, goals);
	}

	private static void print(String title, List<Size> sizes, List<Row> rows, List<Map<String, String>> columns) {
		System.out.printf("%n%-36s", title);
		sizes.forEach(size -> System.out.printf("%17s", size.label()));
		System.out.printf("   %s%n", "goal");
		for (Row row : rows) {
			System.out.printf("%-36s", row.label());
			columns.forEach(column -> System.out.printf("%17s", row.cell().apply(column)));
			System.out.printf("   %s%n", row.goals());
		}
	}
}
