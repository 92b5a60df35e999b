// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Property;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.exchange.compare.Subject.Sort;

/** Names elements of a meter for a report. */
final class Subjects {
	private Subjects() {
	}

	/** Returns a text that may be missing. */
	static String text(String text) {
		return text == null ? "" : text;
	}

	/** Names an element as the wording's meter has it. */
	static Subject of(Element element, Wording wording) {
		String name = text(element.getName());
		return switch (element) {
			case CosemObject object -> object(object, name, wording);
			case Association association -> Subject.of(Sort.ASSOCIATION, device(association.eContainer()), name, association(association));
			case LogicalDevice device -> Subject.of(Sort.DEVICE, "", name, "address %d".formatted(device.getSap()));
			case InterfaceClass type -> new Subject(Sort.CLASS, "", name, type.getClassId(), type.getVersion(), "%d version %d".formatted(type.getClassId(), type.getVersion()), "");
			case Event event -> Subject.of(Sort.EVENT, "", name, event.getCode() < 0 ? "" : code(event.getCode()));
			case Alert alert -> Subject.of(Sort.ALERT, "", name, code(alert.getCode()));
			case Push push -> Subject.of(Sort.PUSH, "", name, push.getObject() == null ? "" : className(push.getObject()));
			case Reaction reaction -> Subject.of(Sort.REACTION, "", name, reaction.getObject() == null ? "" : className(reaction.getObject()));
			case Meter meter -> Subject.of(Sort.METER, "", name, "");
			default -> Subject.of(sort(element), "", name, "");
		};
	}

	private static Sort sort(Element element) {
		return switch (element) {
			case Role role -> Sort.ROLE;
			case Property property -> Sort.PROPERTY;
			case MemoryBudget budget -> Sort.BUDGET;
			case Acceptance acceptance -> Sort.ACCEPTANCE;
			case Companion companion -> Sort.COMPANION;
			default -> Sort.METER;
		};
	}

	private static Subject object(CosemObject object, String name, Wording wording) {
		return new Subject(Sort.OBJECT, device(object.eContainer()), name, CosemObjects.classId(object), CosemObjects.version(object), className(object), wording.meaning(object));
	}

	private static String device(Object container) {
		return container instanceof LogicalDevice device ? text(device.getName()) : "";
	}

	/** Returns class and logical name. */
	static String className(CosemObject object) {
		String name = object.getInterfaceClass() == null ? "" : text(object.getInterfaceClass().getName());
		return "%s %s".formatted(name.isEmpty() ? "class %d".formatted(CosemObjects.classId(object)) : name, object.getLogicalName() == null ? "" : object.getLogicalName()).strip();
	}

	private static String association(Association association) {
		return association.getObject() == null || association.getObject().getLogicalName() == null ? "client %d".formatted(association.getClientSap())
				: "client %d, %s".formatted(association.getClientSap(), association.getObject().getLogicalName());
	}

	/** Returns an event or Alert code as logs show it. */
	static String code(int code) {
		return code < 0 ? "no code" : "0x%04X".formatted(code);
	}
}
