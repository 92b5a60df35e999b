// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Property;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.xmi.ModelEquality;

/** Compares two meters. */
final class MeterComparer {
	private final Changes changes;
	private final Matches matches;
	private final TextComparer texts;
	private final Side left;
	private final Side right;

	MeterComparer(Side left, Side right) {
		this.left = left;
		this.right = right;
		this.changes = new Changes(View.of(left), View.of(right));
		this.matches = new Matches(left.meter(), right.meter());
		this.texts = new TextComparer(changes);
	}

	Comparison compare() {
		boolean lists = left.scope() == Comparison.Scope.OBJECT_LISTS || right.scope() == Comparison.Scope.OBJECT_LISTS;
		if (lists) {
			new ListComparer(changes, matches).compare();
			return new Comparison(left.label(), right.label(), Comparison.Scope.OBJECT_LISTS, changes.found());
		}
		Pair<Meter> meters = new Pair<>(left.meter(), right.meter());
		facts(meters);
		devices();
		new BehaviourComparer(changes, matches).compare();
		new ClassComparer(changes).compare(meters);
		orders(meters);
		texts();
		if (changes.found().isEmpty()) { // never say that nothing changed when something did
			ModelEquality.difference(meters.left(), meters.right()).ifPresent(difference -> changes.on(ChangeKind.OTHER, meters).values("", difference).add());
		}
		return new Comparison(left.label(), right.label(), Comparison.Scope.ALL, changes.found());
	}

	private void orders(Pair<Meter> pair) {
		Meter before = pair.left();
		Meter after = pair.right();
		changes.differInOrder(pair, "devices", matches.devices(), before.getDevices(), after.getDevices());
		changes.differInOrder(pair, "roles", matches.roles(), before.getRoles(), after.getRoles());
		changes.differInOrder(pair, "events", matches.events(), before.getEvents(), after.getEvents());
		changes.differInOrder(pair, "Alerts", matches.alerts(), before.getAlerts(), after.getAlerts());
		changes.differInOrder(pair, "pushes", matches.pushes(), before.getPushes(), after.getPushes());
		changes.differInOrder(pair, "reactions", matches.reactions(), before.getReactions(), after.getReactions());
		changes.differInOrder(pair, "companions", matches.companions(), before.getCompanions(), after.getCompanions());
		for (Pair<LogicalDevice> device : matches.devices().pairs()) {
			if (!isSorted(device.left().getObjects()) || !isSorted(device.right().getObjects())) {
				changes.differInOrder(device, "objects", new Pairing<CosemObject>(device.left().getObjects(), device.right().getObjects()).by(MeterComparer::place),
						device.left().getObjects(), device.right().getObjects());
			}
			changes.differInOrder(device, "associations", new Pairing<Association>(device.left().getAssociations(), device.right().getAssociations()).by(MeterComparer::place),
					device.left().getAssociations(), device.right().getAssociations());
		}
	}

	private static boolean isSorted(List<CosemObject> objects) {
		for (int i = 1; i < objects.size(); i++) {
			if (ModelOrder.OBJECTS.compare(objects.get(i - 1), objects.get(i)) > 0) {
				return false;
			}
		}
		return true;
	}

	/** What a model sorts objects and associations by: one that changes it moves for that reason alone. */
	private record Place(int first, int second, Optional<LogicalName> name) {
	}

	private static Optional<?> place(CosemObject object) {
		return Optional.of(new Place(CosemObjects.classId(object), CosemObjects.version(object), Optional.ofNullable(object.getLogicalName())));
	}

	private static Optional<?> place(Association association) {
		return Optional.of(new Place(association.getClientSap(), 0, Optional.ofNullable(association.getObject()).map(CosemObject::getLogicalName)));
	}

	private void texts() {
		Stream.of(matches.devices().pairs(), matches.roles().pairs(), matches.events().pairs(), matches.alerts().pairs(), matches.pushes().pairs(), matches.reactions().pairs())
				.flatMap(List::stream).forEach(texts::compare);
		matches.devices().pairs().forEach(device -> {
			matches.objects(device.left()).pairs().forEach(texts::compare);
			matches.associations(device.left()).pairs().forEach(texts::compare);
		});
		texts.places();
	}

	private void devices() {
		ObjectComparer objects = new ObjectComparer(changes, matches);
		AssociationComparer associations = new AssociationComparer(changes, matches);
		for (LogicalDevice device : matches.devices().removed()) {
			changes.removed(ChangeKind.DEVICE_REMOVED, device).values("%d objects".formatted(device.getObjects().size()), "").add();
		}
		for (LogicalDevice device : matches.devices().added()) {
			changes.added(ChangeKind.DEVICE_ADDED, device).values("", "%d objects".formatted(device.getObjects().size())).add();
		}
		for (Pair<LogicalDevice> pair : matches.devices().pairs()) {
			changes.differ(ChangeKind.DEVICE_ADDRESS, pair, "", "address %d".formatted(pair.left().getSap()), "address %d".formatted(pair.right().getSap()));
			changes.differ(ChangeKind.DEVICE_NAME, pair, "", quoted(pair.left().getLogicalDeviceName()), quoted(pair.right().getLogicalDeviceName()));
			ends(matches.objects(pair.left()));
			matches.objects(pair.left()).pairs().forEach(objects::compare);
			Pairing<Association> pairing = matches.associations(pair.left());
			pairing.removed().forEach(association -> changes.removed(ChangeKind.ASSOCIATION_REMOVED, association).add());
			pairing.added().forEach(association -> changes.added(ChangeKind.ASSOCIATION_ADDED, association).add());
			pairing.pairs().forEach(associations::compare);
		}
	}

	private void ends(Pairing<CosemObject> objects) {
		for (CosemObject object : objects.removed()) {
			changes.removed(ChangeKind.OBJECT_REMOVED, object).seenBy(changes.left().visibility().of(object), List.of()).add();
		}
		for (CosemObject object : objects.added()) {
			changes.added(ChangeKind.OBJECT_ADDED, object).seenBy(List.of(), changes.right().visibility().of(object)).add();
		}
	}

	private static String quoted(String name) {
		return name == null || name.isEmpty() ? "no name" : "\"%s\"".formatted(name);
	}

	private void facts(Pair<Meter> pair) {
		changes.differ(ChangeKind.RENAMED, pair, "", Subjects.text(pair.left().getName()), Subjects.text(pair.right().getName()));
		changes.differ(ChangeKind.RENAMED, pair, "namespace", Subjects.text(pair.left().getNamespace()), Subjects.text(pair.right().getNamespace()));
		changes.differ(ChangeKind.DOCUMENTATION, pair, "", Subjects.text(pair.left().getDocumentation()), Subjects.text(pair.right().getDocumentation()));
		changes.differ(ChangeKind.SWITCHES, pair, "", switches(pair.left()), switches(pair.right()));
		properties(pair);
		budgets(pair);
		roles();
		acceptances(pair);
		companions();
	}

	private static String switches(Meter meter) {
		return meter.getSwitches().isEmpty() ? "none" : String.join(", ", meter.getSwitches());
	}

	private static Optional<String> name(Element element) {
		return Optional.of(Subjects.text(element.getName()));
	}

	private <T extends Element> Pairing<T> listed(ChangeKind kind, Pairing<T> pairing) {
		pairing.removed().forEach(element -> changes.removed(kind, element).values("there", "").add());
		pairing.added().forEach(element -> changes.added(kind, element).values("", "there").add());
		return pairing;
	}

	private void properties(Pair<Meter> pair) {
		Pairing<Property> pairing = listed(ChangeKind.PROPERTY, new Pairing<Property>(pair.left().getProperties(), pair.right().getProperties()).by(MeterComparer::name));
		changes.differInOrder(pair, "properties", pairing, pair.left().getProperties(), pair.right().getProperties());
		for (Pair<Property> property : pairing.pairs()) {
			if (!Objects.equals(property.left().getValue(), property.right().getValue())) {
				changes.on(ChangeKind.PROPERTY, property).values(value(property.left(), changes.left()), value(property.right(), changes.right())).add();
			}
			texts.compare(property);
		}
	}

	private static String value(Property property, View view) {
		return property.getValue() == null ? "" : view.wording().value(new DataType.Any(), property.getValue());
	}

	private void budgets(Pair<Meter> pair) {
		Pairing<MemoryBudget> pairing = listed(ChangeKind.BUDGET, new Pairing<MemoryBudget>(pair.left().getBudgets(), pair.right().getBudgets()).by(budget -> Optional.of(budget.getStorage())));
		changes.differInOrder(pair, "budgets", pairing, pair.left().getBudgets(), pair.right().getBudgets());
		for (Pair<MemoryBudget> budget : pairing.pairs()) {
			changes.differ(ChangeKind.BUDGET, budget, budget.right().getStorage().getName(), "%d octets".formatted(budget.left().getBytes()), "%d octets".formatted(budget.right().getBytes()));
			texts.compare(budget);
		}
	}

	private void roles() {
		listed(ChangeKind.ROLE, matches.roles());
		for (Pair<Role> role : matches.roles().pairs()) {
			changes.differ(ChangeKind.ROLE, role, "", "faces %s".formatted(role.left().getSide().getName()), "faces %s".formatted(role.right().getSide().getName()));
			changes.differ(ChangeKind.TITLE, role, "", Subjects.text(role.left().getText()), Subjects.text(role.right().getText()));
		}
	}

	private void acceptances(Pair<Meter> pair) {
		List<Acceptance> before = pair.left().getAcceptances();
		List<Acceptance> after = pair.right().getAcceptances();
		Pairing<Acceptance> pairing = new Pairing<Acceptance>(before, after).by(acceptance -> Optional.of(acceptanceKey(acceptance)));
		pairing.removed().forEach(acceptance -> changes.removed(ChangeKind.ACCEPTANCE, acceptance).values(words(acceptance), "").add());
		pairing.added().forEach(acceptance -> changes.added(ChangeKind.ACCEPTANCE, acceptance).values("", words(acceptance)).add());
		changes.differInOrder(pair, "acceptances", pairing, pair.left().getAcceptances(), pair.right().getAcceptances());
		for (Pair<Acceptance> acceptance : pairing.pairs()) {
			changes.differ(ChangeKind.ACCEPTANCE, acceptance, "reason", Subjects.text(acceptance.left().getReason()), Subjects.text(acceptance.right().getReason()));
			texts.compare(acceptance);
		}
	}

	private List<Object> acceptanceKey(Acceptance acceptance) {
		List<Object> key = new ArrayList<>(List.of(Subjects.text(acceptance.getRule()), acceptance.getAttribute()));
		if (acceptance.getSubject() != null) {
			key.add(matches.identity(acceptance.getSubject()));
		}
		return key;
	}

	private static String words(Acceptance acceptance) {
		return "%s%s".formatted(Subjects.text(acceptance.getRule()), acceptance.getSubject() == null ? "" : " on %s".formatted(References.name(acceptance.getSubject())));
	}

	private void companions() {
		Pairing<Companion> pairing = listed(ChangeKind.COMPANION, matches.companions());
		for (Pair<Companion> companion : pairing.pairs()) {
			ModelEquality.difference(companion.left(), companion.right()).ifPresent(difference -> changes.on(ChangeKind.COMPANION, companion).values("", "asks for something else").add());
		}
	}
}
