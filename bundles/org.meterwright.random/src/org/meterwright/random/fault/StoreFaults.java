// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.MemoryBudget;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of storage, image transfer, communication set-ups and M-Bus. */
final class StoreFaults {
	private static final int ENERGY = 8;
	private static final int HDLC = 23;
	private static final int TCP_UDP = 41;
	private static final int IMAGE = 18;
	private static final int MBUS = 72;

	private StoreFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("measured-constant", "A measured value is a constant.", "STORE", meter -> on(meter, attribute -> attribute.getDefinition().getDynamics() == Dynamics.DYNAMIC && attribute.getStorage() == Storage.RAM && isOf(attribute, 3, 4), attribute -> attribute.setStorage(Storage.ROM))),
				FaultKind.of("counter-of-energy-volatile", "A register of energy is lost when the supply fails.", "STORE", meter -> on(meter, attribute -> isOf(attribute, 3) && attribute.getStorage() == Storage.NVM && isEnergy(attribute), attribute -> attribute.setStorage(Storage.RAM))),
				FaultKind.of("length-open", "Nothing says how long a value in memory can become.", "STORE", meter -> on(meter, attribute -> attribute.getStorage() == Storage.NVM && attribute.getType() != null && attribute.getType().bare() instanceof DataType.Simple it && it.tag().isInteger() && isOf(attribute, 1), attribute -> {
					attribute.setType(DataType.valueOf("octet-string"));
					attribute.setValue(null);
					attribute.setMinimum(null);
					attribute.setMaximum(null);
				})),
				FaultKind.of("type-open", "The type of a stored value is still open.", "STORE TYPE", meter -> on(meter, attribute -> attribute.getStorage() == Storage.NVM && CosemObjects.index(attribute) == 2 && isOf(attribute, 1), attribute -> {
					attribute.setType(attribute.getDefinition().getType());
					attribute.setValue(null);
				})),
				FaultKind.of("handler-lost", "An attribute that firmware provides names no handler.", "STORE", meter -> on(meter, attribute -> attribute.getStorage() == Storage.CALL, attribute -> attribute.setHandler(null))),
				FaultKind.of("handler-no-name", "The name of a handler cannot be a function in C.", "STORE", meter -> on(meter, attribute -> attribute.getStorage() == Storage.CALL, attribute -> attribute.setHandler("read-it 2"))),
				FaultKind.of("handler-of-two-types", "One handler serves attributes of different types.", "STORE", StoreFaults::handlerOfTwo),
				FaultKind.of("handler-value-unused", "An attribute that firmware provides has a value that nobody uses.", "STORE", meter -> on(meter, attribute -> attribute.getStorage() == Storage.CALL && attribute.getType() != null && attribute.getType().bare() instanceof DataType.Simple it && it.tag().isInteger(), attribute -> attribute.setValue(new Value.Int(((DataType.Simple) attribute.getType().bare()).tag(), 5)))),
				FaultKind.of("memory-small", "The values do not fit into a memory.", "STORE", meter -> meter.getBudgets().stream().filter(budget -> budget.getStorage() != Storage.ROM).map(budget -> Site.of("%s".formatted(budget.getStorage()), budget, meter, () -> budget.setBytes(16)))),
				FaultKind.of("memory-twice", "The size of a memory is stated twice.", "STORE", meter -> meter.getBudgets().stream().map(budget -> {
					MemoryBudget second = EcoreUtil.copy(budget);
					return Site.of("%s".formatted(budget.getStorage()), budget, second, () -> meter.getBudgets().add(second));
				})),
				FaultKind.of("image-block-large", "A block of an image does not fit into a message.", "IMAGE COMP", meter -> Models.onValues(meter, IMAGE, 2, part -> callers(meter, part.object()), part -> part.set(60_000))),
				FaultKind.of("image-block-none", "A block of an image has no octets.", "IMAGE TYPE", meter -> Models.onValues(meter, IMAGE, 2, part -> true, part -> part.set(0))),
				FaultKind.of("image-disabled", "Image transfer is switched off, and nobody may switch it on.", "IMAGE COMP", meter -> Models.onValues(meter, IMAGE, 5, part -> Models.entries(meter).noneMatch(entry -> entry.getObject() == part.object() && (entry.getRights().attributeMode(5) & 2) != 0), part -> part.set(Values.bool(false)))),
				FaultKind.of("hdlc-frame", "An HDLC frame is longer than the standard allows.", "TYPE COMM", meter -> Models.onValues(meter, HDLC, 5, part -> true, part -> part.set(2100))),
				FaultKind.of("hdlc-window", "An HDLC window has no frame.", "TYPE COMM", meter -> Models.onValues(meter, HDLC, 3, part -> true, part -> part.set(0))),
				FaultKind.of("hdlc-time-out", "The time between octets is shorter than HDLC allows.", "TYPE COMM", meter -> Models.onValues(meter, HDLC, 7, part -> true, part -> part.set(3))),
				FaultKind.of("hdlc-address-reserved", "An HDLC device address is one that the standard reserves.", "TYPE COMM", meter -> Models.onValues(meter, HDLC, 9, part -> true, part -> part.set(5))),
				FaultKind.of("port-zero", "A meter listens on no port.", "COMM", meter -> Models.onValues(meter, TCP_UDP, 2, part -> part.number() > 0, part -> part.set(0))),
				FaultKind.of("port-address-missing", "A TCP port refers to an address set-up that is not there.", "REF COMM", meter -> Models.onValues(meter, TCP_UDP, 3, part -> part.logicalName().isPresent(), part -> part.set(Values.logicalName(Models.NOWHERE)))),
				FaultKind.of("port-segment-small", "A TCP segment is shorter than any IP host must take.", "COMM TYPE", meter -> Models.onValues(meter, TCP_UDP, 4, part -> part.number() > 0, part -> part.set(20))),
				FaultKind.of("ip-link-missing", "An IP address refers to a link that is not there.", "REF COMM", meter -> Models.onValues(meter, 42, 2, part -> part.logicalName().isPresent(), part -> part.set(Values.logicalName(Models.NOWHERE)))),
				FaultKind.of("mbus-address-twice", "Two devices have one address on the M-Bus.", "MBUS", StoreFaults::busAddress),
				FaultKind.of("mbus-address-range", "An M-Bus device has an address that is for all or none.", "MBUS TYPE", meter -> on(meter, attribute -> isOf(attribute, MBUS) && CosemObjects.index(attribute) == 5, attribute -> attribute.setValue(Values.unsigned(254)))),
				FaultKind.of("mbus-port-missing", "An M-Bus device is on a bus that is not there.", "REF MBUS", meter -> Models.onValues(meter, MBUS, 2, part -> part.logicalName().isPresent(), part -> part.set(Values.logicalName(Models.NOWHERE)))));
	}

	private static String label(Attribute attribute) {
		return "%s %d".formatted(Models.label((CosemObject) attribute.eContainer()), CosemObjects.index(attribute));
	}

	private static Stream<Site> on(Meter meter, Predicate<Attribute> where, Consumer<Attribute> spoil) {
		return Models.attributes(meter).filter(where).map(attribute -> Site.of(label(attribute), attribute, () -> spoil.accept(attribute)));
	}

	private static boolean isOf(Attribute attribute, Integer... classIds) {
		return Set.of(classIds).contains(CosemObjects.classId((CosemObject) attribute.eContainer()));
	}

	private static boolean isEnergy(Attribute attribute) {
		CosemObject object = (CosemObject) attribute.eContainer();
		return object.getLogicalName().a() == 1 && object.getLogicalName().d() == ENERGY && object.getLogicalName().b() == 0 && CosemObjects.index(attribute) == 2;
	}

	private static Stream<Site> handlerOfTwo(Meter meter) {
		List<Attribute> provided = Models.attributes(meter).filter(attribute -> attribute.getStorage() == Storage.CALL && attribute.getType() != null).toList();
		return provided.stream().skip(1).filter(attribute -> !attribute.getType().bare().equals(provided.getFirst().getType().bare()))
				.map(attribute -> Site.of(label(attribute), attribute, provided.getFirst(), () -> attribute.setHandler(provided.getFirst().getHandler())));
	}

	private static boolean callers(Meter meter, CosemObject object) {
		return Models.entries(meter).anyMatch(entry -> entry.getObject() == object && entry.getRights().methodMode(2) != 0);
	}

	private static Stream<Site> busAddress(Meter meter) {
		List<Attribute> addresses = Models.objects(meter, MBUS).flatMap(object -> CosemObjects.attribute(object, 5).stream()).toList();
		return addresses.stream().skip(1).map(attribute -> Site.of(label(attribute), attribute, meter, () -> addresses.forEach(each -> each.setValue(Values.unsigned(9)))));
	}
}
