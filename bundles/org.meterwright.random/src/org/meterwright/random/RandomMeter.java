// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/**
 * A meter made by a seeded generator: classes of the catalogue and the maker's own, values of every type, one to three logical devices,
 * associations with any rights, events, Alerts, pushes and reactions, families, odd names and values. It is what a text can say, but not
 * always what a rule allows. Objects of pushes and reactions lack what elaboration derives for them.
 */
public final class RandomMeter {
	private static final List<int[]> USUAL = List.of(new int[] { 3, 0 }, new int[] { 7, 1 }, new int[] { 9, 0 }, new int[] { 64, 1 });
	private static final int DATA = 1;
	private static final int TAKEN_IN_TURN = 3;

	private final Chance chance;
	private final List<InterfaceClass> catalogue;
	private final Map<InterfaceClass, InterfaceClass> copies = new LinkedHashMap<>();
	private final MeterBuilder meter;
	private final RandomNames names;
	private final RandomValues values;
	private final long seed;

	private RandomMeter(long seed, List<InterfaceClass> catalogue) {
		this.seed = seed;
		this.catalogue = catalogue;
		this.chance = new Chance(seed);
		this.names = new RandomNames(chance);
		this.values = new RandomValues(chance);
		this.meter = new MeterBuilder(names.fresh());
	}

	/**
	 * Makes a meter. With so many seeds in a row as there are classes each class is used.
	 *
	 * @param seed      decides everything
	 * @param catalogue classes that it may use, in any order that does not change
	 */
	public static Meter of(long seed, List<InterfaceClass> catalogue) {
		return new RandomMeter(seed, catalogue).build();
	}

	private Meter build() {
		meter.namespace(chance.one("random", "random.meters", "a.b_c"));
		meter.build().setDocumentation(chance.percent(30) ? "A meter.\nOf two lines" : null);
		facts();
		List<Role> roles = roles();
		List<InterfaceClass> classes = classes();
		RandomBehaviour behaviour = new RandomBehaviour(chance, names, values, meter, roles);
		List<RandomObjects> devices = new ArrayList<>();
		for (int number = 1; number <= chance.one(1, 1, 1, 2, 3); number++) {
			devices.add(device(number, classes));
		}
		devices.forEach(RandomObjects::fill);
		if (chance.percent(40)) {
			devices.forEach(RandomObjects::named);
		}
		RandomRights rights = new RandomRights(chance, names, values, this::standard, roles);
		devices.forEach(device -> rights.associate(device.builder()));
		behaviour.add(devices, this::standard);
		devices.forEach(device -> rights.show(device.builder().device()));
		acceptances();
		return meter.build();
	}

	private void facts() {
		for (int i = chance.below(4); i > 0; i--) {
			meter.property(names.fresh(), chance.one(new Value.Utf8(chance.one("LRC", "", "a \"b\"", "Zähler")), new Value.Bool(true),
					new Value.Int(DataTag.LONG, chance.between(-32768, 32767)), new Value.Float64(chance.one(0.5, -12.25, 1e-7)),
					new Value.Int(DataTag.LONG64, chance.bits() | 1L << 62), new Value.Bits("101"), new Value.Null()));
		}
		if (chance.percent(40)) {
			meter.budget(Storage.ROM, chance.one(1024L, 1000L, 1L << 20, 7L));
			meter.budget(Storage.NVM, 64L * chance.below(5000));
		}
	}

	private List<Role> roles() {
		List<Role> roles = new ArrayList<>();
		for (int i = chance.below(4); i > 0; i--) {
			Role role = meter.role(names.fresh(), chance.one(Side.values()));
			role.setText(chance.one(null, "Who pays", "a \"quoted\" party\\"));
			role.setDocumentation(chance.percent(20) ? "About it" : null);
			roles.add(role);
		}
		return roles;
	}

	private List<InterfaceClass> classes() {
		List<InterfaceClass> classes = new ArrayList<>();
		classes.add(standard(DATA, 0));
		USUAL.stream().filter(each -> chance.percent(60)).forEach(each -> classes.add(standard(each[0], each[1])));
		for (int i = 0; i < TAKEN_IN_TURN; i++) {
			InterfaceClass next = catalogue.get((int) Math.floorMod(seed * TAKEN_IN_TURN + i, catalogue.size()));
			classes.add(standard(next.getClassId(), next.getVersion()));
		}
		for (int i = chance.below(3); i > 0; i--) {
			classes.add(own(8192 + chance.below(300) * 10 + i));
		}
		return List.copyOf(classes);
	}

	private InterfaceClass standard(int classId, int version) {
		InterfaceClass original = catalogue.stream().filter(each -> each.getClassId() == classId && each.getVersion() == version).findFirst().orElseThrow();
		return copies.computeIfAbsent(original, meter::interfaceClass);
	}

	private InterfaceClass own(int id) {
		RandomTypes types = new RandomTypes(chance);
		InterfaceClass own = meter.interfaceClass("Own%s".formatted(names.fresh()), id, chance.below(3), type -> {
			for (int index = 2; index <= chance.between(2, 6); index++) {
				type.attribute(index, "%s%d".formatted(chance.one("part", "value", "on", "role", "state_"), index), types.declared().toString(), chance.one(Dynamics.values()));
				if (chance.percent(25)) {
					type.optional(index);
				}
				if (chance.percent(10)) {
					type.secret(index);
				}
				if (chance.percent(15)) {
					type.selector(index, chance.between(1, 9), names.fresh(), types.closed(1).toString());
				}
			}
			for (int index = 1; index <= chance.below(4); index++) {
				type.method(index, "%s%d".formatted(chance.one("reset", "call", "do_"), index), types.closed(1).toString());
			}
		});
		own.getAttributes().stream().filter(each -> each.getIndex() > 1 && RandomTypes.isClosed(each.getType()) && chance.percent(20)).forEach(each -> values.of(each.getType()).ifPresent(each::setDefaultValue));
		own.setDocumentation(chance.percent(40) ? "The maker's own. With a second sentence" : null);
		return own;
	}

	private RandomObjects device(int number, List<InterfaceClass> classes) {
		int sap = number == 1 ? 1 : 15 + number;
		DeviceBuilder device = meter.device(number == 1 ? RandomNames.MANAGEMENT : names.fresh(), sap);
		device.device().setDocumentation(chance.percent(20) ? "Where it is" : null);
		return new RandomObjects(chance, names, values, device, number == 1 ? classes : chance.some(classes, 4), classes.getFirst());
	}

	private void acceptances() {
		List<CosemObject> objects = new ArrayList<>();
		meter.build().getDevices().forEach(device -> device.getObjects().stream().filter(object -> !object.isGenerated()).forEach(objects::add));
		for (int i = chance.below(3); i > 0; i--) {
			Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
			acceptance.setRule(chance.one("MW-PUSH-012", "MW-ID-002"));
			acceptance.setReason(chance.one("because", "a \"reason\""));
			Element subject = chance.percent(70) ? chance.of(objects) : null;
			acceptance.setSubject(subject);
			acceptance.setAttribute(subject instanceof CosemObject object && chance.percent(40) ? object.getAttributes().getLast().getDefinition().getIndex() : 0);
			meter.build().getAcceptances().add(acceptance);
		}
	}
}
