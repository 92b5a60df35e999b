// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.complete.MissingObjects;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.formatting2.TextFormatter;

/**
 * Makes the text of a new meter that conforms to a companion: it has all that the companion requires, as {@link MissingObjects} writes it, and checks
 * without an error. Values, thresholds and columns that no source gives are left to the designer; warnings and notes name them.
 */
public final class CompanionStarter {
	private static final String MAIN = "meter.cosem";
	private static final String KEYS = "SecuritySetup";
	/** Objects that every meter has (Blue Book part 2, management logical device). */
	private static final List<String> IDENTITY = List.of("0-0:42.0.0*255", "0-0:41.0.0*255");

	private final IParser parser;

	/** Makes texts that are laid out as the formatter does. */
	public CompanionStarter(IParser parser) {
		this.parser = parser;
	}

	/** Returns what may be chosen beside what the companion requires, by its phases and switches. */
	public CompanionOffer offer(CompanionPlan plan) {
		CompanionPlan bare = plan.bare();
		return new ConformingMeter(compile(text(bare, required(compile(text(bare, Pieces.NONE)), Set.of())))).offer();
	}

	private Pieces required(CompiledMeter empty, Set<String> optional) {
		return pieces(MissingObjects.with(empty, optional::contains));
	}

	/** Makes the text. */
	public String text(CompanionPlan plan) {
		CompiledMeter empty = compile(text(plan.bare(), Pieces.NONE));
		ConformingMeter listed = new ConformingMeter(empty);
		Set<String> optional = new HashSet<>(plan.optional());
		if (!listed.isClosed()) {
			IDENTITY.forEach(place -> listed.allowed(place).ifPresent(optional::add));
		}
		Pieces required = required(empty, optional);
		String complete = text(plan, required);
		ConformingMeter meter = new ConformingMeter(compile(complete));
		OwnParts own = new OwnParts(plan, meter);
		return format(text(plan, new Pieces(required.imports(), own.index(), required.objects(), own.objects(), required.keys() + own.keys(), own.clients() + required.others())));
	}

	private static CompiledMeter compile(String text) {
		Workspace workspace = new Workspace();
		workspace.put(MAIN, text);
		return workspace.compile(Checks.TYPING).meters().getFirst();
	}

	private String format(String text) {
		return new TextFormatter().format(parser.parse(new StringReader(text)));
	}

	/**
	 * What stands in the meter.
	 *
	 * @param imports namespaces
	 * @param index   indexes of one's own
	 * @param objects objects of the companion
	 * @param own     objects of one's own
	 * @param keys    security set-ups
	 * @param others  associations, events and what follows them
	 */
	private record Pieces(List<String> imports, String index, String objects, String own, String keys, String others) {
		static final Pieces NONE = new Pieces(List.of(), "", "", "", "", "");
	}

	/** Sorts what the companion requires: objects stand in the logical device, the rest behind it. */
	private Pieces pieces(MissingObjects.Part part) {
		List<EObject> items = new ArrayList<>();
		if (parser.parse(new StringReader(part.text())).getRootASTElement() instanceof File file) {
			file.getElements().stream().filter(LayerDecl.class::isInstance).forEach(layer -> items.addAll(((LayerDecl) layer).getItems()));
		}
		return new Pieces(part.imports(), "", texts(items.stream().filter(item -> item instanceof ObjectDecl && !isKeys(item))), "", texts(items.stream().filter(CompanionStarter::isKeys)),
				texts(items.stream().filter(item -> !(item instanceof ObjectDecl))));
	}

	private static boolean isKeys(EObject item) {
		return item instanceof ObjectDecl object && KEYS.equals(object.getInterfaceClass());
	}

	private static String texts(Stream<EObject> items) {
		return items.map(item -> "%s\n".formatted(NodeModelUtils.findActualNodeFor(item).getText().strip())).collect(Collectors.joining());
	}

	private static String text(CompanionPlan plan, Pieces pieces) {
		String imports = Stream.concat(Stream.of("cosem"), pieces.imports().stream()).distinct().sorted().map("import %s.*\n"::formatted).collect(Collectors.joining());
		String device = "device management at 1 named \"%s{serial}\" {\n%s%s%s}\n".formatted(plan.manufacturer(),
				heading("what %s asks for".formatted(plan.companion().name()), pieces.objects()), section("our own", pieces.own()),
				section("security: keys stay in their slots, the text never has them", pieces.keys()));
		return "namespace %s.meter\n\n%s\n%smeter %s conforms %s {\n%s\n%s%s}\n".formatted(plan.name().toLowerCase(Locale.ROOT), imports, about(plan), plan.name(), plan.companion().name(),
				head(plan) + pieces.index(), device, section("who may do what, and what happens", pieces.others()));
	}

	private static String section(String title, String text) {
		return text.isEmpty() ? "" : "\n%s".formatted(heading(title, text));
	}

	private static String heading(String title, String text) {
		return text.isEmpty() ? "" : "// ---- %s\n%s".formatted(title, text);
	}

	private static String about(CompanionPlan plan) {
		return """
				/**
				 * %s: conforms to %s.
				 * What the companion leaves open, such as values and columns, begins as it may be; the Problems view and the conformance view name it.
				 */
				""".formatted(plan.name(), plan.companion().name());
	}

	private static String head(CompanionPlan plan) {
		return """
				property manufacturer = "%s"
				%s
				// what the tables may take: the status line says what they do take
				memory rom = 256 KiB
				memory ram = 16 KiB
				memory nvm = 4096 KiB
				""".formatted(plan.manufacturer(), switches(plan));
	}

	/** Returns lines that set switches for good: of those that exclude one another the first one is on. */
	private static String switches(CompanionPlan plan) {
		String phases = plan.companion().phases().filter(name -> plan.wiring() == Wiring.FOUR_WIRE).map("switch %s | singlePhase\n"::formatted).orElse("");
		return phases + plan.companion().switches().stream().filter(plan.switches()::contains)
				.map(name -> "switch %s | without%s%s\n".formatted(name, name.substring(0, 1).toUpperCase(Locale.ROOT), name.substring(1))).collect(Collectors.joining());
	}
}
