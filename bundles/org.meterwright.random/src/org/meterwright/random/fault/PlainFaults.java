// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.stream.Stream;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/** Faults of what is accepted, of addresses, and of clients that may do more than is good. */
final class PlainFaults {
	private static final int ASSOCIATION = 15;
	private static final int SECURITY = 64;
	private static final int DISCONNECT = 70;
	private static final int PUBLIC = 16;
	private static final int RESERVED_SAP = 5;

	private PlainFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("acceptance-of-nothing", "Something is accepted that is not found.", "ACC", meter -> accepted(meter, "MW-PROF-003", "we know")),
				FaultKind.of("acceptance-of-error", "What nobody may accept is accepted.", "ACC", meter -> accepted(meter, "MW-REF-001", "we know")),
				FaultKind.of("acceptance-unknown", "A rule is accepted that is not there.", "ACC", meter -> accepted(meter, "MW-PROF-999", "we know")),
				FaultKind.of("acceptance-unreasoned", "Something is accepted without a reason.", "ACC", meter -> accepted(meter, "MW-PROF-003", "")),
				FaultKind.of("sap-reserved", "The SAP of a logical device is reserved.", "ID REF", meter -> Models.devices(meter).filter(device -> device.getSap() != 1 || meter.getDevices().size() == 1).map(device -> Models.site(device, each -> each.setSap(RESERVED_SAP)))),
				FaultKind.of("device-name-unreadable", "The public client cannot read who the meter is.", "ASSOC", PlainFaults::nameless),
				FaultKind.of("keys-by-anybody", "Keys may be changed without high security.", "RIGHT ASSOC", PlainFaults::openKeys),
				FaultKind.of("object-list-changes", "A client may change its object list.", "RIGHT", meter -> Models.entries(meter).filter(entry -> CosemObjects.classId(entry.getObject()) == ASSOCIATION)
						.map(entry -> Site.of(label(entry), entry, entry.getObject(), () -> call(entry, 3)))),
				FaultKind.of("password-disconnects", "A password is enough to switch off the supply.", "CTRL", PlainFaults::password),
				FaultKind.of("value-longer-than-room", "A value is longer than the attribute allows.", "TYPE", meter -> Models.attributes(meter).filter(each -> each.getValue() instanceof Value.Octets octets && octets.bytes().length() > 1 && CosemObjects.index(each) > 1)
						.map(each -> Site.of("%s %d".formatted(Models.label((CosemObject) each.eContainer()), CosemObjects.index(each)), each, () -> each.setMaximumLength(1)))),
				FaultKind.of("gbcs-place", "An object of another market's meter stands at the place of GBCS's Alert masks.", "GBCS", PlainFaults::maskPlace),
				FaultKind.of("attribute-negative", "A class has an attribute with a negative number.", "CLASS ID", meter -> meter.getClasses().stream().filter(type -> type.getAttributes().size() > 1 && Models.objects(meter).anyMatch(object -> object.getInterfaceClass() == type))
						.map(type -> Site.of(type.getName(), type, meter, () -> type.getAttributes().getLast().setIndex(-2)))));
	}

	private static String label(ObjectListEntry entry) {
		return "%s for %s".formatted(Models.label(entry.getObject()), Models.label((Association) entry.eContainer()));
	}

	private static Stream<Site> accepted(Meter meter, String rule, String reason) {
		return Models.objects(meter).limit(2).map(object -> {
			Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
			acceptance.setRule(rule);
			acceptance.setReason(reason);
			acceptance.setSubject(object);
			return Site.of(Models.label(object), acceptance, object, () -> meter.getAcceptances().add(acceptance));
		});
	}

	private static void call(ObjectListEntry entry, int method) {
		entry.setRights(entry.getRights().with(new MethodAccess(method, AccessModes.ACCESS)));
	}

	private static Stream<Association> clients(Meter meter) {
		return Models.associations(meter);
	}

	private static Stream<Site> nameless(Meter meter) {
		return clients(meter).filter(each -> each.getClientSap() == PUBLIC).flatMap(each -> each.getEntries().stream()).filter(entry -> entry.getObject().getLogicalName().c() == 42)
				.map(entry -> Site.of(label(entry), entry.eContainer(), entry.getObject(), () -> entry.setRights(AccessRights.NONE)));
	}

	private static Stream<Site> openKeys(Meter meter) {
		return Models.entries(meter).filter(entry -> CosemObjects.classId(entry.getObject()) == SECURITY).map(entry -> Site.of(label(entry), entry, entry.eContainer(), () -> {
			((Association) entry.eContainer()).setMechanism(1);
			((Association) entry.eContainer()).setSecretSlot(240);
			call(entry, 2);
		}));
	}

	private static Stream<Site> password(Meter meter) {
		return Models.entries(meter).filter(entry -> CosemObjects.classId(entry.getObject()) == DISCONNECT).map(entry -> Site.of(label(entry), entry.eContainer(), entry.getObject(), () -> {
			((Association) entry.eContainer()).setMechanism(1);
			((Association) entry.eContainer()).setSecretSlot(241);
			call(entry, 1);
		}));
	}

	private static Stream<Site> maskPlace(Meter meter) {
		boolean british = meter.getCompanions().stream().anyMatch(companion -> companion.getName().startsWith("gbcs."));
		return british || meter.getCompanions().isEmpty() ? Stream.empty() : Models.objects(meter, 1).filter(object -> !Models.isUsed(object)).limit(3).map(object -> Models.site(object, each -> each.setLogicalName(LogicalName.valueOf("0-30:97.98.0*255"))));
	}
}
