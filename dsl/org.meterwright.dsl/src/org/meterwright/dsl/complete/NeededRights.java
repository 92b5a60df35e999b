// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;

/** The rights that companions give a role: those that stand at their objects, and those that its use cases need. */
final class NeededRights {
	/** An object of which a role may do something, and what stands there of it. */
	private record Member(String object, String name) implements Comparable<Member> {
		@Override
		public int compareTo(Member other) {
			return toString().compareTo(other.toString());
		}

		@Override
		public String toString() {
			return "%s.%s".formatted(object, name);
		}
	}

	private final Inventory inventory;
	private final Map<Member, Map<Verb, Boolean>> verbs = new TreeMap<>();

	private NeededRights(Inventory inventory) {
		this.inventory = inventory;
	}

	/** Collects the rights of a role; no role: none. */
	static NeededRights of(Optional<Role> role, Inventory inventory) {
		NeededRights rights = new NeededRights(inventory);
		role.ifPresent(rights::collect);
		return rights;
	}

	private void collect(Role role) {
		for (Companion companion : inventory.meter().getCompanions()) {
			companion.getRequirements().stream().filter(each -> each.getKind() != RequirementKind.FORBID).forEach(each -> add(each, role));
			companion.getUseCases().stream().filter(each -> has(each.getRoles(), role)).forEach(this::add);
		}
	}

	static boolean has(List<Role> roles, Role role) {
		return roles.stream().anyMatch(each -> Objects.equals(each.getName(), role.getName()));
	}

	private void add(Requirement requirement, Role role) {
		for (RoleAccess access : requirement.getAccesses()) {
			if (!access.isDenied() && has(access.getRoles(), role)) {
				add(Inventory.place(requirement), access.getVerb(), access.getIndex(), false);
			}
		}
	}

	private void add(UseCase useCase) {
		for (UseCaseStep step : useCase.getSteps()) {
			add(Inventory.place(step), step.getVerb(), step.getIndex(), useCase.isCritical() && step.getVerb() != Verb.READ);
		}
	}

	private void add(Inventory.Place place, Verb verb, int index, boolean signed) {
		Optional<String> name = inventory.type(place).flatMap(type -> member(type, verb, index));
		Optional<String> object = inventory.reference(place);
		if (name.isPresent() && object.isPresent()) {
			verbs.computeIfAbsent(new Member(object.get(), name.get()), key -> new EnumMap<>(Verb.class)).merge(verb, signed, Boolean::logicalOr);
		}
	}

	private static Optional<String> member(InterfaceClass type, Verb verb, int index) {
		return verb == Verb.CALL ? type.getMethods().stream().filter(each -> each.getIndex() == index).map(each -> each.getName()).findFirst()
				: type.getAttributes().stream().filter(each -> each.getIndex() == index).map(each -> each.getName()).findFirst();
	}

	boolean isEmpty() {
		return verbs.isEmpty();
	}

	boolean has(Verb verb) {
		return verbs.values().stream().anyMatch(each -> each.containsKey(verb));
	}

	/** Tells whether a Critical command is among them, which is signed. */
	boolean isSigned() {
		return verbs.values().stream().anyMatch(each -> each.containsValue(true));
	}

	/** Returns the objects, sorted. */
	Set<String> objects() {
		Set<String> objects = new TreeSet<>();
		verbs.keySet().forEach(each -> objects.add(each.object()));
		return objects;
	}

	/** Returns what may be done, and whether it is signed, with that of which it may be done. */
	Map<Verb, Map<Boolean, Set<String>>> grants() {
		Map<Verb, Map<Boolean, Set<String>>> grants = new EnumMap<>(Verb.class);
		verbs.forEach((member, each) -> each.forEach((verb, signed) -> grants.computeIfAbsent(verb, key -> new LinkedHashMap<>())
				.computeIfAbsent(signed, key -> new TreeSet<>()).add(member.toString())));
		return grants;
	}
}
