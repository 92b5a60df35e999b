// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.library.Library;

/**
 * What a meter's companions require and it lacks, as text of a part of that meter, for the designer to go on from: objects with what companions say of them,
 * associations with their rights, what raises mandated Alerts. A family of which some members are there is left to the designer.
 */
public final class MissingObjects {
	/** The name of an object at the head of a column: before a dot or an index. */
	private static final Pattern HEAD = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*(?=\\s*[.\\[])");

	private static final Predicate<String> NOTHING = name -> false;
	/** Longest line of an object whose body stands on it. */
	private static final int ONE_LINE = 110;
	private static final int CLOCK = 8;
	/** Schedule, Activity calendar, Single action schedule. */
	private static final Set<Integer> SCHEDULES = Set.of(10, 20, 22);

	private final CompiledMeter meter;
	private final Catalogue catalogue;
	private final Predicate<String> wanted;
	private final Predicate<String> optional;
	private final Set<String> namespaces = new TreeSet<>();
	private final Set<String> partly = new LinkedHashSet<>();
	private int count;

	private MissingObjects(CompiledMeter meter, Predicate<String> wanted, Predicate<String> optional) {
		this.meter = meter;
		catalogue = catalogue(meter);
		this.wanted = wanted;
		this.optional = optional;
	}

	/**
	 * The text, and what it is about.
	 *
	 * @param text         a file of the language; empty when nothing is missing
	 * @param imports      namespaces that the declarations take names from
	 * @param declarations the declarations alone, as lines of a meter's body
	 * @param count        how many declarations there are
	 * @param partly       families of which only some members are missing
	 */
	public record Part(String text, List<String> imports, String declarations, int count, List<String> partly) {
	}

	/** Returns the part that a meter lacks. */
	public static Part of(CompiledMeter meter) {
		return of(meter, name -> true);
	}

	/**
	 * Returns a part of what a meter lacks.
	 *
	 * @param wanted says of the name of a required object or family whether it is asked for
	 */
	public static Part of(CompiledMeter meter, Predicate<String> wanted) {
		return new MissingObjects(meter, wanted, NOTHING).part();
	}

	/**
	 * Returns the part that a meter lacks, with objects that its companions allow and do not require.
	 *
	 * @param optional says of the name of an allowed object or family whether it is asked for
	 */
	public static Part with(CompiledMeter meter, Predicate<String> optional) {
		return new MissingObjects(meter, name -> true, optional).part();
	}

	/** Returns the standard's classes and those that the companions declare. */
	private static Catalogue catalogue(CompiledMeter meter) {
		Set<SyntaxFile> own = meter.items().of(RequirementDecl.class).stream().map(entry -> SyntaxFile.of(entry.node())).collect(Collectors.toCollection(LinkedHashSet::new));
		Set<String> theirs = own.stream().map(SyntaxFile::namespace).collect(Collectors.toSet());
		LibraryFiles.files().stream().filter(file -> theirs.contains(file.namespace())).forEach(own::add);
		return new Catalogue(own.stream().filter(file -> !file.namespace().equals(Declarations.LIBRARY)).toList());
	}

	private Part part() {
		Set<String> missing = missing();
		Inventory inventory = new Inventory(meter.model(), catalogue, missing);
		MissingAssociations associations = MissingAssociations.of(inventory, wanted, names(missing));
		Set<String> others = new LinkedHashSet<>(missing);
		others.removeAll(associations.replaced());
		StringBuilder text = new StringBuilder();
		for (Entry<RequirementDecl> entry : meter.items().of(RequirementDecl.class)) {
			String name = entry.node().getObject().getName();
			if (others.contains(name)) {
				text.append(object(entry.node().getObject(), associations.keyLines().getOrDefault(name, List.of()), new OpenAttributes(inventory)));
			}
		}
		clock(inventory, missing).ifPresent(each -> declare(text, each));
		associations.texts().forEach(each -> declare(text, each));
		new MissingAlerts(inventory, meter.items()).texts(wanted).forEach(each -> declare(text, each));
		partly.removeAll(missing);
		return part(text.toString());
	}

	private Part part(String declarations) {
		String imports = namespaces.stream().map("import %s.*\n"::formatted).collect(Collectors.joining());
		String namespace = SyntaxFile.of(meter.items().chain().getLast()).namespace();
		String text = "%s%s\n// What the companions require and the meter lacked. Say where values live, what fills them and who may use them.\nextend meter %s {\n%s}\n".formatted(
				namespace.isEmpty() ? "" : "namespace %s\n\n".formatted(namespace), imports, meter.name(), declarations);
		return new Part(count == 0 ? "" : text, List.copyOf(namespaces), declarations, count, List.copyOf(partly));
	}

	/** What runs at times needs a clock, also where the companion lists none. */
	private Optional<String> clock(Inventory inventory, Set<String> missing) {
		Stream<Integer> asked = Inventory.requirements(meter.model()).filter(each -> missing.contains(Inventory.stem(each))).map(Requirement::getClassId);
		Set<Integer> classes = Stream.concat(asked, Inventory.objects(meter.model()).map(object -> object.getInterfaceClass().getClassId())).collect(Collectors.toSet());
		boolean needed = !missing.isEmpty() && classes.stream().anyMatch(SCHEDULES::contains) && !classes.contains(CLOCK);
		return needed ? Optional.of("  clock: Clock 0-0:1.0.0*255\n") : Optional.empty();
	}

	private void declare(StringBuilder text, String declaration) {
		count++;
		namespaces.add(Declarations.LIBRARY);
		text.append(declaration);
	}

	/** Returns the names that the meter has or will have. */
	private Set<String> names(Set<String> missing) {
		return Stream.concat(missing.stream(), Inventory.objects(meter.model()).map(object -> Inventory.stem(object.getName()))).collect(Collectors.toSet());
	}

	/** Returns the names of required objects of which nothing is there. */
	private Set<String> missing() {
		Set<Inventory.Place> there = Inventory.objects(meter.model()).map(Inventory::place).collect(Collectors.toSet());
		Map<String, Boolean> anyThere = new LinkedHashMap<>();
		Inventory.requirements(meter.model()).filter(this::isAskedFor).forEach(requirement -> {
			boolean present = there.contains(Inventory.place(requirement));
			anyThere.merge(Inventory.stem(requirement), present, Boolean::logicalOr);
			if (!present) {
				partly.add(Inventory.stem(requirement));
			}
		});
		return anyThere.entrySet().stream().filter(entry -> !entry.getValue()).map(Map.Entry::getKey).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private boolean isAskedFor(Requirement requirement) {
		return (requirement.getKind() == RequirementKind.REQUIRE ? wanted : requirement.getKind() == RequirementKind.ALLOW ? optional : NOTHING).test(Inventory.stem(requirement));
	}

	private String object(ObjectDecl object, List<String> more, OpenAttributes open) {
		count++;
		namespaces.add(Declarations.LIBRARY);
		namespaces.add(SyntaxFile.of(object).namespace());
		Map<String, String> written = new LinkedHashMap<>();
		object.getBody().stream().filter(AttributeLine.class::isInstance).forEach(item -> written.put(((AttributeLine) item).getName(), line(item)));
		List<String> lines = new ArrayList<>(open.lines(object.getName(), written));
		object.getBody().stream().filter(ScriptLine.class::isInstance).map(MissingObjects::line).forEach(lines::add);
		object.getBody().stream().filter(CaptureLine.class::isInstance).map(item -> captured(line(item))).forEach(lines::addFirst);
		lines.addAll(more);
		String family = object.getFamily() == null ? "" : "[%s in %s]".formatted(object.getFamily().getBinder(), object.getFamily().getIndex());
		String head = "  %s%s: %s%s %s".formatted(object.getName(), family, object.getInterfaceClass(), version(object).map(" version %s"::formatted).orElse(""), object.getLn());
		return "%s%s\n".formatted(head, body(head.length(), lines));
	}

	private static String body(int before, List<String> lines) {
		boolean onOneLine = lines.size() == 1 && !lines.getFirst().contains("//") && !lines.getFirst().contains("\n") && before + lines.getFirst().length() < ONE_LINE;
		if (lines.isEmpty() || onOneLine) {
			return lines.isEmpty() ? "" : " { %s }".formatted(lines.getFirst());
		}
		return " {\n%s  }".formatted(lines.stream().map("    %s\n"::formatted).collect(Collectors.joining()));
	}

	/** Returns what is written; the trees of the library come without their texts. */
	private static String line(BodyItem item) {
		SyntaxFile file = SyntaxFile.of(item);
		Origin place = SyntaxFile.place(item, "written");
		String all = file.text().orElseGet(() -> libraryText(file.name()));
		return all.substring(place.offset(), place.offset() + place.length()).strip();
	}

	/** Returns the columns by the names that the meter has for the objects; what it lacks comes with the companion's name. */
	private String captured(String line) {
		return HEAD.matcher(line).replaceAll(head -> Matcher.quoteReplacement(ownName(head.group())));
	}

	private String ownName(String name) {
		return Inventory.requirements(meter.model()).filter(each -> Inventory.stem(each).equals(name)).flatMap(each -> Inventory.objects(meter.model())
				.filter(object -> Inventory.place(object).equals(Inventory.place(each)))).map(object -> Inventory.stem(object.getName())).findFirst().orElse(name);
	}

	private static String libraryText(String name) {
		try {
			return Library.text(name.substring(LibraryFiles.PREFIX.length()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Returns the version that must be written: the companion's, or the newest where the class has several. */
	private Optional<String> version(ObjectDecl object) {
		if (object.getVersion() != null) {
			return Optional.of(object.getVersion());
		}
		int classId = Inventory.requirements(meter.model()).filter(each -> Inventory.stem(each).equals(object.getName())).map(Requirement::getClassId).findFirst().orElse(-1);
		List<Integer> versions = catalogue.versions(classId);
		return versions.size() > 1 ? Optional.of(versions.getLast().toString()) : Optional.empty();
	}
}
