// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.TableLayout;

/**
 * What clients write and execute in a way that leaves the meter as it was, and who must be refused. A value is written as it is; a number that nothing in the
 * meter looks at is changed, read and restored. Of methods those are executed that change nothing in a meter as it leaves the factory.
 */
public final class GoldenDoings {
	/** Octets up to which a value is written. */
	private static final int LONGEST = 256;
	private static final int REQUESTS = 0x1C;
	private static final int INDEXES = 0x101;
	private static final int DATA = 1;
	private static final int REGISTER = 3;
	private static final int PROFILE = 7;
	private static final int ASSOCIATION_LN = 15;
	private static final int RESET = 1;
	private static final Bytes NOTHING = Bytes.ofHex("0F00");
	private static final Bytes ZEROS = Bytes.of(new byte[9]);
	/** Tags of numbers, the last octet of which is their lowest. */
	private static final List<Integer> NUMBERS = List.of(0x05, 0x06, 0x0F, 0x10, 0x11, 0x12, 0x14, 0x15);

	private final TableLayout layout;
	private final Golden golden;
	private final Asked asked;
	private final List<Opening> openings;
	private final Map<Integer, Bytes> values = new TreeMap<>();

	/** Services of DLMS. */
	public enum Service {
		/** Read what was just written. */
		GET,
		/** Write. */
		SET,
		/** Execute. */
		ACTION
	}

	/** Attribute or method of an object, its data, and who does it and who is refused: a bit for each association. */
	public record Doing(Service service, int object, int index, Bytes data, int doers, int others) {
	}

	/** A bit for each association that may, that may not, and that may read. */
	private static final class Rights {
		private int doers;
		private int others;
		private int readers;
	}

	/** Looks through what is expected of attributes. */
	public GoldenDoings(TableLayout layout, Golden golden, List<Opening> opened) {
		this.layout = layout;
		this.golden = golden;
		openings = opened;
		asked = new Asked(layout, opened);
	}

	private static int key(int object, int index) {
		return object * INDEXES + index;
	}

	/** Lists what is written, by object and attribute, then what is executed, by object and method. */
	public List<Doing> doings() {
		List<Doing> doings = new ArrayList<>();
		Map<Integer, Rights> written = rights(Service.SET);
		Map<Integer, Rights> executed = rights(Service.ACTION);
		keepValues(written, executed);
		written.forEach((key, rights) -> write(doings, key / INDEXES, key % INDEXES, rights));
		executed.forEach((key, rights) -> execute(doings, key / INDEXES, key % INDEXES, rights));
		return doings;
	}

	/** Values of what is written, and those that a method puts to zero: of a large meter few. */
	private void keepValues(Map<Integer, Rights> written, Map<Integer, Rights> executed) {
		BitSet wanted = new BitSet();
		written.keySet().forEach(wanted::set);
		executed.keySet().forEach(key -> wanted.set(key(key / INDEXES, 2)));
		for (Golden.ValueRow row : golden.values()) {
			int key = key(row.object(), row.attribute());
			if (row.association() == Golden.ANY && wanted.get(key)) {
				values.put(key, row.encoding());
			}
		}
	}

	/** Lists the rights on what some association may do. */
	private Map<Integer, Rights> rights(Service service) {
		Map<Integer, Rights> rights = new TreeMap<>();
		for (int object = 0; object < layout.objects().size(); object++) {
			if (mayBeDone(object, service)) {
				rights(service == Service.SET ? golden.attributes(object) : golden.methods(object), service, rights);
			}
		}
		return rights;
	}

	/** Tells whether some association has a right at all: with most objects of a large meter nothing is done. */
	private boolean mayBeDone(int object, Service service) {
		for (Opening opening : openings) {
			Optional<GoldenRight> right = golden.right(opening.number(), object);
			if (right.isPresent() && right.get().has(service == Service.SET)) {
				return true;
			}
		}
		return false;
	}

	private void rights(List<Golden.AccessRow> rows, Service service, Map<Integer, Rights> rights) {
		BitSet done = new BitSet();
		for (Golden.AccessRow row : rows) {
			if (asked.has(row) && may(row, service)) {
				done.set(row.index());
			}
		}
		for (Golden.AccessRow row : rows) {
			if (done.get(row.index()) && asked.has(row)) {
				add(rights.computeIfAbsent(key(row.object(), row.index()), none -> new Rights()), row, service);
			}
		}
	}

	private boolean may(Golden.AccessRow row, Service service) {
		Opening opening = asked.opening(row);
		boolean granted = (row.mode() & (service == Service.SET ? AccessModes.WRITE : AccessModes.ACCESS)) != 0;
		return granted && (row.mode() & REQUESTS & ~opening.protection()) == 0 && (service == Service.SET ? opening.sets() : opening.acts());
	}

	private void add(Rights rights, Golden.AccessRow row, Service service) {
		int bit = 1 << row.association();
		boolean may = may(row, service);
		rights.doers |= may ? bit : 0;
		rights.others |= may ? 0 : bit;
		rights.readers |= may && row.code() == 0 ? bit : 0;
	}

	private void write(List<Doing> doings, int object, int attribute, Rights rights) {
		Bytes value = values.get(key(object, attribute));
		if (value == null || value.length() > LONGEST || !isStored(object, attribute)) {
			return;
		}
		if (isPlainNumber(object, attribute, value)) {
			Bytes other = value.slice(0, value.length() - 1).plus(Bytes.ofInts(value.at(value.length() - 1) ^ 1));
			doings.add(new Doing(Service.SET, object, attribute, other, rights.doers, 0));
			if (rights.readers != 0) {
				doings.add(new Doing(Service.GET, object, attribute, other, rights.readers, 0));
			}
		}
		doings.add(new Doing(Service.SET, object, attribute, value, rights.doers, rights.others));
	}

	private void execute(List<Doing> doings, int object, int method, Rights rights) {
		if (classId(object) != ASSOCIATION_LN && (rights.others != 0 || changesNothing(object, method))) {
			doings.add(new Doing(Service.ACTION, object, method, NOTHING, changesNothing(object, method) ? rights.doers : 0, rights.others));
		}
	}

	/** A register that is zero, and a buffer that the access code keeps, are as empty after their reset as before. */
	private boolean changesNothing(int object, int method) {
		boolean empties = classId(object) == PROFILE && layout.objects().get(object).descriptors().getFirst() instanceof Descriptor.Buffer;
		return method == RESET && (empties || classId(object) == REGISTER && isZero(object));
	}

	private boolean isZero(int object) {
		Bytes value = values.get(key(object, 2));
		return value != null && isStored(object, 2) && isNumber(value) && value.slice(1, value.length()).equals(ZEROS.slice(0, value.length() - 1));
	}

	/** A Data object's number without range: nobody watches it where the meter has no monitors. */
	private boolean isPlainNumber(int object, int attribute, Bytes value) {
		boolean ranged = CosemObjects.attribute(object(object), attribute).map(each -> each.getMinimum() != null || each.getMaximum() != null).orElse(true);
		return classId(object) == DATA && isNumber(value) && !ranged && layout.meter().getReactions().isEmpty();
	}

	private static boolean isNumber(Bytes value) {
		return NUMBERS.contains(value.at(0));
	}

	private boolean isStored(int object, int attribute) {
		List<Descriptor> descriptors = layout.objects().get(object).descriptors();
		return attribute > 1 && attribute - 2 < descriptors.size() && (descriptors.get(attribute - 2) instanceof Descriptor.Native || descriptors.get(attribute - 2) instanceof Descriptor.Formed);
	}

	private CosemObject object(int number) {
		return layout.objects().get(number).object();
	}

	private int classId(int number) {
		return CosemObjects.classId(object(number));
	}
}
