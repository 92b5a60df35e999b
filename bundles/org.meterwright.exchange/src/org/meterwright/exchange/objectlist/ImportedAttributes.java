// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.EncodedSize;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.type.Subtypes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * Gives the attributes of an imported object a type and a storage, because an object list says neither: what the meter changes is in RAM,
 * what a client may write in non-volatile memory, the rest constant; firmware provides what has no bound.
 */
final class ImportedAttributes {
	private static final int STRING_LENGTH = 64;
	private static final int ARRAY_LENGTH = 8;
	private static final DataType DEVICE_NAME = new DataType.Simple(DataTag.OCTET_STRING, new DataType.Size(16, 16));

	private final GatheredObject gathered;
	private final ObjectBuilder builder;
	private final InterfaceClass interfaceClass;

	private ImportedAttributes(GatheredObject gathered, InterfaceClass interfaceClass, ObjectBuilder builder) {
		this.gathered = gathered;
		this.interfaceClass = interfaceClass;
		this.builder = builder;
	}

	/** Fills an object. */
	static void fill(GatheredObject gathered, ObjectBuilder builder) {
		InterfaceClass interfaceClass = builder.object().getInterfaceClass();
		ImportedAttributes filler = new ImportedAttributes(gathered, interfaceClass, builder);
		interfaceClass.getAttributes().stream().filter(definition -> definition.getIndex() != 1)
				.filter(definition -> !definition.isOptional() || gathered.attributes().contains(definition.getIndex())).forEach(filler::attribute);
	}

	private void attribute(AttributeDefinition definition) {
		if (isDeviceName(definition)) {
			builder.attribute(definition.getIndex(), gathered.isWritable(definition.getIndex()) ? Storage.NVM : Storage.ROM, DEVICE_NAME, null);
		} else if (isScalerUnit(definition)) {
			builder.rom(definition.getIndex(), Values.structure(Values.integer(0), Values.enumerated(ObisNames.unit(gathered.logicalName()))));
		} else {
			stored(definition);
		}
	}

	private boolean isDeviceName(AttributeDefinition definition) {
		return interfaceClass.getClassId() == 1 && definition.getIndex() == 2 && gathered.logicalName().toString().equals("0-0:42.0.0*255");
	}

	private boolean isScalerUnit(AttributeDefinition definition) {
		return definition.getName().equals("scaler_unit") && !gathered.isWritable(definition.getIndex()) && gathered.value(definition.getIndex()).isEmpty();
	}

	private void stored(AttributeDefinition definition) {
		int index = definition.getIndex();
		Value value = gathered.value(index).filter(known -> definition.getDynamics() != Dynamics.DYNAMIC).orElse(definition.getDefaultValue());
		DataType type = type(definition);
		boolean writable = gathered.isWritable(index);
		boolean constant = definition.getDynamics() == Dynamics.STATIC && !writable;
		if (constant) {
			builder.attribute(index, Storage.ROM, type, value);
			return;
		}
		Storage storage = writable && definition.getDynamics() != Dynamics.DYNAMIC || isEnergy(definition) ? Storage.NVM : Storage.RAM;
		int length = storage == Storage.NVM ? length(type, value) : 0;
		if (EncodedSize.maximum(type, length).isEmpty()) {
			builder.call(index, type.toString(), "");
		} else {
			builder.attribute(index, storage, type, value);
			CosemObjects.attribute(builder.object(), index).orElseThrow().setMaximumLength(length);
		}
	}

	/** Tells whether this is a total since the first start (value group D 8) of active, reactive or apparent energy, which every meter keeps. */
	private boolean isEnergy(AttributeDefinition definition) {
		LogicalName name = gathered.logicalName();
		return interfaceClass.getClassId() == 3 && definition.getIndex() == 2 && name.a() == 1 && name.c() >= 1 && name.c() <= 10 && name.d() == 8;
	}

	/** Chooses the type that the file tells, or its value has, or a plausible one. */
	private DataType type(AttributeDefinition definition) {
		Optional<DataType> told = gathered.type(definition.getIndex()).filter(type -> Subtypes.allows(definition.getType(), type));
		Optional<DataType> byValue = gathered.value(definition.getIndex()).map(value -> Narrowing.byValue(definition.getType(), value));
		DataType plausible = Narrowing.plausible(definition.getType());
		return told.filter(type -> !isLooser(type, plausible)).or(() -> byValue).orElse(plausible);
	}

	/** Tells whether a type without bounds has the tag of one that the class bounds already. */
	private static boolean isLooser(DataType told, DataType plausible) {
		return plausible.bare() instanceof DataType.Simple simple && told.equals(new DataType.Simple(simple.tag()));
	}

	/** Returns a bound for a string or array that has none; 0: it has one, or needs none. */
	private static int length(DataType type, Value value) {
		if (EncodedSize.maximum(type).isPresent()) {
			return 0;
		}
		return switch (type.bare()) {
			case DataType.Simple simple -> Math.max(STRING_LENGTH, value instanceof Value.Octets octets ? octets.bytes().length() : 0);
			case DataType.ArrayOf array -> Math.max(ARRAY_LENGTH, value == null ? 0 : Values.parts(value).size());
			default -> 0;
		};
	}

	/** Names the functions that provide attributes, after the name of their object or family. */
	static void nameHandlers(CosemObject object) {
		object.getAttributes().stream().filter(attribute -> attribute.getStorage() == Storage.CALL)
				.forEach(attribute -> attribute.setHandler(object.getName().replaceAll("\\[.*", "") + camelCase(attribute.getDefinition().getName())));
	}

	private static String camelCase(String name) {
		StringBuilder text = new StringBuilder();
		for (String word : name.split("[_-]")) {
			if (!word.isEmpty()) {
				text.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
			}
		}
		return text.toString();
	}
}
