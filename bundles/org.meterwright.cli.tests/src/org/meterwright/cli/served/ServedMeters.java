// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.output.GeneratedOutput;

/** All examples and imported object lists as programs that serve: each is compiled once for all tests, the next one while a test works on one. */
final class ServedMeters {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final Path LISTS = Path.of("samples/object-lists");
	/** A meter by itself, the products of a family behind a colon, families of object lists in brackets. */
	private static final List<String> NAMES = List.of("three-phase", "prepayment-esme", "polyphase-family:BP3", "polyphase-family:BP3-basic", "polyphase-family:BP3-home",
			"polyphase-family:BP3-prepay", "polyphase-family:BP3-comfort", "polyphase-family:BP3-industry", "polyphase-family:BP3-lowlandsHome", "polyphase-family:BP3-monsoonPrepay",
			"polyphase-family:BP3-larch", "dutch-smr5:H5", "dutch-smr5:H5-onePhase", "idis-package2", "indian-is15959", "saudi-sec", "italian-gas", "[KPZ]", "[102]");
	private static final Map<String, CompletableFuture<Served>> MADE = new ConcurrentHashMap<>();
	private static final Map<String, Generated> GENERATED = new ConcurrentHashMap<>();
	private static final ExecutorService BESIDE = Executors.newSingleThreadExecutor(task -> {
		Thread thread = new Thread(task, "next meter");
		thread.setDaemon(true);
		return thread;
	});

	private ServedMeters() {
	}

	/** A meter that can be started. */
	record Served(String name, Meter model, Path program, Expectation expectation) {
	}

	private record Generated(Path folder, Map<String, Meter> models) {
	}

	/** List the names of all, or of those that the property {@code meterwright.meters} is a part of. */
	static List<String> names() {
		return NAMES.stream().filter(name -> name.contains(System.getProperty("meterwright.meters", ""))).toList();
	}

	/** Return a meter, and begin with the one after it. */
	static Served of(String name) {
		CompletableFuture<Served> made = begin(name);
		int next = NAMES.indexOf(name) + 1;
		if (next < NAMES.size()) {
			begin(NAMES.get(next));
		}
		return made.join();
	}

	private static CompletableFuture<Served> begin(String name) {
		return MADE.computeIfAbsent(name, each -> CompletableFuture.supplyAsync(() -> make(each), BESIDE));
	}

	private static Served make(String name) {
		String[] parts = name.split(":");
		Generated generated = GENERATED.computeIfAbsent(parts[0], ServedMeters::generate);
		boolean alone = generated.models().size() == 1;
		Meter model = alone ? generated.models().values().iterator().next() : generated.models().get(parts[1]);
		Path program = new GeneratedFolder(alone ? generated.folder() : generated.folder().resolve(parts[1])).host(List.of("-O0"));
		return new Served(name, model, program, new Expectation(model, OtherClientVisit.TOLD));
	}

	private static Generated generate(String source) {
		try {
			Path folder = temporary();
			Path text = source.startsWith("[") ? imported(source, folder) : EXAMPLES.resolve(source);
			CliRun run = CliRun.of("generate", text, "--no-self-test", "-o", folder);
			assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
			Map<String, Meter> models = new ConcurrentHashMap<>();
			for (CompiledMeter meter : Workspace.open(List.of(text)).compile().meters()) {
				models.put(GeneratedOutput.label(meter), meter.model());
			}
			assertEquals(NAMES.stream().filter(name -> name.split(":")[0].equals(source)).count(), models.size(), models.keySet()::toString);
			return new Generated(folder, models);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Rights are the real meter's own; values, secrets and client addresses are those that the import makes. */
	private static Path imported(String family, Path folder) throws IOException {
		Path text = folder.resolve("meter.cosem");
		List<Object> command = new ArrayList<>(List.of("import", "objectlist", "-o", text));
		try (Stream<Path> lists = Files.list(LISTS)) {
			command.addAll(lists.filter(list -> list.getFileName().toString().startsWith(family.substring(1, family.length() - 1) + "_")).sorted().toList());
		}
		assertEquals(ExitCode.FINE, CliRun.of(command.toArray()).exitCode());
		return text;
	}

	private static Path temporary() throws IOException {
		Path folder = Files.createTempDirectory("served-meters");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
		return folder;
	}

	private static void remove(Path folder) {
		try (Stream<Path> all = Files.walk(folder)) {
			all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
		} catch (IOException | UncheckedIOException e) {
			// the system clears what is temporary
		}
	}
}
