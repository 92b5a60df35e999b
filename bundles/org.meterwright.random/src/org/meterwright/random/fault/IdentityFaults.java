// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Values;

/** Faults of names, numbers and classes. */
final class IdentityFaults {
	/** Classes whose objects have logical names of their own (IEC 62056-6-1): where one stands, no other class may. */
	private static final int[] OF_ONE_PLACE = { 8, 9, 15, 17, 18, 19, 20, 22, 23, 40, 64, 70, 71, 111, 112, 113, 115 };
	private static final LogicalName CURRENT_ASSOCIATION = LogicalName.valueOf("0-0:40.0.0*255");
	private static final LogicalName DEVICE_NAME = LogicalName.valueOf("0-0:42.0.0*255");
	private static final Set<Integer> WITHOUT_OBJECTS = Set.of(2, 3, 9, 10, 11, 12, 13, 14);

	private IdentityFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("logical-name-twice", "Two objects of one class have one logical name.", "ID", IdentityFaults::nameTwice),
				FaultKind.of("class-changed", "An object is of a class that lacks some of its attributes.", "ID TYPE", IdentityFaults::classChanged),
				FaultKind.of("class-of-place", "An object of Data stands where the standard wants another class.", "ID OBIS REF", IdentityFaults::classOfPlace),
				FaultKind.of("medium-reserved", "Value group A is one that the standard reserves.", "OBIS ID", IdentityFaults::mediumReserved),
				FaultKind.of("group-c-reserved", "Value group C of an electrical quantity is one that the standard reserves.", "OBIS ID", IdentityFaults::quantityReserved),
				FaultKind.of("group-d-reserved", "Value group D of an electrical quantity is one that the standard reserves.", "OBIS ID", IdentityFaults::processingReserved),
				FaultKind.of("quantity-of-another", "An energy register has the logical name of a voltage.", "TYPE ID OBIS", IdentityFaults::quantityOfAnother),
				FaultKind.of("place-of-class-left", "An object of a class with one place stands elsewhere.", "ID OBIS", IdentityFaults::placeLeft),
				FaultKind.of("object-name-twice", "Two objects have one name.", "ID", IdentityFaults::objectNameTwice),
				FaultKind.of("attribute-lost", "An object lacks an attribute that its class demands.", "ID REF COMP", IdentityFaults::attributeLost),
				FaultKind.of("attribute-twice", "An object has an attribute twice.", "ID", IdentityFaults::attributeTwice),
				FaultKind.of("attribute-1-differs", "Attribute 1 holds another name than the object has.", "ID", IdentityFaults::attributeOneDiffers),
				FaultKind.of("management-sap", "No logical device has SAP 1.", "ID", meter -> Models.devices(meter).filter(device -> device.getSap() == 1).map(device -> Site.of(Models.label(device), device, meter, () -> device.setSap(17)))),
				FaultKind.of("sap-range", "The SAP of a logical device is no address.", "ID", meter -> Models.devices(meter).map(device -> Models.site(device, each -> each.setSap(0x4000)))),
				FaultKind.of("sap-twice", "Two logical devices have one SAP.", "ID", meter -> Models.devices(meter).map(device -> Models.site(device, IdentityFaults::duplicate))),
				FaultKind.of("device-name-long", "The logical device name has more than 16 octets.", "ID", meter -> Models.devices(meter).map(device -> Models.site(device, each -> each.setLogicalDeviceName("ABC45678901234567")))),
				FaultKind.of("device-name-maker", "The logical device name does not begin with three letters.", "ID", meter -> Models.devices(meter).map(device -> Models.site(device, each -> each.setLogicalDeviceName("12{serial}")))),
				FaultKind.of("current-association-lost", "A logical device lacks the current association.", "ID COMP", meter -> lost(meter, CURRENT_ASSOCIATION)),
				FaultKind.of("device-name-lost", "A logical device lacks the object with its name.", "ID COMP", meter -> lost(meter, DEVICE_NAME)),
				FaultKind.of("sap-list-wrong", "The list of logical devices names an SAP that no device has.", "ID REF", IdentityFaults::sapListWrong),
				FaultKind.of("class-declared-twice", "Two classes have one id and version.", "CLASS", IdentityFaults::classTwice),
				FaultKind.of("own-class-id", "A class of the maker's has an id of the standard that is not in the catalogue.", "ID CLASS", IdentityFaults::ownClassId));
	}

	private static Stream<Site> nameTwice(Meter meter) {
		return Models.devices(meter).flatMap(device -> device.getObjects().stream().filter(object -> first(device, object) != object)
				.map(object -> Site.of(Models.label(object), object, first(device, object), () -> rename(object, first(device, object).getLogicalName()))));
	}

	private static CosemObject first(LogicalDevice device, CosemObject like) {
		return device.getObjects().stream().filter(each -> each.getInterfaceClass() == like.getInterfaceClass()).findFirst().orElseThrow();
	}

	/** Gives an object another logical name, in its header and in attribute 1. */
	static void rename(CosemObject object, LogicalName name) {
		object.setLogicalName(name);
		CosemObjects.attribute(object, 1).ifPresent(attribute -> attribute.setValue(Values.logicalName(name)));
	}

	private static Stream<Site> classChanged(Meter meter) {
		InterfaceClass data = data(meter);
		return Models.objects(meter).filter(object -> object.getAttributes().size() > data.getAttributes().size())
				.map(object -> Models.site(object, each -> each.setInterfaceClass(data)));
	}

	private static InterfaceClass data(Meter meter) {
		return meter.getClasses().stream().filter(each -> each.getClassId() == 1).findFirst().orElseThrow();
	}

	private static Stream<Site> classOfPlace(Meter meter) {
		return Models.objects(meter, OF_ONE_PLACE).filter(object -> object.getLogicalName().b() == 0 && object.getLogicalName().a() == 0).map(object -> Models.site(object, each -> makeData(each, data(meter))));
	}

	private static void makeData(CosemObject object, InterfaceClass data) {
		Attribute name = object.getAttributes().getFirst();
		Attribute value = object.getAttributes().get(1);
		name.setDefinition(definition(data, 1));
		value.setDefinition(definition(data, 2));
		object.setInterfaceClass(data);
		object.getAttributes().removeIf(each -> each != name && each != value);
		object.getScripts().clear();
		object.getKeys().clear();
	}

	private static AttributeDefinition definition(InterfaceClass type, int index) {
		return CosemObjects.definition(type, index).orElseThrow();
	}

	private static Stream<Site> mediumReserved(Meter meter) {
		return Models.objects(meter, 1, 3, 4, 7).filter(object -> !WITHOUT_OBJECTS.contains(object.getLogicalName().a())).map(object -> Models.site(object, each -> {
			LogicalName name = each.getLogicalName();
			rename(each, new LogicalName(13, name.b(), name.c(), name.d(), name.e(), name.f()));
		}));
	}

	private static Stream<Site> quantityReserved(Meter meter) {
		return electrical(meter).map(object -> Models.site(object, each -> {
			LogicalName name = each.getLogicalName();
			rename(each, new LogicalName(1, name.b(), 115, name.d(), name.e(), name.f()));
		}));
	}

	private static Stream<Site> processingReserved(Meter meter) {
		return electrical(meter).map(object -> Models.site(object, each -> {
			LogicalName name = each.getLogicalName();
			rename(each, new LogicalName(1, name.b(), name.c(), 111, name.e(), name.f()));
		}));
	}

	private static Stream<CosemObject> electrical(Meter meter) {
		return Models.objects(meter, 3, 4).filter(object -> object.getLogicalName().a() == 1 && object.getLogicalName().b() < 64 && object.getLogicalName().c() < 90);
	}

	private static Stream<Site> quantityOfAnother(Meter meter) {
		return electrical(meter).filter(object -> object.getLogicalName().c() < 3 && object.getLogicalName().d() == 8).map(object -> Models.site(object, each -> rename(each, LogicalName.valueOf("1-7:32.7.0*255"))));
	}

	private static Stream<Site> placeLeft(Meter meter) {
		return Models.objects(meter, 8, 17, 20, 70, 18).map(object -> Models.site(object, each -> rename(each, LogicalName.valueOf("0-0:96.1.9*255"))));
	}

	private static Stream<Site> objectNameTwice(Meter meter) {
		return Models.devices(meter).flatMap(device -> device.getObjects().stream().skip(1)
				.map(object -> Site.of(Models.label(object), object, device.getObjects().getFirst(), () -> object.setName(device.getObjects().getFirst().getName()))));
	}

	private static Stream<Site> attributeLost(Meter meter) {
		return Models.attributes(meter).filter(attribute -> !attribute.getDefinition().isOptional() && attribute.getDefinition().getIndex() > 1).map(attribute -> {
			CosemObject object = (CosemObject) attribute.eContainer();
			return Site.of("%s %d".formatted(Models.label(object), attribute.getDefinition().getIndex()), object, () -> object.getAttributes().remove(attribute));
		});
	}

	private static Stream<Site> attributeTwice(Meter meter) {
		return Models.attributes(meter).map(attribute -> Site.of("%s %d".formatted(Models.label((CosemObject) attribute.eContainer()), attribute.getDefinition().getIndex()), attribute,
				() -> ((CosemObject) attribute.eContainer()).getAttributes().add(EcoreUtil.copy(attribute))));
	}

	private static Stream<Site> attributeOneDiffers(Meter meter) {
		return Models.objects(meter).filter(object -> Models.value(object, 1).isPresent())
				.map(object -> Models.site(object, each -> Models.value(each, 1).orElseThrow().set(Values.logicalName(Models.NOWHERE))));
	}

	private static void duplicate(LogicalDevice device) {
		Meter meter = (Meter) device.eContainer();
		LogicalDevice second = EcoreUtil.copy(device);
		second.setName("second");
		meter.getDevices().addFirst(second);
	}

	private static Stream<Site> lost(Meter meter, LogicalName name) {
		return Models.objects(meter).filter(object -> name.equals(object.getLogicalName())).map(object -> Site.of(Models.label(object), object, Models.device(object), () -> Models.remove(object)));
	}

	private static Stream<Site> sapListWrong(Meter meter) {
		return Models.onValues(meter, 17, 2, list -> list.inside().size() > 0, list -> list.inside().getFirst().set("SAP", 0x55));
	}

	private static Stream<Site> classTwice(Meter meter) {
		return meter.getClasses().stream().map(type -> {
			InterfaceClass second = EcoreUtil.copy(type);
			return Site.of(Models.label(type), type, second, () -> meter.getClasses().add(second));
		});
	}

	private static Stream<Site> ownClassId(Meter meter) {
		return meter.getClasses().stream().filter(type -> type.getClassId() >= 8192 && !type.getOrigins().isEmpty() && !type.getOrigins().getFirst().file().startsWith("library:")).map(type -> Site.of(Models.label(type), type, meter, () -> type.setClassId(180)));
	}
}
