// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Suggest;
import org.meterwright.dsl.elaborate.Variants;
import org.meterwright.dsl.trace.Tracer;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says where an object, a value, a column or a right comes from: companion, base meters, layers, conditions. */
@picocli.CommandLine.Command(name = "trace", description = "Say where an object, its values, columns and rights come from.")
final class TraceCommand implements Command {

	private final Console console;

	@Parameters(index = "0", paramLabel = "NAME", description = "An object, a member as in rate[3], an attribute as in billingLog.profile_entries, or whatever else has a name.")
	private String name;

	@Parameters(index = "1..*", paramLabel = "FILE|FOLDER", arity = "1..*", description = "Text files, or folders of them.")
	private List<Path> inputs = List.of();

	@Mixin
	private VariantOption variants = new VariantOption();

	TraceCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		Compilation compilation = Sources.compile(inputs, Checks.TYPING, (meter, variant) -> variant.isEmpty(), console);
		if (compilation.meters().isEmpty()) {
			throw new Problem(ExitCode.FINDINGS, "There is no meter in the text that could be traced; 'meterwright check' says what is wrong.");
		}
		Map<List<String>, List<String>> traces = new LinkedHashMap<>();
		compilation.meters().forEach(meter -> trace(compilation, meter, traces));
		variants.checkNames(compilation, !traces.isEmpty());
		traces.remove(List.<String>of());
		if (traces.isEmpty()) {
			throw new Problem(ExitCode.USAGE, "There is no %s in this meter%s".formatted(name, nearest(compilation).map("; did you mean %s?"::formatted).orElse(".")));
		}
		int all = traces.values().stream().mapToInt(List::size).sum();
		traces.forEach((lines, labels) -> {
			if (all > 1) {
				console.result("%s:".formatted(String.join(", ", labels)));
			}
			lines.forEach(console::result);
		});
		return ExitCode.FINE;
	}

	private void trace(Compilation compilation, CompiledMeter meter, Map<List<String>, List<String>> traces) {
		MeterDecl declaration = meter.items().chain().getLast();
		trace(compilation, declaration, Optional.empty(), Set.of(), traces);
		for (Variants.Variant variant : meter.items().variants()) {
			trace(compilation, declaration, Optional.of(variant.name()), variant.switches(), traces);
		}
	}

	private void trace(Compilation compilation, MeterDecl meter, Optional<String> variant, Set<String> switches, Map<List<String>, List<String>> traces) {
		if (variants.test(meter.getName(), variant)) {
			List<String> lines = Tracer.trace(compilation.declarations(), meter, switches, name);
			String label = variant.map(each -> "%s-%s".formatted(meter.getName(), each)).orElse(meter.getName());
			traces.computeIfAbsent(lines, key -> new ArrayList<>()).add(label);
		}
	}

	private Optional<String> nearest(Compilation compilation) {
		String head = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
		List<String> names = compilation.meters().stream().flatMap(meter -> meter.model().getDevices().stream()).flatMap(device -> device.getObjects().stream())
				.map(object -> object.getName()).toList();
		return names.contains(head) ? Optional.empty() : Suggest.nearest(head, names);
	}
}
