// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.values.Naming;

/** Writes an association: facts, what it shows in which order, rights. */
final class AssociationText {
	private static final int OBJECT_LIST = 2;
	private static final int SIMPLE_VERSION = 1;
	private static final int PROTECTION_VERSION = 3;
	private static final LogicalName CURRENT = new LogicalName(0, 0, 40, 0, 0, 255);

	private final LogicalDevice device;
	private final Association association;
	private final Naming naming;
	private final Vocabulary vocabulary;
	private final RightsPlan plan;
	private final AttributeText lines;

	AssociationText(LogicalDevice device, Association association, Naming naming, Vocabulary vocabulary, AttributeText lines) {
		this.lines = lines;
		this.device = device;
		this.association = association;
		this.naming = naming;
		this.vocabulary = vocabulary;
		this.plan = new RightsPlan(device, association, naming);
	}

	/** Returns the association. */
	Association association() {
		return association;
	}

	/** Returns the rights lines. */
	List<RightsLine> rights() {
		return plan.lines();
	}

	/** Writes the association; groups give the names of groups for targets, line by line, and shown what it shows with groups among it. */
	void write(Text text, Map<RightsLine, Map<String, String>> groups, List<String> shown) {
		text.blank();
		text.documentation(association.getDocumentation());
		text.open("association %s client %d to %s %s".formatted(naming.words().name(association.getName()), association.getClientSap(),
				naming.words().name(device.getName()), association.getObject().getLogicalName()));
		facts(text);
		show(text, shown);
		if (!plan.omissions().isEmpty()) {
			text.line("omit %s".formatted(String.join(", ", plan.omissions())));
		}
		plan.lines().forEach(line -> text.line(line.text(groups.getOrDefault(line, Map.of()))));
		text.close();
	}

	/** Returns the version that the Association LN object has when the text says none. */
	private int usualVersion() {
		return device.getAssociations().stream().anyMatch(each -> AssociationText.asksForMore(each)) ? PROTECTION_VERSION : SIMPLE_VERSION;
	}

	private static boolean asksForMore(Association association) {
		int simple = AccessModes.READ | AccessModes.WRITE | AccessModes.AUTHENTICATED_REQUEST | AccessModes.AUTHENTICATED_RESPONSE;
		return association.getEntries().stream().anyMatch(entry -> entry.getRights().attributes().stream().anyMatch(access -> (access.mode() & ~simple) != 0)
				|| entry.getRights().methods().stream().anyMatch(access -> (access.mode() & ~simple) != 0));
	}

	private void facts(Text text) {
		if (CosemObjects.version(association.getObject()) != usualVersion()) {
			text.line("version %d".formatted(CosemObjects.version(association.getObject())));
		}
		if (association.getRole() != null) {
			Side side = association.getRole().getSide();
			text.line("role %s%s".formatted(naming.words().name(association.getRole().getName()), side == Side.UNSPECIFIED ? "" : " faces %s".formatted(naming.words().name(side.getLiteral()))));
		}
		text.line("context logical_name %s".formatted(association.getContext() == Context.CIPHERED ? "ciphered" : "plain"));
		text.line("mechanism %s".formatted(vocabulary.mechanism(association.getMechanism())));
		Optional.ofNullable(association.getSecurity()).ifPresent(security -> text.line("security %s".formatted(naming.from(device, security))));
		if (association.getSecretSlot() >= 0) {
			text.line("secret in slot %d".formatted(association.getSecretSlot()));
		}
		List<String> conformance = vocabulary.conformance(association.getConformance());
		if (!conformance.isEmpty()) {
			text.line("conformance %s".formatted(String.join(", ", conformance)));
		}
		if (association.getMaximumPdu() > 0) {
			text.line("pdu %d".formatted(association.getMaximumPdu()));
		}
		attributes(text);
	}

	/** Writes attributes of the Association LN object that do not follow from the association. */
	private void attributes(Text text) {
		SortedMap<Integer, Value> derived = AssociationValues.of(association, device.getSap());
		for (Attribute attribute : association.getObject().getAttributes()) {
			Value value = derived.get(CosemObjects.index(attribute));
			boolean follows = value != null && attribute.getStorage() == Storage.ROM && value.equals(attribute.getValue());
			if (!follows && CosemObjects.index(attribute) != OBJECT_LIST && (value != null || !Unwritten.is(attribute))) {
				text.line(lines.line(attribute));
			}
		}
	}

	/** Returns the names of what it shows, in order; nothing where the list is no list of names, or has a name twice. */
	List<String> shown() {
		List<CosemObject> objects = objects();
		boolean made = objects.stream().anyMatch(object -> object.isGenerated() && object.getLogicalName().equals(CURRENT));
		if (isEverything(objects) || made || objects.stream().anyMatch(plan::isSpelled) || allBut(objects).isPresent() || new HashSet<>(objects).size() < objects.size()) {
			return List.of();
		}
		return naming.inOrder(device, objects);
	}

	private List<CosemObject> objects() {
		return association.getEntries().stream().map(ObjectListEntry::getObject).toList();
	}

	private void show(Text text, List<String> shown) {
		List<CosemObject> objects = objects();
		if (isEverything(objects)) {
			return;
		}
		Optional<List<CosemObject>> hidden = allBut(objects);
		if (hidden.isPresent()) {
			text.line("show * except %s".formatted(String.join(", ", plan.names(hidden.get(), device.getObjects()))));
			return;
		}
		if (!shown.isEmpty()) {
			text.line("show %s".formatted(String.join(", ", shown)));
			return;
		}
		List<CosemObject> run = new ArrayList<>();
		for (ObjectListEntry entry : association.getEntries()) {
			if (plan.isSpelled(entry.getObject())) {
				flush(text, run);
				entry(text, entry);
			} else {
				run.add(entry.getObject());
			}
		}
		flush(text, run);
		if (objects.isEmpty()) {
			String own = naming.own(association.getObject());
			text.line("show %s except %s".formatted(own, own));
		}
	}

	/** Returns the few objects that are not shown of a list that is sorted otherwise. */
	private Optional<List<CosemObject>> allBut(List<CosemObject> objects) {
		Set<CosemObject> shown = new HashSet<>(objects);
		List<CosemObject> hidden = device.getObjects().stream().filter(object -> !object.isInternal() && !shown.contains(object)).toList();
		boolean few = !hidden.isEmpty() && hidden.size() * 3 < objects.size() && shown.size() == objects.size();
		boolean current = device.getObjects().stream().anyMatch(object -> object.getLogicalName().equals(CURRENT));
		return few && current && objects.stream().noneMatch(plan::isSpelled) && objects.stream().sorted(ModelOrder.OBJECTS).toList().equals(objects) ? Optional.of(hidden)
				: Optional.empty();
	}

	private boolean isEverything(List<CosemObject> objects) {
		Set<CosemObject> distinct = new HashSet<>(objects);
		boolean all = distinct.size() == objects.size() && device.getObjects().stream().filter(object -> !object.isInternal()).allMatch(distinct::contains);
		boolean sorted = objects.stream().sorted(ModelOrder.OBJECTS).toList().equals(objects);
		boolean current = device.getObjects().stream().anyMatch(object -> object.getLogicalName().equals(CURRENT));
		return all && sorted && current && objects.stream().noneMatch(plan::isSpelled);
	}

	private void flush(Text text, List<CosemObject> run) {
		if (!run.isEmpty()) {
			text.line("show %s".formatted(String.join(", ", naming.inOrder(device, run))));
			run.clear();
		}
	}

	private void entry(Text text, ObjectListEntry entry) {
		List<String> lines = new ArrayList<>();
		entry.getRights().attributes().forEach(access -> lines.add(line(entry.getObject(), access)));
		entry.getRights().methods().forEach(access -> lines.add(line(entry.getObject(), access)));
		String head = "entry %s".formatted(naming.from(device, entry.getObject()));
		if (lines.isEmpty()) {
			text.line("%s { }".formatted(head));
		} else {
			text.block(head, lines);
		}
	}

	private static String line(CosemObject object, AttributeAccess access) {
		String name = CosemObjects.definition(object.getInterfaceClass(), access.index()).orElseThrow().getName();
		if ((access.mode() & Modes.ACCESS) == 0) {
			return "%s: deny%s".formatted(name, access.selectors().isEmpty() ? "" : Modes.selectors(access.selectors()));
		}
		boolean offered = CosemObjects.attribute(object, access.index()).map(Attribute::getDefinition).map(each -> !each.getSelectors().isEmpty()).orElse(false);
		String selectors = offered || !access.selectors().isEmpty() ? Modes.selectors(access.selectors()) : "";
		return "%s: %s%s%s".formatted(name, Modes.verbs(access.mode()), selectors, Modes.protection(access.mode()));
	}

	private static String line(CosemObject object, MethodAccess access) {
		String name = CosemObjects.method(object.getInterfaceClass(), access.index()).orElseThrow().getName();
		boolean granted = (access.mode() & 1) != 0;
		return "%s(): %s".formatted(name, granted ? "call%s".formatted(Modes.protection(access.mode())) : "deny");
	}
}
