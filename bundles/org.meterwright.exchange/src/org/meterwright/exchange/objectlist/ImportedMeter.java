// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.AssociationBuilder;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.EntryBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ClassCatalogue;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.ListedObject.Identity;

/** Builds the meter from what the lists say. */
final class ImportedMeter {
	private static final int PUBLIC_CLIENT = 16;
	private static final int LARGEST_SAP = 127;
	private static final int LOW = 1;
	private static final int OBJECT_LIST = 2;
	/** get (19), set (20), selective-access (21), action (23), block-transfer-with-get (11); bit 0 is the highest. */
	private static final int CONFORMANCE = 0x800000 >> 19 | 0x800000 >> 20 | 0x800000 >> 21 | 0x800000 >> 23 | 0x800000 >> 11;

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\[[A-Za-z0-9_]+])?");

	private final MeterBuilder builder;
	private final DeviceBuilder device;
	private final List<Listing> listings;
	private final SortedMap<Identity, GatheredObject> gathered;
	private final ImportedClasses classes;
	private final ImportReport report;
	private final Map<Identity, CosemObject> objects = new HashMap<>();
	private final Set<Integer> saps = new HashSet<>();

	ImportedMeter(String name, List<Listing> listings, SortedMap<Identity, GatheredObject> gathered, ClassCatalogue catalogue, ImportReport report) {
		this.builder = new MeterBuilder(name).namespace("imported.%s".formatted(name.toLowerCase(Locale.ROOT)));
		this.device = builder.device("management", 1);
		this.listings = listings;
		this.gathered = gathered;
		this.classes = new ImportedClasses(gathered.values(), catalogue, report);
		this.report = report;
	}

	Meter build() {
		Map<InterfaceClass, InterfaceClass> own = new HashMap<>();
		classes.all().forEach(type -> own.put(type, builder.interfaceClass(type)));
		gathered.forEach((identity, object) -> objects.put(identity, object(object, own.get(classes.of(object)))));
		builder.build();
		ObjectNames.assign(device.device().getObjects());
		ownNames();
		listings.forEach(this::association);
		device.device().getObjects().forEach(ImportedAttributes::nameHandlers);
		noteUnknowns();
		return builder.build();
	}

	/** Takes over names that the file gives, where they can be names and nobody else has them. */
	private void ownNames() {
		Map<String, Integer> uses = new HashMap<>();
		gathered.values().forEach(object -> object.name().ifPresent(name -> uses.merge(name, 1, Integer::sum)));
		objects.values().forEach(object -> uses.merge(object.getName(), 1, Integer::sum));
		gathered.forEach((identity, object) -> object.name().filter(name -> NAME.matcher(name).matches())
				.filter(name -> uses.get(name) == (name.equals(objects.get(identity).getName()) ? 2 : 1)).ifPresent(name -> objects.get(identity).setName(name)));
	}

	private CosemObject object(GatheredObject object, InterfaceClass interfaceClass) {
		return device.object("", interfaceClass, object.logicalName(), content -> {
			content.origin(object.place());
			ImportedAttributes.fill(object, content);
		});
	}

	private void association(Listing listing) {
		CosemObject object = objects.get(new Identity(Listing.ASSOCIATION_LN, listing.association()));
		int sap = sap(listing);
		Association association = device.association("client%d".formatted(sap), object, sap, content -> {
			boolean open = listing.association().e() <= 1;
			content.mechanism(open ? 0 : LOW).secretSlot(open ? -1 : listing.association().e()).conformance(CONFORMANCE);
			listing.objects().forEach(listed -> entry(content, listed, object.getInterfaceClass().getVersion()));
		});
		association.getOrigins().add(new Origin(listing.file().name(), 1, 0, 0, "import"));
		complete(object, association, gathered.get(new Identity(Listing.ASSOCIATION_LN, listing.association())).isWritable(OBJECT_LIST));
		compare(listing, association);
	}

	/** Gives the Association LN object its name and what follows from the association. */
	private void complete(CosemObject object, Association association, boolean writable) {
		object.setName(association.getName());
		object.setGenerated(true);
		CosemObjects.attribute(object, OBJECT_LIST).ifPresent(list -> derive(list, writable));
		AssociationValues.of(association, device.device().getSap()).forEach((index, value) -> CosemObjects.attribute(object, index)
				.filter(attribute -> attribute.getStorage() == Storage.ROM).ifPresent(attribute -> {
					attribute.setValue(value);
					attribute.setType(Narrowing.byValue(attribute.getDefinition().getType(), value));
				}));
	}

	/** Leaves object_list to the entries, even where a client may write it. */
	private static void derive(Attribute objectList, boolean writable) {
		objectList.setStorage(writable ? Storage.NVM : Storage.ROM);
		objectList.setType(objectList.getDefinition().getType());
		objectList.setHandler(null);
		objectList.setMaximumLength(0);
	}

	/** Chooses client addresses: 16 for the public client, as DLMS reserves it, and multiples of it for the others while they are free. */
	private int sap(Listing listing) {
		OptionalInt known = listing.seen().map(Sketch.SeenAssociation::client).orElse(OptionalInt.empty());
		int wanted = known.orElse(listing.association().e() * PUBLIC_CLIENT);
		boolean usable = known.isPresent() ? wanted > 0 : wanted >= PUBLIC_CLIENT;
		int sap = usable && wanted <= LARGEST_SAP && !saps.contains(wanted) ? wanted : 2;
		while (!saps.add(sap)) {
			sap++;
		}
		return sap;
	}

	private void entry(AssociationBuilder association, ListedObject listed, int version) {
		association.entry(objects.get(listed.identity()), entry -> {
			listed.attributes().forEach(attribute -> attribute(entry, listed, attribute, version));
			listed.methods().forEach(method -> method(entry, listed, method, version));
		});
	}

	private void attribute(EntryBuilder entry, ListedObject listed, ListedObject.ListedAttribute attribute, int version) {
		OptionalInt bits = AccessModes.attributeBits(version, attribute.mode());
		if (bits.isEmpty()) {
			report.warning("MW-IMP-013", listed.place(), "class %d %s: access mode %d of attribute %d does not exist in Association LN version %d and is taken for no access"
					.formatted(listed.classId(), listed.logicalName(), attribute.mode(), attribute.index(), version));
		}
		entry.attribute(attribute.index(), bits.orElse(0), attribute.selectors().toArray(Integer[]::new));
	}

	private void method(EntryBuilder entry, ListedObject listed, ListedObject.ListedMethod method, int version) {
		OptionalInt bits = AccessModes.methodBits(version, method.mode());
		if (bits.isEmpty()) {
			report.warning("MW-IMP-013", listed.place(), "class %d %s: the access mode of method %d does not exist in Association LN version %d and is taken for no access"
					.formatted(listed.classId(), listed.logicalName(), method.index(), version));
		}
		entry.method(method.index(), bits.orElse(0));
	}

	/** Says where the list that the model will send differs from the one that was read. */
	private void compare(Listing listing, Association association) {
		if (listing.octets().isEmpty()) {
			return;
		}
		Octets octets = listing.octets().get();
		Bytes expected = octets.bytes();
		Bytes own = ObjectListCodec.encode(association);
		if (own.equals(expected)) {
			return;
		}
		int at = 0;
		while (at < own.length() && at < expected.length() && own.at(at) == expected.at(at)) {
			at++;
		}
		int version = association.getObject().getInterfaceClass().getVersion();
		String why = ListModes.otherMethodCoding(version, listing.objects())
				? "; rights of methods are not coded as Association LN version %d has them".formatted(version) : "";
		report.warning("MW-IMP-008", octets.place(at), "octet %d: the list that this model sends differs from here on%s".formatted(at, why));
	}

	private void noteUnknowns() {
		Origin place = new Origin(listings.isEmpty() ? "" : listings.getFirst().file().name(), 1, 0, 0, "import");
		report.info("MW-IMP-011", place, "client addresses, mechanisms and secrets are not in such a file, or not taken from it; plausible ones are written");
		long unknown = gathered.values().stream().filter(object -> !object.hasContents()).count();
		report.info("MW-IMP-016", place, "types, values and storage are not in the file; plausible ones are written for %d objects".formatted(unknown));
	}
}
