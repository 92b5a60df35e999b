// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * A meter with the numbers of a GB ESME: five associations with rights, tariff registers, profiles with captures, 120 events that log, alert
 * and push, and plain configuration data up to a wanted number of objects. Built to measure sizes and speeds; no conformance is meant.
 */
final class EsmeLikeMeter {
	private static final int ASSOCIATIONS = 5;
	private static final int EVENTS = 120;

	private final MeterBuilder meter = new MeterBuilder("esmeLike");
	private final DeviceBuilder device = meter.device("management", 1);
	private final Map<Integer, InterfaceClass> classes = new HashMap<>();
	private final Map<CosemObject, String> profiles = new HashMap<>();
	private final Map<String, CosemObject> byName = new HashMap<>();
	private int count;

	static Meter of(int objects) {
		return new EsmeLikeMeter().build(objects);
	}

	private Meter build(int objects) {
		for (String[] row : EsmeLikeClasses.ROWS) {
			declare(row);
		}
		identity();
		energy(objects > 600);
		tariff();
		EsmeLikeProfiles.add(this, objects > 600);
		payment();
		filler(objects);
		List<Association> associations = IntStream.range(0, ASSOCIATIONS).mapToObj(this::association).toList();
		events(associations.get(1));
		return meter.build();
	}

	private void declare(String[] row) {
		classes.put(Integer.parseInt(row[0]), meter.interfaceClass("Class%s".formatted(row[0]), Integer.parseInt(row[0]), Integer.parseInt(row[1]), c -> {
			String[] types = row[3].split(" ");
			for (int i = 0; i < types.length; i++) {
				c.attribute(i + 2, "attribute_%d".formatted(i + 2), EsmeLikeClasses.type(types[i]), Dynamics.DYNAMIC);
			}
			for (int i = 1; i <= Integer.parseInt(row[2]); i++) {
				c.method(i, "method_%d".formatted(i), "integer");
			}
		}));
	}

	/** What one object is: type of an open attribute, constants, attributes in NVM, rights. */
	record Content(String open, Map<Integer, Value> constants, Set<Integer> nvm, String rights) {
		static Content of(String rights) {
			return new Content("double-long-unsigned", Map.of(), Set.of(), rights);
		}

		Content open(String type) {
			return new Content(type, constants, nvm, rights);
		}

		Content constant(int index, Value value) {
			Map<Integer, Value> all = new HashMap<>(constants);
			all.put(index, value);
			return new Content(open, all, nvm, rights);
		}

		Content nvm(int first, int last) {
			return new Content(open, constants, Set.copyOf(IntStream.rangeClosed(first, last).boxed().toList()), rights);
		}
	}

	CosemObject add(int classId, String name, Content content) {
		CosemObject object = device.object("object%d".formatted(count++), classes.get(classId), LogicalName.valueOf(name), o -> attributes(classId, o, content));
		profiles.put(object, content.rights());
		byName.put("%d/%s".formatted(classId, name), object);
		return object;
	}

	private static void attributes(int classId, ObjectBuilder object, Content content) {
		String[] types = EsmeLikeClasses.types(classId);
		for (int index = 2; index < types.length + 2; index++) {
			String written = types[index - 2];
			DataType type = DataType.valueOf(written.equals("?") ? content.open() : EsmeLikeClasses.type(written));
			if (content.constants().containsKey(index)) {
				object.attribute(index, Storage.ROM, type, content.constants().get(index));
			} else if (written.startsWith("!")) {
				object.call(index, EsmeLikeClasses.type(written), "class%dAttribute%d".formatted(classId, index));
			} else {
				object.attribute(index, content.nvm().contains(index) ? Storage.NVM : Storage.RAM, type, Zero.of(type));
			}
		}
	}

	Value column(int classId, String name) {
		return column(classId, name, 2);
	}

	Value column(int classId, String name, int attribute) {
		return new AttributeReference(classId, LogicalName.valueOf(name), attribute).captureObject();
	}

	static Content scaled(String rights, int scaler, int unit) {
		return Content.of(rights).constant(3, Values.structure(Values.integer(scaler), Values.enumerated(unit)));
	}

	private void identity() {
		for (int i = 0; i <= ASSOCIATIONS; i++) {
			add(15, "0-0:40.0.%d*255".formatted(i), Content.of("assoc").nvm(7, 7));
		}
		for (int i = 0; i < ASSOCIATIONS; i++) {
			add(64, "0-0:43.0.%d*255".formatted(i), Content.of("sec").nvm(2, 5));
			add(1, "0-0:43.1.%d*255".formatted(i), Content.of("pub"));
		}
		add(17, "0-0:41.0.0*255", Content.of("ro"));
		add(1, "0-0:42.0.0*255", Content.of("pub").constant(2, Values.octets("58595A31323334353637383930313233")));
		add(8, "0-0:1.0.0*255", Content.of("clock").nvm(3, 9));
		add(18, "0-0:44.0.0*255", Content.of("fw"));
		add(23, "0-0:22.0.0*255", Content.of("cfg").nvm(2, 9));
		add(41, "0-0:25.0.0*255", Content.of("cfg").nvm(2, 6));
		add(48, "0-0:25.7.0*255", Content.of("cfg").nvm(2, 9));
		add(74, "0-0:24.6.0*255", Content.of("cfg").nvm(2, 2));
	}

	private void energy(boolean big) {
		IntStream.rangeClosed(1, 8).forEach(c -> add(3, "1-0:%d.8.0*255".formatted(c), scaled("meas", 0, c < 3 ? 30 : 32).open("long64-unsigned")));
		IntStream.rangeClosed(1, 48).forEach(t -> add(3, "1-0:1.8.%d*255".formatted(t), scaled("meas", 0, 30).open("long64-unsigned")));
		IntStream.rangeClosed(1, 32).forEach(t -> add(3, "1-0:1.9.%d*255".formatted(t), scaled("meas", 0, 30).open("long64-unsigned")));
		int[][] instant = {{1, 0, 27}, {2, 0, 27}, {3, 0, 29}, {4, 0, 29}, {13, -3, 255}, {14, -2, 44}, {31, -2, 33}, {32, -1, 35}, {33, -3, 255}, {51, -2, 33}, {52, -1, 35},
				{71, -2, 33}, {72, -1, 35}, {21, 0, 27}, {41, 0, 27}, {61, 0, 27}, {81, 0, 8}, {9, 0, 28}, {10, 0, 28}, {11, -2, 33}};
		for (int[] row : instant) {
			add(3, "1-0:%d.7.0*255".formatted(row[0]), scaled("meas", row[1], row[2]).open("double-long"));
		}
		for (int c : new int[] {32, 52, 72}) {
			for (int d : new int[] {24, 31, 35, 43, 44}) {
				Content content = scaled(d == 31 || d == 35 ? "thr" : "meas", -1, 35).open("long-unsigned");
				add(3, "1-0:%d.%d.0*255".formatted(c, d), d == 31 || d == 35 ? content.nvm(2, 2) : content);
			}
		}
		IntStream.range(0, 9).forEach(t -> add(4, "1-0:1.6.%d*255".formatted(t), scaled("measx", 0, 27)));
		IntStream.range(0, 5).forEach(t -> add(4, "1-0:2.6.%d*255".formatted(t), scaled("measx", 0, 27)));
		for (int c = 1; c <= 2; c++) {
			add(5, "1-0:%d.4.0*255".formatted(c), Content.of("measx").constant(4, Values.structure(Values.integer(0), Values.enumerated(27))).nvm(8, 9));
		}
		if (big) {
			channels();
		}
	}

	private void channels() {
		for (int b = 1; b <= 16; b++) {
			for (int c = 1; c <= 4; c++) {
				for (int t = 0; t < 25; t++) {
					add(3, "1-%d:%d.8.%d*255".formatted(b, c, t), scaled("meas", 0, c < 3 ? 30 : 32).open("long64-unsigned"));
				}
			}
		}
	}

	private void tariff() {
		for (int i = 0; i < 2; i++) {
			add(6, "0-0:14.0.%d*255".formatted(i), Content.of("tar").nvm(4, 4));
			add(20, "0-0:13.0.%d*255".formatted(i), Content.of("tar").nvm(2, 2));
			add(11, "0-0:11.0.%d*255".formatted(i), Content.of("tar"));
		}
		for (int i : new int[] {0, 1, 100, 101, 103, 105, 106, 107}) {
			add(9, "0-0:10.0.%d*255".formatted(i), Content.of("script"));
		}
		add(10, "0-0:12.0.0*255", Content.of("tar"));
		Value script = Values.structure(Values.octets("00000A0064FF"), Values.longUnsigned(1));
		IntStream.range(0, 12).forEach(i -> add(22, "0-0:15.0.%d*255".formatted(i), Content.of("cfg").constant(2, script).nvm(3, 3)));
		IntStream.range(0, 6).forEach(i -> add(21, "0-0:16.0.%d*255".formatted(i), Content.of("cfg")));
	}

	private void payment() {
		for (int i = 0; i < 2; i++) {
			add(70, "0-%d:96.3.10*255".formatted(i), Content.of("disc").nvm(4, 4));
		}
		IntStream.range(0, 3).forEach(i -> add(71, "0-0:17.0.%d*255".formatted(i), Content.of("cfg").nvm(3, 7)));
		IntStream.range(0, 4).forEach(i -> add(72, "0-%d:24.1.0*255".formatted(i + 1), Content.of("mbus").nvm(2, 9)));
		add(111, "0-0:19.0.0*255", Content.of("pay").nvm(2, 19));
		IntStream.range(0, 4).forEach(i -> add(112, "0-0:19.10.%d*255".formatted(i), Content.of("pay").nvm(3, 11)));
		IntStream.range(0, 6).forEach(i -> add(113, "0-0:19.20.%d*255".formatted(i), Content.of("pay").nvm(3, 13)));
		add(115, "0-0:19.40.0*255", Content.of("pay"));
	}

	private void filler(int objects) {
		String[] numbers = {"double-long-unsigned", "long-unsigned", "unsigned", "double-long"};
		for (int n = 0; count < objects; n++) {
			int e = n % 250;
			int d = n / 250;
			switch (n % 3) {
				case 0 -> add(1, "0-%d:96.1.%d*255".formatted(d, e), Content.of("cfg").open("octet-string(0..12)").nvm(2, 2));
				case 1 -> add(1, "0-%d:94.44.%d*255".formatted(d, e), Content.of("cfg").open(numbers[n / 3 % 4]).nvm(2, 2));
				default -> add(1, "0-%d:96.8.%d*255".formatted(d, e), Content.of("ro"));
			}
		}
	}

	private Association association(int number) {
		CosemObject object = byName.get("15/0-0:40.0.%d*255".formatted(number + 1));
		Association association = device.association("client%d".formatted(number), object, number + 1, a -> {
		});
		List<CosemObject> sorted = new ArrayList<>(device.device().getObjects());
		sorted.sort(ModelOrder.OBJECTS);
		sorted.forEach(shown -> show(association, number, shown));
		return association;
	}

	private void show(Association association, int number, CosemObject object) {
		List<AttributeAccess> attributes = new ArrayList<>();
		for (int index = 1; index <= object.getInterfaceClass().getAttributes().size(); index++) {
			attributes.add(new AttributeAccess(index, EsmeLikeRights.attribute(profiles.get(object), index, number)));
		}
		List<MethodAccess> methods = new ArrayList<>();
		for (int index = 1; index <= object.getInterfaceClass().getMethods().size(); index++) {
			methods.add(new MethodAccess(index, EsmeLikeRights.method(profiles.get(object), index, number)));
		}
		AccessRights rights = AccessRights.of(attributes, methods);
		if (rights.modes() != 0) {
			ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
			entry.setObject(object);
			entry.setRights(rights);
			association.getEntries().add(entry);
		}
	}

	private void events(Association partner) {
		List<Push> pushes = IntStream.range(0, 8)
				.mapToObj(i -> meter.push("push%d".formatted(i), byName.get("40/0-%d:25.9.0*255".formatted(i)), partner, push -> push.setProtection(4))).toList();
		for (int i = 0; i < EVENTS; i++) {
			Event event = meter.event("event%d".formatted(i), 0x8F00 + i, EventSource.FIRMWARE);
			Alert alert = meter.alert("alert%d".formatted(i), 0x8F00 + i, a -> {
			});
			CosemObject log = byName.get("7/0-0:99.98.%d*255".formatted(i % 8));
			meter.reaction("reaction%d".formatted(i), Triggers.on(event), Actions.log(log, Values.longUnsigned(0x8F00 + i)), Actions.alert(alert), Actions.push(pushes.get(i % 8)));
		}
	}
}
