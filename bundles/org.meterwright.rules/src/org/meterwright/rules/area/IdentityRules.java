// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.Dictionary.Fit;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Places;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what an object, a device and a class are called. */
public final class IdentityRules implements RuleArea {
	/** Same class and logical name twice. */
	public static final String DUPLICATE_OBJECT = "MW-ID-001";
	/** Logical name reserved for another class. */
	public static final String RESERVED_NAME = "MW-ID-002";
	/** Logical name usual for another class. */
	public static final String USUAL_NAME = "MW-ID-003";
	/** Class that has one place stands elsewhere. */
	public static final String PLACE_OF_CLASS = "MW-ID-004";
	/** Same name twice. */
	public static final String DUPLICATE_NAME = "MW-ID-005";
	/** No management logical device. */
	public static final String NO_MANAGEMENT = "MW-ID-006";
	/** Two devices at one SAP. */
	public static final String DUPLICATE_SAP = "MW-ID-007";
	/** SAP that is no device's. */
	public static final String FORBIDDEN_SAP = "MW-ID-008";
	/** SAP that is reserved. */
	public static final String RESERVED_SAP = "MW-ID-009";
	/** No current association. */
	public static final String NO_CURRENT_ASSOCIATION = "MW-ID-010";
	/** No COSEM logical device name object. */
	public static final String NO_DEVICE_NAME = "MW-ID-011";
	/** Logical device name too long. */
	public static final String DEVICE_NAME_LENGTH = "MW-ID-012";
	/** Logical device name without manufacturer. */
	public static final String DEVICE_NAME_MAKER = "MW-ID-013";
	/** Own class in the standard's range. */
	public static final String CLASS_RANGE = "MW-ID-014";
	/** Mandatory attribute missing. */
	public static final String MISSING_ATTRIBUTE = "MW-ID-015";
	/** Attribute not of the class, or twice. */
	public static final String FOREIGN_ATTRIBUTE = "MW-ID-016";
	/** Attribute 1 differs from the logical name. */
	public static final String LOGICAL_NAME_VALUE = "MW-ID-017";
	/** Class unknown to the catalogue. */
	public static final String OPAQUE_CLASS = "MW-ID-018";

	private static final Set<Integer> ONE_PLACE = Set.of(8, 12, 15, 17);
	private static final LogicalName CURRENT_ASSOCIATION = LogicalName.valueOf("0-0:40.0.0*255");
	private static final LogicalName DEVICE_NAME = LogicalName.valueOf("0-0:42.0.0*255");
	private static final int MANAGEMENT_SAP = 1;
	private static final int LAST_RESERVED_SAP = 15;
	private static final Set<Integer> ALL_STATIONS = Set.of(0x7F, 0x3FFF);
	private static final Set<Integer> CALLING_STATIONS = Set.of(0x7E, 0x3FFE);
	private static final int LAST_SAP = 0x3FFF;
	private static final int DEVICE_NAME_OCTETS = 16;
	private static final int FIRST_MAKERS_CLASS = 8192;

	/** Several logical devices without a list of them. */
	public static final String NO_SAP_LIST = "MW-ID-019";

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, NO_SAP_LIST, this::noSapList);
		book.on(LogicalDevice.class, DUPLICATE_OBJECT, this::duplicateObjects);
		book.on(CosemObject.class, RESERVED_NAME, (object, facts, report) -> nameOfOtherClass(object, true, facts, report));
		book.on(CosemObject.class, USUAL_NAME, (object, facts, report) -> nameOfOtherClass(object, false, facts, report));
		book.on(CosemObject.class, PLACE_OF_CLASS, this::placeOfClass);
		book.on(LogicalDevice.class, DUPLICATE_NAME, this::duplicateNames);
		book.on(Meter.class, NO_MANAGEMENT, this::noManagement);
		book.on(Meter.class, DUPLICATE_SAP, this::duplicateSaps);
		book.on(LogicalDevice.class, FORBIDDEN_SAP, this::forbiddenSap);
		book.on(LogicalDevice.class, RESERVED_SAP, this::reservedSap);
		book.on(LogicalDevice.class, NO_CURRENT_ASSOCIATION, this::noCurrentAssociation);
		book.on(LogicalDevice.class, NO_DEVICE_NAME, this::noDeviceName);
		book.on(LogicalDevice.class, DEVICE_NAME_LENGTH, this::deviceNameLength);
		book.on(LogicalDevice.class, DEVICE_NAME_MAKER, this::deviceNameMaker);
		book.on(InterfaceClass.class, CLASS_RANGE, this::classRange);
		book.on(CosemObject.class, MISSING_ATTRIBUTE, this::missingAttribute);
		book.on(CosemObject.class, FOREIGN_ATTRIBUTE, this::foreignAttribute);
		book.on(CosemObject.class, LOGICAL_NAME_VALUE, this::logicalNameValue);
		book.on(InterfaceClass.class, OPAQUE_CLASS, this::opaqueClass);
	}

	private void duplicateObjects(LogicalDevice device, Facts facts, Report report) {
		Map<Identity, CosemObject> seen = new HashMap<>();
		for (CosemObject object : device.getObjects()) {
			CosemObject first = seen.putIfAbsent(new Identity(Facts.classId(object), object.getLogicalName()), object);
			if (first != null) {
				report.on(object, "%s has the class and logical name of %s; remove one or change its logical name".formatted(Facts.label(object),
						Facts.label(first)));
			}
		}
	}

	private record Identity(int classId, LogicalName logicalName) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Identity key && classId == key.classId && Objects.equals(logicalName, key.logicalName);
		}

		@Override
		public int hashCode() {
			return classId * 31 + Objects.hashCode(logicalName);
		}
	}

	private void nameOfOtherClass(CosemObject object, boolean only, Facts facts, Report report) {
		LogicalName name = object.getLogicalName();
		Dictionary dictionary = Dictionary.of(facts.meter());
		if (name == null || object.isInternal() && !only || dictionary.entries().isEmpty() || dictionary.fits(Facts.classId(object), name) != Fit.WRONG_CLASS) {
			return;
		}
		dictionary.find(name).filter(entry -> entry.only() == only && entry.uncertain().isEmpty())
				.ifPresent(entry -> ObisRules.report(object, "%s is the logical name of a %s, but %s is of class %s".formatted(name,
						dictionary.name(name).orElse(entry.title()), object.getName(), Facts.label(object.getInterfaceClass())), ObisRules.LIKELIEST, facts, report));
	}

	private void placeOfClass(CosemObject object, Facts facts, Report report) {
		int classId = Facts.classId(object);
		LogicalName name = object.getLogicalName();
		if (!ONE_PLACE.contains(classId) || name == null) {
			return;
		}
		List<DictionaryEntry> places = Dictionary.of(facts.meter()).entries().stream().filter(entry -> entry.only() && entry.classes().contains(classId)).toList();
		if (!places.isEmpty() && places.stream().noneMatch(entry -> entry.matches(name))) {
			ObisRules.report(object, "%s is no place of a %s; it stands at %s".formatted(name, Facts.label(object.getInterfaceClass()),
					places.getFirst().pattern()), ObisRules.LIKELY, facts, report);
		}
	}

	private void duplicateNames(LogicalDevice device, Facts facts, Report report) {
		Set<String> seen = new HashSet<>();
		for (CosemObject object : device.getObjects()) {
			if (object.getName() != null && !seen.add(object.getName())) {
				report.on(object, "two objects are called %s; rename one".formatted(object.getName()));
			}
		}
	}

	private void noManagement(Meter meter, Facts facts, Report report) {
		if (meter.getDevices().stream().noneMatch(device -> device.getSap() == MANAGEMENT_SAP)) {
			report.on(meter, "meter %s has no management logical device at SAP 1".formatted(meter.getName()));
		}
	}

	private void duplicateSaps(Meter meter, Facts facts, Report report) {
		Set<Integer> seen = new HashSet<>();
		for (LogicalDevice device : meter.getDevices()) {
			if (!seen.add(device.getSap())) {
				report.on(device, "another logical device is at SAP %d; give %s one of its own".formatted(device.getSap(), device.getName()), freeSap(meter));
			}
		}
	}

	private void forbiddenSap(LogicalDevice device, Facts facts, Report report) {
		int sap = device.getSap();
		if (sap <= 0 || sap > LAST_SAP || ALL_STATIONS.contains(sap)) {
			report.on(device, "SAP %d is no address of a logical device; use 1 or 16 to 16381, but not 126 and 127".formatted(sap), freeSap(facts.meter()));
		}
	}

	private void reservedSap(LogicalDevice device, Facts facts, Report report) {
		int sap = device.getSap();
		if (sap > MANAGEMENT_SAP && sap <= LAST_RESERVED_SAP || CALLING_STATIONS.contains(sap)) {
			report.on(device, "SAP %d is reserved; use 16 or more for %s".formatted(sap, device.getName()), freeSap(facts.meter()));
		}
	}

	/** Returns the first address behind the reserved ones that no logical device of a meter has. */
	private static String freeSap(Meter meter) {
		int free = IntStream.range(LAST_RESERVED_SAP + 1, LAST_SAP).filter(each -> !ALL_STATIONS.contains(each) && !CALLING_STATIONS.contains(each))
				.filter(each -> meter.getDevices().stream().noneMatch(other -> other.getSap() == each)).findFirst().orElse(LAST_SAP);
		return String.valueOf(free);
	}

	private void noCurrentAssociation(LogicalDevice device, Facts facts, Report report) {
		if (facts.named(device, CURRENT_ASSOCIATION).isEmpty()) {
			report.on(device, "%s has no current association 0-0:40.0.0*255".formatted(device.getName()), device.getName());
		}
	}

	private void noDeviceName(LogicalDevice device, Facts facts, Report report) {
		if (facts.named(device, DEVICE_NAME).isEmpty()) {
			report.on(device, "%s has no COSEM logical device name object 0-0:42.0.0*255".formatted(device.getName()));
		}
	}

	private void deviceNameLength(LogicalDevice device, Facts facts, Report report) {
		String name = withoutPlaceholders(device);
		if (name.length() > DEVICE_NAME_OCTETS) {
			report.on(device, "logical device name \"%s\" is longer than 16 octets".formatted(device.getLogicalDeviceName()));
		}
	}

	private void deviceNameMaker(LogicalDevice device, Facts facts, Report report) {
		String name = device.getLogicalDeviceName();
		if (name != null && !name.isEmpty() && !name.startsWith("{") && !name.matches("(?s)[A-Z]{3}.*")) {
			report.on(device, "logical device name \"%s\" does not begin with the three capital letters of a manufacturer".formatted(name));
		}
	}

	private static String withoutPlaceholders(LogicalDevice device) {
		return device.getLogicalDeviceName() == null ? "" : device.getLogicalDeviceName().replaceAll("\\{[^}]*\\}", "");
	}

	private void classRange(InterfaceClass kind, Facts facts, Report report) {
		boolean own = !kind.getOrigins().isEmpty() && !Places.isLibrary(kind) && !kind.isOpaque();
		if (own && kind.getClassId() < FIRST_MAKERS_CLASS) {
			report.on(kind, "class id %d of %s is the standard's; a maker's own classes are 8192 to 32767".formatted(kind.getClassId(),
					kind.getName()), ClassRules.freeId(facts));
		}
	}

	private void missingAttribute(CosemObject object, Facts facts, Report report) {
		if (object.getInterfaceClass() == null) {
			return;
		}
		for (AttributeDefinition definition : object.getInterfaceClass().getAttributes()) {
			if (!definition.isOptional() && Facts.attribute(object, definition.getIndex()).isEmpty()) {
				report.on(object, definition.getIndex(), "%s lacks %s, which %s must have".formatted(Facts.label(object), definition.getName(),
						Facts.label(object.getInterfaceClass())));
			}
		}
	}

	private void foreignAttribute(CosemObject object, Facts facts, Report report) {
		BitSet seen = new BitSet();
		for (Attribute attribute : object.getAttributes()) {
			AttributeDefinition definition = attribute.getDefinition();
			if (definition == null || definition.eContainer() != object.getInterfaceClass()) {
				report.on(object, "%s has an attribute that its class does not define".formatted(Facts.label(object)));
			} else if (isSeen(seen, definition.getIndex())) {
				report.on(attribute, "%s has %s twice".formatted(Facts.label(object), definition.getName()));
			}
		}
	}

	/** Attributes are numbered -128 to 127. */
	private static boolean isSeen(BitSet seen, int index) {
		boolean before = seen.get(index & 0xFF);
		seen.set(index & 0xFF);
		return before;
	}

	private void logicalNameValue(CosemObject object, Facts facts, Report report) {
		Facts.attribute(object, 1).filter(attribute -> attribute.getValue() != null).ifPresent(attribute -> {
			if (!attribute.getValue().equals(new Value.Octets(object.getLogicalName().bytes()))) {
				report.on(attribute, "attribute 1 of %s does not hold its logical name".formatted(Facts.label(object)));
			}
		});
	}

	private void opaqueClass(InterfaceClass kind, Facts facts, Report report) {
		if (kind.isOpaque()) {
			report.on(kind, "class %d version %d is not in the catalogue: its values are taken as they are".formatted(kind.getClassId(),
					kind.getVersion()));
		}
	}

	private void noSapList(Meter meter, Facts facts, Report report) {
		if (meter.getDevices().size() > 1 && facts.objects().noneMatch(object -> Facts.is(object, 17))) {
			report.on(meter, "%s has %d logical devices and no SAP assignment object: nobody can find them".formatted(meter.getName(), meter.getDevices().size()));
		}
	}
}
