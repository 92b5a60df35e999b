// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.io.IOException;
import java.io.UncheckedIOException;
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

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.value.LogicalName;
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
 * The objects that a meter's companions require and it lacks, as text of a part of that meter: what companions say of them, for the designer to
 * go on from. A family of which some members are there is left to the designer.
 */
public final class MissingObjects {
	private record Key(int classId, LogicalName name) {
	}

	/** The name of an object at the head of a column: before a dot or an index. */
	private static final Pattern HEAD = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*(?=\\s*[.\\[])");

	private final CompiledMeter meter;
	private final Catalogue catalogue;
	private final Predicate<String> wanted;
	private final Set<String> namespaces = new TreeSet<>();
	private final Set<String> partly = new LinkedHashSet<>();
	private int count;

	private MissingObjects(CompiledMeter meter, Catalogue catalogue, Predicate<String> wanted) {
		this.meter = meter;
		this.catalogue = catalogue;
		this.wanted = wanted;
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
	public static Part of(CompiledMeter meter, Catalogue catalogue) {
		return of(meter, catalogue, name -> true);
	}

	/**
	 * Returns a part of what a meter lacks.
	 *
	 * @param wanted says of the name of a required object or family whether it is asked for
	 */
	public static Part of(CompiledMeter meter, Catalogue catalogue, Predicate<String> wanted) {
		return new MissingObjects(meter, catalogue, wanted).part();
	}

	private Part part() {
		Set<String> missing = missing();
		StringBuilder objects = new StringBuilder();
		for (Entry<RequirementDecl> entry : meter.items().of(RequirementDecl.class)) {
			if (missing.contains(entry.node().getObject().getName())) {
				objects.append(object(entry.node().getObject()));
			}
		}
		partly.removeAll(missing);
		String imports = namespaces.stream().map("import %s.*\n"::formatted).collect(Collectors.joining());
		String namespace = SyntaxFile.of(meter.items().chain().getLast()).namespace();
		String text = "%s%s\n// What the companions require and the meter lacked. Say where values live, what fills them and who may use them.\nextend meter %s {\n%s}\n".formatted(
				namespace.isEmpty() ? "" : "namespace %s\n\n".formatted(namespace), imports, meter.name(), objects);
		return new Part(count == 0 ? "" : text, List.copyOf(namespaces), objects.toString(), count, List.copyOf(partly));
	}

	/** Returns the names of required objects of which nothing is there. */
	private Set<String> missing() {
		Set<Key> there = meter.model().getDevices().stream().flatMap(device -> device.getObjects().stream())
				.filter(object -> !(object.isInternal() && object.isGenerated())).map(object -> new Key(object.getInterfaceClass().getClassId(), object.getLogicalName())).collect(Collectors.toSet());
		Map<String, Boolean> anyThere = new LinkedHashMap<>();
		for (Companion companion : meter.model().getCompanions()) {
			for (Requirement requirement : companion.getRequirements()) {
				boolean present = there.contains(new Key(requirement.getClassId(), requirement.getLogicalName()));
				String name = stem(requirement.getName());
				if (requirement.getKind() == RequirementKind.REQUIRE && wanted.test(name)) {
					anyThere.merge(name, present, Boolean::logicalOr);
					if (!present) {
						partly.add(name);
					}
				}
			}
		}
		return anyThere.entrySet().stream().filter(entry -> !entry.getValue()).map(Map.Entry::getKey).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private String object(ObjectDecl object) {
		count++;
		namespaces.add(Declarations.LIBRARY);
		namespaces.add(SyntaxFile.of(object).namespace());
		List<String> lines = object.getBody().stream().filter(item -> item instanceof AttributeLine || item instanceof ScriptLine || item instanceof CaptureLine)
				.map(item -> item instanceof CaptureLine ? captured(line(item)) : line(item)).toList();
		String family = object.getFamily() == null ? "" : "[%s in %s]".formatted(object.getFamily().getBinder(), object.getFamily().getIndex());
		String head = "  %s%s: %s%s %s".formatted(object.getName(), family, object.getInterfaceClass(), version(object).map(" version %s"::formatted).orElse(""), object.getLn());
		return lines.isEmpty() ? head + "\n" : "%s {\n%s  }\n".formatted(head, lines.stream().map("    %s\n"::formatted).collect(Collectors.joining()));
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
		return requirements().filter(each -> stem(each.getName()).equals(name)).flatMap(each -> meter.model().getDevices().stream().flatMap(device -> device.getObjects().stream())
				.filter(object -> object.getInterfaceClass().getClassId() == each.getClassId() && object.getLogicalName().equals(each.getLogicalName())))
				.map(object -> stem(object.getName())).findFirst().orElse(name);
	}

	private Stream<Requirement> requirements() {
		return meter.model().getCompanions().stream().flatMap(companion -> companion.getRequirements().stream());
	}

	private static String stem(String name) {
		return name.replaceFirst("\\[.*", "");
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
		int classId = requirements().filter(each -> stem(each.getName()).equals(object.getName())).map(Requirement::getClassId).findFirst().orElse(-1);
		List<Integer> versions = catalogue.versions(classId);
		return versions.size() > 1 ? Optional.of(versions.getLast().toString()) : Optional.empty();
	}
}
