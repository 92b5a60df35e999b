// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/** Associations of a logical device, their object lists and rights: regular as a designer grants them, or any. */
final class RandomRights {
	/** Finds a class of the standard. */
	interface Classes {
		/** Returns the class, with the meter. */
		InterfaceClass get(int classId, int version);
	}

	private static final int ASSOCIATION = 15;
	private static final int SECURITY_SETUP = 64;
	/** All bits of the conformance block that have names. */
	private static final int NAMED_BITS = 0x7EFFFF;

	private final Chance chance;
	private final RandomNames names;
	private final RandomValues values;
	private final Classes classes;
	private final List<Role> roles;
	private int lastSap = 1;

	RandomRights(Chance chance, RandomNames names, RandomValues values, Classes classes, List<Role> roles) {
		this.chance = chance;
		this.names = names;
		this.values = values;
		this.classes = classes;
		this.roles = roles;
	}

	/** Gives a device associations, without lists. */
	void associate(DeviceBuilder device) {
		int version = chance.below(4);
		for (int number = 1; number <= chance.below(4); number++) {
			association(device, number, chance.percent(80) ? version : chance.below(4));
		}
	}

	private void association(DeviceBuilder device, int number, int version) {
		String name = names.fresh();
		CosemObject object = device.object(name, classes.get(ASSOCIATION, version), new LogicalName(0, 0, 40, 0, number, 255), made -> made.generated());
		values.know(object.getLogicalName());
		lastSap += chance.between(1, 12);
		List<CosemObject> setups = device.device().getObjects().stream().filter(each -> CosemObjects.classId(each) == SECURITY_SETUP).toList();
		Association association = device.association(name, object, lastSap, made -> {
			made.context(chance.one(Context.values())).mechanism(chance.below(8)).secretSlot(chance.one(-1, 0, 5, 255));
			made.conformance(chance.one(0x001019, (int) chance.bits() & NAMED_BITS | 1)).maximumPdu(chance.one(0, 0, 512, 65_535));
			if (!roles.isEmpty() && chance.percent(60)) {
				made.role(chance.of(roles));
			}
			if (!setups.isEmpty() && chance.percent(60)) {
				made.security(chance.of(setups));
			}
		});
		association.setDocumentation(chance.percent(20) ? "Who it is for" : null);
		derive(association, device.device().getSap());
	}

	private void derive(Association association, int sap) {
		CosemObjects.attribute(association.getObject(), 2).ifPresent(list -> {
			list.setStorage(Storage.ROM);
			list.setType(list.getDefinition().getType());
		});
		AssociationValues.of(association, sap).forEach((index, value) -> CosemObjects.attribute(association.getObject(), index).ifPresent(attribute -> {
			if (chance.percent(90)) {
				attribute.setStorage(Storage.ROM);
				attribute.setValue(value);
				attribute.setType(Narrowing.byValue(attribute.getDefinition().getType(), value));
			}
		}));
	}

	/** Fills the object lists of a device. */
	void show(LogicalDevice device) {
		List<CosemObject> objects = device.getObjects().stream().filter(object -> !object.isInternal()).sorted(ModelOrder.OBJECTS).toList();
		device.getAssociations().forEach(association -> show(association, objects));
		device.getAssociations().forEach(association -> association.getEntries().forEach(RandomRights::keep));
	}

	private void show(Association association, List<CosemObject> objects) {
		int hidden = chance.one(0, 10, 50);
		List<CosemObject> shown = new ArrayList<>(objects.stream().filter(object -> !chance.percent(hidden)).toList());
		if (chance.percent(50)) {
			shown = new ArrayList<>(chance.shuffled(shown));
			if (!shown.isEmpty() && chance.percent(30)) {
				shown.add(chance.of(shown));
			}
		}
		int version = CosemObjects.version(association.getObject());
		int odd = chance.one(0, 5, 100);
		int usual = protection(version) | AccessModes.READ;
		shown.forEach(object -> association.getEntries().add(entry(object, version, odd, usual)));
	}

	private ObjectListEntry entry(CosemObject object, int version, int odd, int usual) {
		ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
		entry.setObject(object);
		List<Attribute> attributes = object.getAttributes();
		if (chance.percent(odd / 10)) {
			attributes = chance.some(attributes, attributes.size());
		}
		List<AttributeAccess> rights = new ArrayList<>(attributes.stream().map(attribute -> access(attribute, chance.percent(odd) ? mode(version) : usual)).toList());
		List<MethodAccess> methods = object.getInterfaceClass().getMethods().stream()
				.map(method -> new MethodAccess(method.getIndex(), chance.percent(Math.max(odd, 5)) ? method(version) : 0)).toList();
		if (!chance.percent(odd / 10)) {
			rights.sort(Comparator.comparingInt(AttributeAccess::index));
		}
		entry.setRights(AccessRights.of(rights, methods));
		return entry;
	}

	private int protection(int version) {
		return switch (version) {
			case 0 -> 0;
			case 1, 2 -> chance.one(0, 0, AccessModes.AUTHENTICATED_REQUEST);
			default -> chance.one(0, 0, AccessModes.AUTHENTICATED_REQUEST, AccessModes.AUTHENTICATED_REQUEST | AccessModes.AUTHENTICATED_RESPONSE, chance.below(64) << 2);
		};
	}

	private int mode(int version) {
		int access = chance.below(4);
		return access == 0 ? 0 : access | protection(version);
	}

	private int method(int version) {
		return chance.percent(50) ? 0 : AccessModes.ACCESS | protection(version);
	}

	private AttributeAccess access(Attribute attribute, int mode) {
		List<Integer> declared = attribute.getDefinition().getSelectors().stream().map(SelectorDefinition::getSelector).toList();
		List<Integer> selectors = new ArrayList<>();
		if (mode != 0) {
			selectors.addAll(chance.percent(90) ? declared : chance.some(declared, declared.size()));
		}
		if (mode != 0 && chance.percent(2)) {
			selectors.addAll(IntStream.range(0, 2).mapToObj(i -> 20 + i).toList());
		}
		return new AttributeAccess(CosemObjects.index(attribute), mode, selectors);
	}

	/** Stores what a client may write of an object that no text declares in non-volatile memory, as elaboration does. */
	private static void keep(ObjectListEntry entry) {
		if (!entry.getObject().isGenerated()) {
			return;
		}
		for (AttributeAccess access : entry.getRights().attributes()) {
			CosemObjects.attribute(entry.getObject(), access.index()).filter(attribute -> access.index() > 1 && (access.mode() & AccessModes.WRITE) != 0
					&& attribute.getStorage() == Storage.ROM).ifPresent(RandomRights::keep);
		}
	}

	private static void keep(Attribute attribute) {
		attribute.setStorage(Storage.NVM);
		if (attribute.getMaximumLength() == 0 && attribute.getValue() instanceof Value.Array array) {
			attribute.setMaximumLength(Math.max(array.elements().size(), 1));
		}
	}
}
