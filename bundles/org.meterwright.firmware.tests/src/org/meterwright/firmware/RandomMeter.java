// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** A meter made by a seeded generator: any type in any storage, any rights, lists in any order, one or two logical devices. */
final class RandomMeter {
	private final Random random;
	private final MeterBuilder meter;
	private final List<InterfaceClass> classes = new ArrayList<>();

	private RandomMeter(long seed) {
		random = new Random(seed);
		meter = new MeterBuilder("random%d".formatted(seed));
	}

	static Meter of(long seed, int objects, int associations) {
		return new RandomMeter(seed).build(objects, associations);
	}

	private Meter build(int objects, int associations) {
		for (int id = 0; id < 12; id++) {
			int number = id;
			classes.add(meter.interfaceClass("Kind%d".formatted(id / 2), 8192 + id / 2, id % 2, c -> {
				for (int index = 2; index <= 2 + number % 5; index++) {
					c.attribute(index, "part%d".formatted(index), "any", Dynamics.INSTANCE);
				}
				for (int index = 1; index <= number % 4; index++) {
					c.method(index, "act%d".formatted(index), "integer");
				}
			}));
		}
		int devices = 1 + random.nextInt(2);
		for (int sap = 1; sap <= devices; sap++) {
			device(meter.device("device%d".formatted(sap), sap), objects / devices, Math.max(1, associations / devices));
		}
		return meter.build();
	}

	private void device(DeviceBuilder device, int objects, int associations) {
		Set<LogicalName> taken = new HashSet<>();
		List<CosemObject> known = new ArrayList<>();
		while (known.size() < objects) {
			LogicalName name = new LogicalName(random.nextInt(2), random.nextInt(3), random.nextInt(8), random.nextInt(20), random.nextInt(256), random.nextInt(4) == 0 ? random.nextInt(4) : 255);
			if (taken.add(name)) {
				InterfaceClass type = classes.get(random.nextInt(classes.size()));
				known.add(device.object("thing%d".formatted(known.size()), type, name, o -> attributes(o, type, known)));
			}
		}
		boolean current = random.nextBoolean();
		for (int i = current ? 0 : 1; i <= associations; i++) {
			association(device, i);
		}
		for (Association association : device.device().getAssociations()) {
			show(association, new ArrayList<>(device.device().getObjects()));
		}
	}

	private void attributes(ObjectBuilder object, InterfaceClass type, List<CosemObject> known) {
		for (int index = 2; index <= type.getAttributes().size(); index++) {
			if (!known.isEmpty() && random.nextInt(8) == 0) {
				object.attribute(index, Storage.ROM, DataType.valueOf("array of any"), references(known));
			} else {
				String[] sample = TypeSamples.TYPES[random.nextInt(TypeSamples.TYPES.length)];
				Storage storage = Storage.values()[random.nextInt(4)];
				if (storage == Storage.CALL) {
					object.call(index, sample[0], "answer%d".formatted(random.nextInt(5)));
				} else {
					object.attribute(index, storage, DataType.valueOf(sample[0]), Value.valueOf(sample[1]));
				}
			}
		}
	}

	private Value references(List<CosemObject> known) {
		List<Value> elements = new ArrayList<>();
		boolean restricted = random.nextBoolean();
		for (int i = 1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 6); i > 0; i--) {
			CosemObject target = known.get(random.nextInt(known.size()));
			Value.Structure four = (Value.Structure) new AttributeReference(target.getInterfaceClass().getClassId(), target.getLogicalName(), random.nextInt(7) - 2, random.nextInt(4))
					.captureObject();
			List<Value> fields = new ArrayList<>(four.fields());
			if (restricted) {
				fields.add(Values.structure(Values.enumerated(0), Values.nothing()));
			}
			elements.add(new Value.Structure(fields));
		}
		return new Value.Array(elements);
	}

	private void association(DeviceBuilder device, int number) {
		int version = random.nextInt(4);
		InterfaceClass type = meter.build().getClasses().stream().filter(known -> known.getClassId() == 15 && known.getVersion() == version).findFirst()
				.orElseGet(() -> meter.interfaceClass("AssociationLN", 15, version, c -> c.attribute(2, "object_list", "array of any", Dynamics.STATIC)
						.attribute(3, "associated_partners_id", "any", Dynamics.STATIC).attribute(4, "status", "enum", Dynamics.DYNAMIC).method(1, "reply", "octet-string")));
		CosemObject object = device.object("association%d".formatted(number), type, new LogicalName(0, 0, 40, 0, number, 255), o -> {
			o.rom(3, Values.structure(Values.integer(number), Values.longUnsigned(1)));
			if (number % 2 == 0) {
				o.ram(4);
			} else {
				o.call(4, "enum", "associationStatus");
			}
		});
		if (number > 0) {
			device.association("client%d".formatted(number), object, 16 + number, a -> {
			});
		}
	}

	private void show(Association association, List<CosemObject> objects) {
		objects.sort(ModelOrder.OBJECTS);
		int version = association.getObject().getInterfaceClass().getVersion();
		int protection = version == 0 ? 0 : version == 3 ? random.nextInt(64) << 2 : AccessModes.AUTHENTICATED_REQUEST;
		List<CosemObject> shown = new ArrayList<>(objects.stream().filter(object -> random.nextInt(10) > 0).toList());
		if (random.nextBoolean()) {
			Collections.shuffle(shown, random);
			for (int i = random.nextInt(4); i > 0; i--) {
				shown.add(random.nextInt(shown.size()), shown.get(random.nextInt(shown.size())));
			}
		}
		int regular = random.nextInt(3);
		for (CosemObject object : shown) {
			Entries.add(association, object, regular == 0 ? random.nextInt(1000) : 8, protection);
		}
	}
}
