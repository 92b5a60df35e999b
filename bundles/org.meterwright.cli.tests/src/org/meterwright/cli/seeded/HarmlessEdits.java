// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.value.Value;

/** Edits after which a correct meter is as correct as before: no order matters, and what is larger, fresh or better known does no harm. */
final class HarmlessEdits {
	private static final int PUBLIC_CLIENT = 16;
	private static final int GENERAL_BLOCK_TRANSFER = 0x200000;
	private static final int SPARE_SLOT = 200;
	private static final int SPARE_CLIENT = 90;

	private HarmlessEdits() {
	}

	/** Returns the edits by what they do. */
	static Map<String, Consumer<Meter>> all() {
		Map<String, Consumer<Meter>> edits = new LinkedHashMap<>();
		edits.put("objects in reverse", meter -> meter.getDevices().forEach(device -> reverse(device.getObjects())));
		edits.put("associations in reverse", meter -> meter.getDevices().forEach(device -> reverse(device.getAssociations())));
		edits.put("object lists in reverse", meter -> each(meter, association -> reverse(association.getEntries())));
		edits.put("attributes in reverse", meter -> objects(meter).forEach(object -> reverse(object.getAttributes())));
		edits.put("events in reverse", meter -> reverse(meter.getEvents()));
		edits.put("reactions in reverse", meter -> reverse(meter.getReactions()));
		edits.put("Alerts in reverse", meter -> reverse(meter.getAlerts()));
		edits.put("classes in reverse", meter -> reverse(meter.getClasses()));
		edits.put("scripts in reverse", meter -> values(meter, 9, 2, HarmlessEdits::reversed));
		edits.put("special days in reverse", meter -> values(meter, 11, 2, HarmlessEdits::reversed));
		edits.put("schedules in reverse", meter -> values(meter, 10, 2, HarmlessEdits::reversed));
		edits.put("larger PDUs", meter -> each(meter, association -> association.setMaximumPdu(association.getMaximumPdu() * 2)));
		edits.put("general block transfer", meter -> each(meter, association -> association.setConformance(association.getConformance() | GENERAL_BLOCK_TRANSFER)));
		edits.put("other secret slots", HarmlessEdits::moveSecrets);
		edits.put("other clients", HarmlessEdits::moveClients);
		edits.put("more memory", meter -> meter.getBudgets().forEach(budget -> budget.setBytes(budget.getBytes() * 4)));
		edits.put("other names", HarmlessEdits::rename);
		edits.put("no documentation", meter -> meter.eAllContents().forEachRemaining(element -> {
			if (element instanceof Element named) {
				named.setDocumentation(null);
			}
		}));
		edits.put("one more role", HarmlessEdits::addRole);
		edits.put("a serial number", meter -> meter.getDevices().forEach(device -> device.setLogicalDeviceName(device.getLogicalDeviceName().replace("{serial}", "0042"))));
		edits.put("kept in NVM instead of RAM", HarmlessEdits::keep);
		return edits;
	}

	private static <T> void reverse(EList<T> list) {
		ECollections.reverse(list);
	}

	private static List<CosemObject> objects(Meter meter) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).toList();
	}

	private static void each(Meter meter, Consumer<Association> edit) {
		meter.getDevices().forEach(device -> device.getAssociations().forEach(edit));
	}

	private static void values(Meter meter, int classId, int index, UnaryOperator<Value> edit) {
		objects(meter).stream().filter(object -> object.getInterfaceClass().getClassId() == classId).flatMap(object -> object.getAttributes().stream())
				.filter(attribute -> attribute.getDefinition().getIndex() == index && attribute.getValue() != null).forEach(attribute -> attribute.setValue(edit.apply(attribute.getValue())));
	}

	private static Value reversed(Value value) {
		return value instanceof Value.Array array ? new Value.Array(array.elements().reversed()) : value;
	}

	private static void moveSecrets(Meter meter) {
		int[] next = { SPARE_SLOT };
		each(meter, association -> {
			if (association.getSecretSlot() >= 0) {
				association.setSecretSlot(next[0]++);
			}
		});
	}

	/** The public client keeps its address, and so does a client that something is pushed to, for its Push setup object names it. */
	private static void moveClients(Meter meter) {
		int[] next = { SPARE_CLIENT };
		each(meter, association -> {
			boolean free = association.getClientSap() != PUBLIC_CLIENT && meter.getPushes().stream().noneMatch(push -> push.getPartner() == association);
			if (free) {
				association.setClientSap(next[0]++);
			}
		});
	}

	private static void rename(Meter meter) {
		objects(meter).forEach(object -> object.setName("x_%s".formatted(object.getName())));
		meter.getEvents().forEach(event -> event.setText("Something happened"));
		each(meter, association -> association.setName("x_%s".formatted(association.getName())));
	}

	private static void addRole(Meter meter) {
		Role role = CosemFactory.eINSTANCE.createRole();
		role.setName("Visitor");
		meter.getRoles().add(role);
	}

	/** Only single numbers: profiles and what is written at each tick would wear a memory out. */
	private static void keep(Meter meter) {
		objects(meter).stream().filter(object -> object.getInterfaceClass().getClassId() == 1).flatMap(object -> object.getAttributes().stream())
				.filter(attribute -> attribute.getStorage() == Storage.RAM).forEach(attribute -> attribute.setStorage(Storage.NVM));
	}
}
