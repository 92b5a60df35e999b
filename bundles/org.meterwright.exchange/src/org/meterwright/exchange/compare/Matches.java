// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.query.CosemObjects;

/** What is the same in two meters, whatever it is called: everything that something else may refer to. */
final class Matches {
	/** Classes whose objects look alike: their contents do not tell one from another. */
	private static final Set<Integer> ALIKE = Set.of(1, 3, 4, 5);

	private final Map<EObject, EObject> partners = new IdentityHashMap<>();
	private final Map<EObject, EObject> origins = new IdentityHashMap<>();
	private final Pairing<LogicalDevice> devices;
	private final Map<LogicalDevice, Pairing<CosemObject>> objects = new IdentityHashMap<>();
	private final Map<LogicalDevice, Pairing<Association>> associations = new IdentityHashMap<>();
	private final Pairing<Role> roles;
	private final Pairing<Companion> companions;
	private final Pairing<Event> events;
	private final Pairing<Alert> alerts;
	private final Pairing<Push> pushes;
	private final Pairing<Reaction> reactions;

	private record ObjectKey(int classId, Object key) {
	}

	Matches(Meter left, Meter right) {
		devices = keep(new Pairing<>(left.getDevices(), right.getDevices()).by(device -> Optional.of(device.getSap())).byUnique(Matches::name));
		devices.pairs().forEach(pair -> objects.put(pair.left(), keep(objects(pair))));
		devices.pairs().forEach(pair -> associations.put(pair.left(), keep(associations(pair))));
		roles = keep(new Pairing<>(left.getRoles(), right.getRoles()).by(Matches::name));
		companions = keep(new Pairing<>(left.getCompanions(), right.getCompanions()).by(Matches::name));
		companions.pairs().forEach(pair -> keep(new Pairing<>(pair.left().getRoles(), pair.right().getRoles()).by(Matches::name)));
		companions.pairs().forEach(pair -> keep(new Pairing<>(pair.left().getAlerts(), pair.right().getAlerts()).by(Matches::name)));
		events = keep(named(left.getEvents(), right.getEvents(), event -> event.getCode() < 0 ? Optional.empty() : Optional.of(event.getCode())));
		alerts = keep(named(left.getAlerts(), right.getAlerts(), alert -> Optional.of(alert.getCode())));
		pushes = keep(named(left.getPushes(), right.getPushes(), push -> Optional.ofNullable(push.getObject()).map(this::identity)));
		reactions = keep(new Pairing<>(left.getReactions(), right.getReactions()).by(reaction -> Optional.ofNullable(reaction.getObject()).map(this::identity)).by(Matches::name)
				.by(reaction -> trigger(reaction).map(trigger -> List.of(trigger, Reactions.actions(reaction, this::identity)))).by(this::trigger)
				.byUnique(reaction -> Optional.of(Reactions.actions(reaction, this::identity))));
	}

	private static <T extends Element> Pairing<T> named(List<T> left, List<T> right, Function<T, Optional<?>> second) {
		return new Pairing<T>(left, right).by(Matches::name).byUnique(second);
	}

	private Pairing<CosemObject> objects(Pair<LogicalDevice> pair) {
		return new Pairing<CosemObject>(pair.left().getObjects(), pair.right().getObjects())
				.by(object -> Optional.ofNullable(object.getLogicalName()).map(name -> new ObjectKey(CosemObjects.classId(object), name)))
				.byUnique(object -> name(object).map(name -> List.of(name, String.valueOf(object.getLogicalName()))))
				.byUnique(object -> name(object).map(name -> new ObjectKey(CosemObjects.classId(object), name)))
				.byUnique(object -> Optional.ofNullable(object.getLogicalName()))
				.byUnique(object -> ALIKE.contains(CosemObjects.classId(object)) ? Optional.empty() : Optional.of(new ObjectKey(CosemObjects.classId(object), content(object))));
	}

	private static List<?> content(CosemObject object) {
		return object.getAttributes().stream().filter(attribute -> CosemObjects.index(attribute) != 1)
				.map(attribute -> List.of(CosemObjects.index(attribute), attribute.getStorage(), String.valueOf(attribute.getType()), String.valueOf(attribute.getValue()))).toList();
	}

	private Pairing<Association> associations(Pair<LogicalDevice> pair) {
		return new Pairing<Association>(pair.left().getAssociations(), pair.right().getAssociations())
				.by(association -> Optional.ofNullable(association.getObject()).map(object -> List.of(association.getClientSap(), identity(object))))
				.byUnique(association -> Optional.ofNullable(association.getObject()).map(this::identity)).byUnique(association -> Optional.of(association.getClientSap()))
				.byUnique(Matches::name);
	}

	private Optional<?> trigger(Reaction reaction) {
		return Optional.ofNullable(reaction.getTrigger()).map(trigger -> Reactions.key(trigger, this::identity));
	}

	private <T extends EObject> Pairing<T> keep(Pairing<T> pairing) {
		pairing.pairs().forEach(pair -> partners.put(pair.left(), pair.right()));
		pairing.pairs().forEach(pair -> origins.put(pair.right(), pair.left()));
		return pairing;
	}

	private static Optional<String> name(Element element) {
		return Optional.ofNullable(element.getName()).filter(name -> !name.isEmpty());
	}

	/** Finds what an element of the left meter became in the right one. */
	Optional<EObject> partner(EObject left) {
		return Optional.ofNullable(partners.get(left));
	}

	/** Finds what an element of the right meter was in the left one. */
	Optional<EObject> origin(EObject right) {
		return Optional.ofNullable(origins.get(right));
	}

	/** Returns what stands for an element on both sides: its partner, else itself. */
	Object identity(EObject element) {
		return new Identity(partners.getOrDefault(element, element));
	}

	/** An element as itself, whatever it says. */
	private record Identity(EObject element) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Identity identity && identity.element == element;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(element);
		}
	}

	/** Tells whether references of both sides point to the same thing, or both to nothing. */
	boolean same(EObject left, EObject right) {
		return left == null || right == null ? left == right : partners.get(left) == right;
	}

	/** Tells whether lists of references point to the same things in the same order. */
	boolean same(List<? extends EObject> left, List<? extends EObject> right) {
		return Objects.equals(left.stream().map(this::identity).toList(), right.stream().map(this::identity).toList());
	}

	Pairing<LogicalDevice> devices() {
		return devices;
	}

	Pairing<CosemObject> objects(LogicalDevice left) {
		return objects.get(left);
	}

	Pairing<Association> associations(LogicalDevice left) {
		return associations.get(left);
	}

	Pairing<Role> roles() {
		return roles;
	}

	Pairing<Companion> companions() {
		return companions;
	}

	Pairing<Event> events() {
		return events;
	}

	Pairing<Alert> alerts() {
		return alerts;
	}

	Pairing<Push> pushes() {
		return pushes;
	}

	Pairing<Reaction> reactions() {
		return reactions;
	}
}
