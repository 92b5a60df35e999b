// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Value;

/** Faults of access rights, keys and what must survive a loss of the supply. */
final class RightFaults {
	private static final int BEYOND = 33;
	private static final int PROTECTED = AccessModes.AUTHENTICATED_REQUEST | AccessModes.ENCRYPTED_REQUEST;
	private static final int SECURITY_SETUP = 64;
	private static final int SUITE = 3;
	private static final int SECRET = 7;

	private RightFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("right-attribute-missing", "A right is on an attribute that the class does not have.", "RIGHT", meter -> rights(meter, entry -> true, entry -> entry.getRights().with(new AttributeAccess(BEYOND, AccessModes.READ)))),
				FaultKind.of("right-method-missing", "A right is on a method that the class does not have.", "RIGHT", meter -> rights(meter, entry -> true, entry -> entry.getRights().with(new MethodAccess(BEYOND, AccessModes.ACCESS)))),
				FaultKind.of("right-on-constant", "A constant may be written.", "RIGHT COMP", RightFaults::onConstant),
				FaultKind.of("right-on-name", "A logical name may be written.", "RIGHT COMP", meter -> rights(meter, RightFaults::ofSecured, entry -> entry.getRights().with(new AttributeAccess(1, AccessModes.READ | AccessModes.WRITE | PROTECTED)))),
				FaultKind.of("right-twice", "An attribute has two rights in one entry.", "RIGHT", meter -> rights(meter, entry -> !entry.getRights().attributes().isEmpty(), RightFaults::twice)),
				FaultKind.of("right-selector", "A selector is offered that the class does not define.", "RIGHT", meter -> rights(meter, entry -> entry.getRights().attributeMode(2) != 0 && entry.getObject().getInterfaceClass().getClassId() != 15, entry -> entry.getRights().with(new AttributeAccess(2, entry.getRights().attributeMode(2), List.of(9))))),
				FaultKind.of("right-protected-plain", "A right asks for protection that a plain context does not have.", "RIGHT",
						meter -> rights(meter, entry -> association(entry).getContext() == Context.PLAIN && !entry.getRights().attributes().isEmpty(), entry -> entry.getRights().with(new AttributeAccess(entry.getRights().attributes().getLast().index(), AccessModes.READ | PROTECTED)))),
				FaultKind.of("right-on-secret", "A secret may be read.", "RIGHT", meter -> rights(meter, entry -> entry.getObject().getInterfaceClass().getClassId() == 15 && Models.has(entry.getObject(), SECRET), entry -> entry.getRights().with(new AttributeAccess(SECRET, AccessModes.READ)))),
				FaultKind.of("right-signed", "Signatures are asked for, but the suite has none.", "RIGHT ASSOC", meter -> rights(meter, entry -> suite(association(entry)) == 0 && entry.getRights().attributeMode(2) != 0,
						entry -> entry.getRights().with(new AttributeAccess(2, entry.getRights().attributeMode(2) | AccessModes.SIGNED_REQUEST)))),
				FaultKind.of("internal-shown", "An internal object is in an object list.", "RIGHT GBCS", meter -> Models.entries(meter).filter(entry -> !entry.getObject().isInternal())
						.map(entry -> Site.of(label(entry), entry, entry.getObject(), () -> entry.getObject().setInternal(true)))),
				FaultKind.of("entry-twice", "An object is listed twice.", "RIGHT", meter -> Models.entries(meter).map(entry -> Site.of(label(entry), entry, () -> association(entry).getEntries().add(EcoreUtil.copy(entry))))),
				FaultKind.of("entry-of-nothing", "An entry of an object list names no object of the device.", "RIGHT ASSOC REF", meter -> Models.entries(meter).map(entry -> Site.of(label(entry), entry, () -> entry.setObject(CosemFactory.eINSTANCE.createCosemObject())))),
				FaultKind.of("protection-lost", "A client that can cipher may change something in clear.", "RIGHT ASSOC COMP GBCS", RightFaults::protectionLost),
				FaultKind.of("setting-volatile", "A setting that clients write is lost when the supply fails.", "STORE", RightFaults::settingVolatile),
				FaultKind.of("keys-lost", "A security set-up in use has no key.", "ASSOC STORE SEC", meter -> setups(meter).filter(object -> !object.getKeys().isEmpty()).map(object -> Models.site(object, each -> each.getKeys().clear()))),
				FaultKind.of("key-slots-shared", "Two keys of a security set-up are in one slot.", "ASSOC STORE SEC", meter -> setups(meter).filter(object -> object.getKeys().size() > 1)
						.map(object -> Models.site(object, each -> each.getKeys().getLast().setSlot(each.getKeys().getFirst().getSlot())))),
				FaultKind.of("policy-reserved", "A security policy has bits that are reserved.", "TYPE ASSOC SEC", meter -> Models.onValues(meter, SECURITY_SETUP, 2, part -> part.number() >= 0, part -> part.set(part.number() | 3))),
				FaultKind.of("suite-unknown", "A security suite is none of the standard's.", "TYPE ASSOC SEC", meter -> Models.onValues(meter, SECURITY_SETUP, SUITE, part -> true, part -> part.set(11))),
				FaultKind.of("counter-volatile", "An invocation counter is lost when the supply fails.", "STORE", RightFaults::counterVolatile));
	}

	private static String label(ObjectListEntry entry) {
		return "%s for %s".formatted(Models.label(entry.getObject()), Models.label(association(entry)));
	}

	private static Association association(ObjectListEntry entry) {
		return (Association) entry.eContainer();
	}

	private static boolean ofSecured(ObjectListEntry entry) {
		return association(entry).getContext() == Context.CIPHERED;
	}

	private static long suite(Association association) {
		return association.getSecurity() == null ? -1 : Models.number(association.getSecurity(), SUITE);
	}

	private static Stream<Site> rights(Meter meter, Predicate<ObjectListEntry> where, Function<ObjectListEntry, AccessRights> change) {
		return Models.entries(meter).filter(where).map(entry -> Site.of(label(entry), entry, entry.getObject(), () -> entry.setRights(change.apply(entry))));
	}

	private static AccessRights twice(ObjectListEntry entry) {
		List<AttributeAccess> all = new ArrayList<>(entry.getRights().attributes());
		all.add(all.getFirst());
		return AccessRights.of(all, entry.getRights().methods());
	}

	private static Stream<Site> onConstant(Meter meter) {
		return Models.entries(meter).filter(RightFaults::ofSecured).flatMap(entry -> entry.getObject().getAttributes().stream().filter(attribute -> attribute.getStorage() == Storage.ROM && CosemObjects.index(attribute) > 1).limit(1)
				.map(attribute -> Site.of(label(entry), entry, entry.getObject(), () -> entry.setRights(entry.getRights().with(new AttributeAccess(CosemObjects.index(attribute), AccessModes.READ | AccessModes.WRITE | PROTECTED))))));
	}

	/** Neither the policy nor any right of one client asks for protection any more. */
	private static Stream<Site> protectionLost(Meter meter) {
		return Models.associations(meter).filter(association -> association.getContext() == Context.CIPHERED && association.getSecurity() != null && association.getEntries().stream().anyMatch(RightFaults::changes))
				.map(association -> Models.site(association, each -> {
					Models.value(each.getSecurity(), 2).ifPresent(policy -> policy.set(0));
					each.getEntries().forEach(entry -> entry.setRights(unprotected(entry.getRights())));
				}));
	}

	private static AccessRights unprotected(AccessRights rights) {
		return AccessRights.of(rights.attributes().stream().map(access -> new AttributeAccess(access.index(), access.mode() & (AccessModes.READ | AccessModes.WRITE), access.selectors())).toList(),
				rights.methods().stream().map(access -> new MethodAccess(access.index(), access.mode() & AccessModes.ACCESS)).toList());
	}

	private static boolean changes(ObjectListEntry entry) {
		return entry.getObject().getInterfaceClass().getClassId() != 15 && (entry.getRights().attributes().stream().anyMatch(access -> (access.mode() & AccessModes.WRITE) != 0) || entry.getRights().methods().stream().anyMatch(access -> access.mode() != 0));
	}

	private static Stream<Site> settingVolatile(Meter meter) {
		return Models.entries(meter).flatMap(entry -> entry.getObject().getAttributes().stream().filter(attribute -> isSetting(entry, attribute))).distinct()
				.map(attribute -> Site.of("%s %d".formatted(Models.label((CosemObject) attribute.eContainer()), CosemObjects.index(attribute)), attribute, () -> attribute.setStorage(Storage.RAM)));
	}

	private static boolean isSetting(ObjectListEntry entry, Attribute attribute) {
		return attribute.getStorage() == Storage.NVM && attribute.getDefinition().getDynamics() == Dynamics.STATIC && (entry.getRights().attributeMode(CosemObjects.index(attribute)) & AccessModes.WRITE) != 0;
	}

	private static Stream<CosemObject> setups(Meter meter) {
		return Models.objects(meter, SECURITY_SETUP).filter(object -> Models.associations(meter).anyMatch(association -> association.getSecurity() == object && association.getContext() == Context.CIPHERED));
	}

	private static Stream<Site> counterVolatile(Meter meter) {
		return Models.objects(meter, 1).filter(object -> object.getLogicalName().toString().startsWith("0-0:43.1.")).flatMap(object -> CosemObjects.attribute(object, 2).stream())
				.filter(attribute -> attribute.getStorage() == Storage.NVM && (attribute.getValue() == null || attribute.getValue() instanceof Value.Int))
				.map(attribute -> Site.of(Models.label((CosemObject) attribute.eContainer()), attribute, () -> attribute.setStorage(Storage.RAM)));
	}
}
