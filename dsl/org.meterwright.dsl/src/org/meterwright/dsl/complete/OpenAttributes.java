// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.dsl.elaborate.SilentTypes;

/**
 * Lines for attributes of which the companion's list of objects says too little: those whose type the class leaves open, those that somebody writes, which
 * must last, and optional ones that use cases reach or that say when a successor takes over.
 */
final class OpenAttributes {
	private static final int REGISTER = 3;
	private static final int PROFILE = 7;
	private static final int ELECTRICITY = 1;
	private static final int TIME_INTEGRAL = 8;
	private static final int HELD = 1024;
	private static final Pattern BEYOND_TABLES = Pattern.compile("\\(0\\.\\.\\d{5,}\\)");
	private static final Pattern STORED = Pattern.compile("\\bin (nvm|ram|rom|call)\\b");
	/** A line of an attribute, with what may stand behind its storage. */
	private static final Pattern PARTS = Pattern.compile("(.*?)((?: range .*)?(?: max \\d+)?(?: //.*)?)", Pattern.DOTALL);

	private final Inventory inventory;

	OpenAttributes(Inventory inventory) {
		this.inventory = inventory;
	}

	/**
	 * Returns the lines for an object.
	 *
	 * @param written the attributes that the companion writes, with their lines
	 */
	List<String> lines(String object, Map<String, String> written) {
		Set<Inventory.Place> places = inventory.places(object);
		Optional<InterfaceClass> type = places.stream().findFirst().flatMap(inventory::type);
		List<UseCaseStep> steps = inventory.steps(places).stream().filter(step -> step.getVerb() != Verb.CALL).toList();
		Set<Integer> needed = steps.stream().map(UseCaseStep::getIndex).collect(Collectors.toSet());
		Inventory.requirements(inventory.meter()).filter(each -> each.getActivation() != null && places.contains(Inventory.place(each.getActivation())))
				.forEach(each -> needed.add(each.getActivationAttribute()));
		Set<Integer> settings = settings(places, steps);
		needed.addAll(settings);
		Map<String, String> lines = new LinkedHashMap<>(written);
		for (AttributeDefinition attribute : type.stream().flatMap(each -> each.getAttributes().stream()).toList()) {
			boolean lasts = settings.contains(attribute.getIndex()) || keeps(type.get(), places, attribute);
			Optional<String> line = Optional.ofNullable(written.get(attribute.getName()))
					.or(() -> line(attribute, lasts, needed.contains(attribute.getIndex()), steps));
			line.ifPresent(text -> lines.put(attribute.getName(), held(lasts ? lasting(text) : text)));
		}
		return List.copyOf(lines.values());
	}

	/** Tells whether an attribute is what a meter counts or records: energy since it was made (Blue Book part 1: D = 8), and what a profile has captured. */
	private static boolean keeps(InterfaceClass type, Set<Inventory.Place> places, AttributeDefinition attribute) {
		boolean counter = attribute.getIndex() == 2 && type.getClassId() == REGISTER && places.stream().allMatch(place -> place.name().a() == ELECTRICITY && place.name().d() == TIME_INTEGRAL);
		return counter || attribute.getIndex() == 2 && type.getClassId() == PROFILE;
	}

	/** Returns the attributes that a role of the companions' may write. */
	private Set<Integer> settings(Set<Inventory.Place> places, List<UseCaseStep> steps) {
		Stream<Integer> granted = Inventory.requirements(inventory.meter()).filter(each -> places.contains(Inventory.place(each))).flatMap(each -> each.getAccesses().stream())
				.filter(access -> !access.isDenied() && access.getVerb() == Verb.WRITE).map(RoleAccess::getIndex);
		return Stream.concat(granted, steps.stream().filter(step -> step.getVerb() == Verb.WRITE).map(UseCaseStep::getIndex)).collect(Collectors.toSet());
	}

	/** Keeps an attribute when the supply fails. */
	private static String lasting(String line) {
		Matcher parts = PARTS.matcher(line);
		return STORED.matcher(line).find() || !parts.matches() ? line : "%s in nvm%s".formatted(parts.group(1), parts.group(2));
	}

	/** Bounds what a companion lets grow beyond what tables hold (64 KiB a value). */
	private static String held(String line) {
		return BEYOND_TABLES.matcher(line).replaceAll("(0..%d)".formatted(HELD));
	}

	private static Optional<String> line(AttributeDefinition attribute, boolean lasts, boolean needed, List<UseCaseStep> steps) {
		if (attribute.isOptional() && !needed) {
			return Optional.empty();
		}
		if (attribute.getIndex() > 1 && isActivationTime(attribute)) {
			return Optional.of("%s = hex\"FFFFFFFF FFFFFFFF FFFFFFFF\" in nvm".formatted(attribute.getName()));
		}
		if (!SilentTypes.isOpen(attribute.getType())) {
			return attribute.isOptional() || lasts ? Optional.of("%s: in nvm".formatted(attribute.getName())) : Optional.empty();
		}
		Optional<DataType> told = StepTypes.of(steps.stream().filter(step -> step.getIndex() == attribute.getIndex()).toList());
		boolean asked = attribute.isOptional() || lasts;
		if (told.isEmpty() && (SilentTypes.structured(attribute.getType()).isPresent() || !asked && SilentTypes.of(attribute.getType(), attribute.getIndex()).isPresent())) {
			return asked ? Optional.of("%s: in nvm".formatted(attribute.getName())) : Optional.empty();
		}
		return Optional.of("%s: %s%s".formatted(attribute.getName(), TypeNotation.brief(told.orElseGet(() -> Narrowing.plausible(attribute.getType()))),
				told.isPresent() ? "" : " // not specified: a type to begin with"));
	}

	/** Tells whether an attribute says when something passive takes over: it begins with a time that never comes. */
	private static boolean isActivationTime(AttributeDefinition attribute) {
		return attribute.getName().matches("activate_passive_\\w*_time|\\w+_activation_time");
	}
}
