// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.BoolValue;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.SwitchDecl;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * A companion of the library that a meter can conform to.
 *
 * @param name     its name, such as {@code smr.v5_5}
 * @param about    what it is, in one paragraph
 * @param switches what it leaves to the meter, without the phases
 * @param phases   the switch of a meter of three phases, where it knows meters of one phase and of three
 * @param wirings  the phases that a meter of it may have
 */
public record Companion(String name, String about, List<String> switches, Optional<String> phases, List<Wiring> wirings) {
	private static final Set<String> PHASES = Set.of("threePhase", "polyphase");
	private static final String NO_SERVER = "dlms_server";

	/** Copies the list. */
	public Companion {
		switches = List.copyOf(switches);
		wirings = List.copyOf(wirings);
	}

	/** Returns the companions of the library that ask for objects of a DLMS COSEM server, by name; those that only bring events or messages to others are none. */
	public static List<Companion> all() {
		Map<String, CompanionDecl> declared = new TreeMap<>();
		elements(CompanionDecl.class).forEach(each -> declared.put(each.getName(), each));
		return declared.values().stream().map(each -> chain(each, declared)).filter(Companion::isOfAMeter).map(Companion::of).toList();
	}

	/** Returns a companion and those that it extends. */
	private static List<CompanionDecl> chain(CompanionDecl first, Map<String, CompanionDecl> declared) {
		List<CompanionDecl> chain = new ArrayList<>();
		for (CompanionDecl each = first; each != null && !chain.contains(each); each = each.getBase() == null ? null : declared.get(each.getBase())) {
			chain.add(each);
		}
		return chain;
	}

	/** Returns what companions say, their parts in other texts too. */
	private static Stream<EObject> items(List<CompanionDecl> chain) {
		Set<String> names = chain.stream().map(CompanionDecl::getName).collect(Collectors.toSet());
		Stream<EObject> parts = elements(LayerDecl.class).filter(layer -> layer.isCompanion() && names.contains(layer.getTarget())).flatMap(layer -> layer.getItems().stream());
		return Stream.concat(chain.stream().flatMap(each -> each.getItems().stream()), parts);
	}

	private static <T> Stream<T> elements(Class<T> type) {
		return LibraryFiles.files().stream().flatMap(file -> file.root().getElements().stream()).filter(type::isInstance).map(type::cast);
	}

	private static boolean isOfAMeter(List<CompanionDecl> chain) {
		boolean asks = items(chain, RequirementDecl.class).anyMatch(each -> "require".equals(each.getKind()));
		return asks && items(chain, PropertyDecl.class).noneMatch(each -> each.getName().equals(NO_SERVER) && each.getValue() instanceof BoolValue value && "false".equals(value.getValue()));
	}

	private static <T> Stream<T> items(List<CompanionDecl> chain, Class<T> type) {
		return items(chain).filter(type::isInstance).map(type::cast);
	}

	private static Companion of(List<CompanionDecl> chain) {
		Set<String> all = items(chain, SwitchDecl.class).flatMap(each -> each.getNames().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
		Optional<String> phases = all.stream().filter(PHASES::contains).findFirst();
		return new Companion(chain.getFirst().getName(), about(chain.getFirst()), all.stream().filter(each -> !PHASES.contains(each)).toList(), phases, wirings(chain, phases.isPresent()));
	}

	/** A companion with an index of phases and no switch for them is of a meter of three phases. */
	private static List<Wiring> wirings(List<CompanionDecl> chain, boolean choice) {
		if (choice) {
			return List.of(Wiring.SINGLE_PHASE, Wiring.FOUR_WIRE);
		}
		boolean fixed = items(chain, IndexDecl.class).anyMatch(each -> each.getName().equals("phase"));
		return fixed ? List.of(Wiring.FOUR_WIRE) : List.of(Wiring.values());
	}

	private static String about(CompanionDecl declared) {
		return SyntaxFile.documentation(declared).strip().replaceAll("\\s+", " ");
	}

	/** Returns a switch in words: {@code twinElement} is <i>Twin element</i>. */
	public static String words(String name) {
		String spaced = Arrays.stream(name.split("(?=[A-Z])")).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
		return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
	}
}
