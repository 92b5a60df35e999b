// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;

/** Faults of associations, their services and their security. */
final class AssociationFaults {
	private static final int PUBLIC = 16;
	private static final int LOW = 1;
	private static final int HIGH_MD5 = 3;
	private static final int HIGH_GMAC = 5;
	private static final int ECDSA = 7;
	private static final int GET = 0x10;
	private static final int SET = 0x08;
	private static final int SELECTIVE = 0x04;
	private static final int ACTION = 0x01;
	private static final int SHORT_NAME_READ = 0x100000;
	private static final int BLOCK_GET = 0x1000;

	private AssociationFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("client-twice", "Two associations are for one client.", "ASSOC", AssociationFaults::clientTwice),
				FaultKind.of("client-range", "A client address is out of range.", "ASSOC COMP", meter -> on(meter, all -> true, each -> each.setClientSap(0x1234))),
				FaultKind.of("client-reserved", "A client has the address 0, which belongs to nobody.", "ASSOC COMP", meter -> on(meter, all -> true, each -> each.setClientSap(0))),
				FaultKind.of("security-lost", "A ciphered association has no security set-up.", "ASSOC", meter -> on(meter, AssociationFaults::isCiphered, each -> each.setSecurity(null))),
				FaultKind.of("security-no-setup", "What is named as security is no security set-up.", "ASSOC", meter -> on(meter, each -> each.getSecurity() != null, each -> each.setSecurity(each.getObject()))),
				FaultKind.of("secret-lost", "An association with a password or a secret of its own has none.", "ASSOC", meter -> on(meter, each -> each.getMechanism() > 0 && each.getSecretSlot() >= 0 && each.getMechanism() != HIGH_GMAC && each.getMechanism() != ECDSA, each -> each.setSecretSlot(-1))),
				FaultKind.of("secret-shared", "Two clients have one secret.", "ASSOC", AssociationFaults::secretShared),
				FaultKind.of("key-shared", "Two security set-ups have one key.", "ASSOC", AssociationFaults::keyShared),
				FaultKind.of("mechanism-unknown", "An association has a mechanism that is not there.", "ASSOC COMP", meter -> on(meter, each -> each.getMechanism() > 0, each -> each.setMechanism(13))),
				FaultKind.of("mechanism-deprecated", "An association has a deprecated mechanism.", "ASSOC COMP", meter -> on(meter, each -> each.getMechanism() > LOW, each -> each.setMechanism(HIGH_MD5))),
				FaultKind.of("mechanism-none", "Anybody may change the meter.", "ASSOC COMP CTRL", meter -> on(meter, each -> each.getMechanism() > 0 && changes(each), each -> each.setMechanism(0))),
				FaultKind.of("mechanism-ecdsa", "An association has ECDSA, but a suite without public keys.", "ASSOC COMP", meter -> on(meter, each -> each.getSecurity() != null && Models.number(each.getSecurity(), 3) == 0, each -> each.setMechanism(ECDSA))),
				FaultKind.of("public-secured", "The public client is asked for security.", "ASSOC", meter -> on(meter, each -> each.getClientSap() == PUBLIC, each -> each.setMechanism(HIGH_GMAC))),
				FaultKind.of("public-writes", "The public client may write.", "ASSOC RIGHT COMP", AssociationFaults::publicWrites),
				FaultKind.of("context-plain", "An association whose rights ask for protection is not ciphered.", "ASSOC RIGHT PUSH COMP", meter -> on(meter, AssociationFaults::isCiphered, each -> each.setContext(Context.PLAIN))),
				FaultKind.of("association-object-lost", "An association has no association object.", "ASSOC", meter -> on(meter, each -> each.getObject() != null, each -> each.setObject(null))),
				FaultKind.of("association-object-shared", "Two associations share an association object.", "ASSOC", AssociationFaults::objectShared),
				FaultKind.of("object-list-unreadable", "A client cannot read its object list.", "ASSOC", AssociationFaults::listUnreadable),
				FaultKind.of("get-lost", "Something may be read, but without the service get.", "ASSOC COMP", meter -> without(meter, GET, AssociationFaults::reads)),
				FaultKind.of("set-lost", "Something may be written, but without the service set.", "ASSOC COMP", meter -> without(meter, SET, AssociationFaults::writes)),
				FaultKind.of("action-lost", "Something may be called, but without the service action.", "ASSOC COMP", meter -> without(meter, ACTION, AssociationFaults::calls)),
				FaultKind.of("selective-access-lost", "Selectors are offered, but not selective access.", "ASSOC COMP PROF", meter -> without(meter, SELECTIVE, AssociationFaults::selects)),
				FaultKind.of("short-name-service", "Logical name referencing offers a service of short names.", "ASSOC COMP", meter -> on(meter, each -> each.getConformance() != 0, each -> each.setConformance(each.getConformance() | SHORT_NAME_READ))),
				FaultKind.of("pdu-range", "A PDU has more octets than the field can say.", "ASSOC COMP", meter -> on(meter, each -> true, each -> each.setMaximumPdu(70_000))),
				FaultKind.of("pdu-tiny", "A PDU has too few octets for any exchange.", "ASSOC COMP PUSH IMAGE", meter -> on(meter, each -> each.getMaximumPdu() > 0, each -> each.setMaximumPdu(12))),
				FaultKind.of("pdu-without-blocks", "The object list does not fit into a PDU, and there is no block transfer.", "ASSOC COMP", AssociationFaults::withoutBlocks));
	}

	private static Stream<Site> on(Meter meter, Predicate<Association> where, Consumer<Association> spoil) {
		return Models.associations(meter).filter(where).map(association -> Models.site(association, spoil));
	}

	private static boolean isCiphered(Association association) {
		return association.getContext() == Context.CIPHERED && association.getEntries().stream().anyMatch(entry -> (entry.getRights().modes() & ~(AccessModes.READ | AccessModes.WRITE)) != 0);
	}

	private static Stream<Site> clientTwice(Meter meter) {
		return Models.associations(meter).skip(1).map(association -> Models.site(association, each -> each.setClientSap(firstOf(each).getClientSap())));
	}

	private static Association firstOf(Association association) {
		return ((LogicalDevice) association.eContainer()).getAssociations().getFirst();
	}

	private static Stream<Site> secretShared(Meter meter) {
		List<Association> secret = Models.associations(meter).filter(each -> each.getSecretSlot() >= 0 && each.getMechanism() > 0).toList();
		return secret.stream().skip(1).map(association -> Site.of(Models.label(association), association, meter, () -> association.setSecretSlot(secret.getFirst().getSecretSlot())));
	}

	private static Stream<Site> publicWrites(Meter meter) {
		return Models.associations(meter).filter(each -> each.getClientSap() == PUBLIC && each.getMechanism() == 0).flatMap(association -> association.getEntries().stream())
				.filter(entry -> entry.getRights().attributes().stream().anyMatch(access -> access.index() > 1))
				.map(entry -> Site.of(Models.label(entry.getObject()), entry, () -> entry.setRights(entry.getRights().with(new AttributeAccess(entry.getRights().attributes().getLast().index(), AccessModes.READ | AccessModes.WRITE)))));
	}

	private static Stream<Site> objectShared(Meter meter) {
		return Models.associations(meter).skip(1).map(association -> Site.of(Models.label(association), association, association.eContainer(), () -> association.setObject(firstOf(association).getObject())));
	}

	private static Stream<Site> listUnreadable(Meter meter) {
		return Models.associations(meter).flatMap(association -> association.getEntries().stream()).filter(entry -> isAssociation(entry.getObject()) && (entry.getRights().attributeMode(2) & AccessModes.READ) != 0)
				.map(entry -> Site.of(Models.label((Association) entry.eContainer()), entry, () -> ((Association) entry.eContainer()).getEntries().removeIf(each -> isAssociation(each.getObject()))));
	}

	private static boolean isAssociation(CosemObject object) {
		return object != null && object.getInterfaceClass().getClassId() == 15;
	}

	private static Stream<Site> without(Meter meter, int service, Predicate<Association> needs) {
		return on(meter, each -> (each.getConformance() & service) != 0 && needs.test(each), each -> each.setConformance(each.getConformance() & ~service));
	}

	private static boolean reads(Association association) {
		return attributes(association).anyMatch(access -> (access.mode() & AccessModes.READ) != 0);
	}

	private static boolean writes(Association association) {
		return attributes(association).anyMatch(access -> (access.mode() & AccessModes.WRITE) != 0);
	}

	private static boolean selects(Association association) {
		return attributes(association).anyMatch(access -> !access.selectors().isEmpty());
	}

	private static boolean calls(Association association) {
		return association.getEntries().stream().map(ObjectListEntry::getRights).flatMap(rights -> rights.methods().stream()).anyMatch(access -> (access.mode() & AccessModes.ACCESS) != 0);
	}

	private static boolean changes(Association association) {
		return writes(association) || association.getEntries().stream().flatMap(entry -> entry.getRights().methods().stream()).map(MethodAccess::mode).anyMatch(mode -> mode != 0);
	}

	private static Stream<AttributeAccess> attributes(Association association) {
		return association.getEntries().stream().flatMap(entry -> entry.getRights().attributes().stream());
	}

	private static Stream<Site> withoutBlocks(Meter meter) {
		return on(meter, each -> (each.getConformance() & BLOCK_GET) != 0 && each.getEntries().size() > 10, each -> {
			each.setConformance(each.getConformance() & ~BLOCK_GET);
			each.setMaximumPdu(256);
		});
	}

	private static Stream<Site> keyShared(Meter meter) {
		List<CosemObject> all = Models.objects(meter, 64).filter(object -> !object.getKeys().isEmpty()).toList();
		return all.stream().skip(1).map(object -> Models.site(object, each -> each.getKeys().getFirst().setSlot(all.getFirst().getKeys().getFirst().getSlot())));
	}
}
