// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.firmware.emit.CNames;

/**
 * The layout of a meter's tables: objects in their order, shapes shared by objects with equal descriptors, runs of neighbours with one shape
 * and one access row, storage in both memories. {@link Tables} turns it into rows.
 */
public final class TableLayout {
	private final Meter meter;
	private final ObjectOrder order;
	private final List<LaidObject> objects = new ArrayList<>();
	private final OctetPool constants = new OctetPool("constants", "constant");
	private final AccessPlanner access;
	private final TriggerPlanner triggers;
	private final List<ShapeKey> shapes;
	private final List<String> shapeNames;
	private final List<Run> runs;
	private final Region ram;
	private final Region nvm;
	private final List<String> handlers;
	private final List<Optional<Setters.Setter>> setters;
	private final String[] labels;
	private final List<ProfileRow> profiles;
	private final Map<String, Integer> handlerNumbers = new HashMap<>();
	private final List<First> firsts = new ArrayList<>();
	/** Numbers of the objects of each association's elements. */
	private final List<int[]> elements = new ArrayList<>();
	/** Patterns of rights by association and object. */
	private final List<int[]> patterns = new ArrayList<>();

	/** A first value whose octets in memory are not all zero. */
	public record First(int object, int attribute, Bytes encoding, String words) {
	}

	/**
	 * Lays out a meter.
	 *
	 * @throws org.meterwright.firmware.FirmwareException when tables cannot hold it
	 */
	public TableLayout(Meter meter) {
		this.meter = meter;
		order = new ObjectOrder(meter);
		access = new AccessPlanner(order, constants);
		SideBySide.run(this::planObjects, this::planAccess);
		labels = new String[objects.size()];
		handlers = List.copyOf(collectHandlers());
		profiles = ProfilePlanner.place(objects);
		handlers.forEach(handler -> handlerNumbers.put(handler, handlerNumbers.size()));
		triggers = new TriggerPlanner(meter, order);
		RunPlanner planned = new RunPlanner(objects, access, IntStream.range(0, order.devices().size()).mapToObj(this::patternsOf).toList());
		shapes = planned.shapes();
		shapeNames = planned.names();
		runs = planned.runs();
		ram = new Region("RAM", runs, LaidObject::ram);
		nvm = new Region("NVM", runs, LaidObject::nvm);
		setters = Setters.of(this);
	}

	/** Plans objects side by side; what is wrong with several is told of the first. */
	private void planObjects() {
		AttributePlanner planner = new AttributePlanner(order);
		objects.addAll(SideBySide.map(order.objects(), planner::plan));
		SideBySide.map(objects, TableLayout::firsts).forEach(firsts::addAll);
	}

	/** Plans what rights need; objects need not be planned for that. */
	private void planAccess() {
		access.plan();
		for (Association association : order.associations()) {
			elements.add(association.getEntries().stream().mapToInt(entry -> order.number(entry.getObject())).toArray());
			patterns.add(access.patterns(association, elements.getLast()));
		}
	}

	private Set<String> collectHandlers() {
		Set<String> names = new TreeSet<>();
		for (LaidObject object : objects) {
			for (Descriptor descriptor : object.descriptors()) {
				if (descriptor instanceof Descriptor.Call call) {
					names.add(call.handler());
				}
			}
		}
		return names;
	}

	/** Returns, for each association of a device, the pattern of rights of each object; 0: it is not in the list. */
	List<int[]> patternsOf(int device) {
		List<int[]> own = new ArrayList<>();
		for (int i = 0; i < order.associations().size(); i++) {
			if (order.associations().get(i).eContainer() == order.devices().get(device)) {
				own.add(patterns.get(i));
			}
		}
		return own;
	}

	/** Returns the meter. */
	public Meter meter() {
		return meter;
	}

	/** Returns objects by number. */
	public List<LaidObject> objects() {
		return Collections.unmodifiableList(objects);
	}

	/** Returns associations by number. */
	public List<Association> associations() {
		return order.associations();
	}

	/** Returns the numbers of the objects of an association's elements, in their order. */
	public int[] elements(int association) {
		return elements.get(association).clone();
	}

	/** Returns the names of firmware functions by number. */
	public List<String> handlers() {
		return handlers;
	}

	/** Returns, by the number of a firmware function, the function that takes what clients write behind it; nothing: no client may. */
	public List<Optional<Setters.Setter>> setters() {
		return setters;
	}

	/** Returns the number of a firmware function. */
	int handler(String name) {
		return handlerNumbers.get(name);
	}

	/** Returns the name of the row that leads to a firmware function. */
	public String handlerName(String name) {
		String plain = Text.of("handler_%s", CNames.member(name));
		boolean single = handlers.stream().filter(other -> CNames.member(other).equals(CNames.member(name))).count() == 1;
		return single ? plain : Text.of("%s_%s", plain, ContentNames.digits(name));
	}

	/** Returns the volatile memory. */
	public Region ram() {
		return ram;
	}

	/** Returns the non-volatile memory. */
	public Region nvm() {
		return nvm;
	}

	/** Returns the first values that are not zero, by object. */
	public List<First> firsts() {
		return Collections.unmodifiableList(firsts);
	}

	private static List<First> firsts(LaidObject object) {
		List<First> firsts = new ArrayList<>();
		firsts(object, object.ram(), firsts);
		firsts(object, object.nvm(), firsts);
		return firsts;
	}

	private static void firsts(LaidObject object, ObjectStorage storage, List<First> firsts) {
		for (ObjectStorage.Member member : storage.members()) {
			if (!NativeValues.isZero(member.form(), member.value())) {
				Attribute attribute = CosemObjects.attribute(object.object(), member.attribute()).orElseThrow();
				firsts.add(new First(object.number(), member.attribute(), Axdr.encode(member.value()), Words.of(attribute, member.value())));
			}
		}
	}

	/** Returns the runs by number. */
	public List<Run> runs() {
		return runs;
	}

	/** Returns the profiles whose buffers lie in the log memory, by object. */
	public List<ProfileRow> profiles() {
		return profiles;
	}

	/** Returns the octets of the log memory. */
	public long logSize() {
		return profiles.isEmpty() ? 0 : profiles.getLast().end();
	}

	/** Returns what events set off. */
	public List<Triggers.Trigger> triggers() {
		return triggers.triggers();
	}

	/** Returns schedules and monitors that raise events; the first has event {@link Triggers#SOURCE_EVENT}. */
	public List<Triggers.Source> sources() {
		return triggers.sources();
	}

	/** Returns reactions to thresholds and times that no object implements. */
	public List<Triggers.Threshold> thresholds() {
		return triggers.thresholds();
	}

	/** Names an object in comments: many rows tell of the same one. */
	String label(int number) {
		if (labels[number] == null) { // whoever makes it at the same time makes the same
			labels[number] = ObjectRows.label(objects.get(number).object());
		}
		return labels[number];
	}

	/** Returns the number of an object. */
	public int number(CosemObject object) {
		return order.number(object);
	}

	/** Returns shapes by number. */
	List<ShapeKey> shapes() {
		return shapes;
	}

	/** Returns names of shapes by number. */
	List<String> shapeNames() {
		return shapeNames;
	}

	ObjectOrder order() {
		return order;
	}

	OctetPool constants() {
		return constants;
	}

	AccessPlanner access() {
		return access;
	}
}
