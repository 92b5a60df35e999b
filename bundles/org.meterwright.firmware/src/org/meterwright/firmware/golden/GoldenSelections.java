// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/**
 * Selective access to the buffers that the access code keeps: by range and by entry, in an empty buffer, and, where somebody may capture and reset, in one with
 * two rows that were just captured; it is empty again afterwards. Who may not read is refused, and so is a selection of what is not captured.
 */
public final class GoldenSelections {
	private static final int BUFFER = 2;
	private static final int RESET = 1;
	private static final int CAPTURE = 2;
	private static final int BY_RANGE = 1;
	private static final int BY_ENTRY = 2;
	private static final int REQUESTS = 0x1C;
	/** Octets of captured values that are read at once. */
	private static final int MOST = 400;
	private static final String EMPTY = "0100";
	private static final String DONE = "00";
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	/** A time that only the firmware knows, and two between which it lies: the beginning of 2000, the end of 2099. */
	private static final String SOME_TIME = "090C" + "xx".repeat(12);
	private static final Bytes EARLY = Bytes.ofHex("090C07D00101FF00000000800000");
	private static final Bytes LATE = Bytes.ofHex("090C08330C1FFF173B3B00800000");
	private static final Value ALL_COLUMNS = Values.array();

	private final TableLayout layout;
	/** By the association's number; null where it cannot be opened. */
	private final Opening[] openings;
	/** By the profile's number: what it captures, and who may do what. */
	private final SortedMap<Integer, Profile> profiles = new TreeMap<>();
	/** Of columns: by object and attribute. */
	private final Map<Integer, Bytes> values = new HashMap<>();

	/** Attribute or method of an object, what follows its descriptor, digits of the response's data (null: refused), who does it, who is refused. */
	public record Step(boolean reads, int object, int index, Bytes rest, String data, int doers, int others) {
	}

	/** A captured column: how it is named, digits of its value (null: only the firmware knows it), and bounds between which it lies. */
	private record Column(Value object, String value, Bytes from, Bytes to) {
		static Column of(Value object, Optional<Bytes> value) {
			Bytes bound = value.orElse(Bytes.ofHex(DONE));
			return new Column(object, value.map(Bytes::hex).orElse(null), bound, bound);
		}

		int octets() {
			return value.length() / 2;
		}
	}

	/** A profile with a bit for each association that may read its buffer, that may not, that may capture, that may reset. */
	private static final class Profile {
		private final LaidObject laid;
		private final List<Descriptor.Reference> captured;
		private final long entries;
		private int readers;
		private int others;
		private int capturers;
		private int resetters;

		Profile(LaidObject laid, List<Descriptor.Reference> captured, long entries) {
			this.laid = laid;
			this.captured = captured;
			this.entries = entries;
		}
	}

	/** Looks through what is expected of the profiles whose buffers the access code keeps. */
	public GoldenSelections(TableLayout layout, Golden golden, List<Opening> opened) {
		this.layout = layout;
		openings = new Opening[layout.associations().size()];
		opened.forEach(opening -> openings[opening.number()] = opening);
		layout.objects().forEach(this::keep);
		BitSet wanted = new BitSet();
		profiles.values().forEach(profile -> profile.captured.stream().filter(reference -> reference.attribute() > 0).forEach(reference -> wanted.set(key(reference.object(), reference.attribute()))));
		golden.values().stream().filter(row -> row.association() == Golden.ANY && wanted.get(key(row.object(), row.attribute())))
				.forEach(row -> values.put(key(row.object(), row.attribute()), row.encoding()));
		for (int object : profiles.keySet()) {
			golden.attributes(object).stream().filter(row -> row.index() == BUFFER && isAsked(row)).forEach(this::addReader);
			golden.methods(object).stream().filter(row -> row.index() <= CAPTURE && isAsked(row)).forEach(this::addCaller);
		}
	}

	private void keep(LaidObject laid) {
		if (laid.descriptors().size() > 1 && laid.descriptors().getFirst() instanceof Descriptor.Buffer buffer && laid.descriptors().get(1) instanceof Descriptor.References list
				&& !list.references().isEmpty()) {
			profiles.put(laid.number(), new Profile(laid, list.references(), buffer.row().entries()));
		}
	}

	private boolean isAsked(Golden.AccessRow row) {
		Profile profile = profiles.get(row.object());
		return profile != null && openings[row.association()] != null && openings[row.association()].association().eContainer() == profile.laid.object().eContainer();
	}

	private boolean isProtected(Golden.AccessRow row) {
		return (row.mode() & REQUESTS & ~openings[row.association()].protection()) == 0;
	}

	private void addReader(Golden.AccessRow row) {
		Profile profile = profiles.get(row.object());
		boolean may = row.code() == 0 && isProtected(row) && openings[row.association()].selects();
		profile.readers |= may ? 1 << row.association() : 0;
		profile.others |= may ? 0 : 1 << row.association();
	}

	private void addCaller(Golden.AccessRow row) {
		Profile profile = profiles.get(row.object());
		boolean may = (row.mode() & AccessModes.ACCESS) != 0 && isProtected(row) && openings[row.association()].acts();
		profile.capturers |= may && row.index() == CAPTURE ? 1 << row.association() : 0;
		profile.resetters |= may && row.index() == RESET ? 1 << row.association() : 0;
	}

	private static int key(int object, int attribute) {
		return object << 8 | attribute;
	}

	/** Lists the steps, profile by profile, in the order in which they are done. */
	public List<Step> steps() {
		List<Step> steps = new ArrayList<>();
		profiles.values().stream().filter(profile -> profile.readers != 0).forEach(profile -> add(steps, profile));
		return steps;
	}

	private Column column(LaidObject profile, Descriptor.Reference reference) {
		CosemObject object = layout.objects().get(reference.object()).object();
		Value name = new AttributeReference(CosemObjects.classId(object), object.getLogicalName(), reference.attribute(), reference.dataIndex()).captureObject();
		if (CosemObjects.classId(object) == CLOCK && reference.attribute() == TIME && reference.dataIndex() == 0) {
			return new Column(name, SOME_TIME, EARLY, LATE);
		}
		return Column.of(name, reference.object() == profile.number() ? Optional.empty() : value(reference, object));
	}

	private Optional<Bytes> value(Descriptor.Reference reference, CosemObject object) {
		if (!isKnown(reference)) {
			return Optional.empty();
		}
		if (reference.dataIndex() == 0) {
			return Optional.ofNullable(values.get(key(reference.object(), reference.attribute())));
		}
		return CosemObjects.attribute(object, reference.attribute()).flatMap(CosemObjects::value).filter(Value.Structure.class::isInstance)
				.map(value -> ((Value.Structure) value).fields()).filter(fields -> reference.dataIndex() <= fields.size()).map(fields -> Axdr.encode(fields.get(reference.dataIndex() - 1)));
	}

	/** A function's value is the firmware's; buffers and lists are not captured. */
	private boolean isKnown(Descriptor.Reference reference) {
		List<Descriptor> descriptors = layout.objects().get(reference.object()).descriptors();
		return reference.attribute() > 1 && reference.attribute() - 2 < descriptors.size() && switch (descriptors.get(reference.attribute() - 2)) {
			case Descriptor.Rom rom -> true;
			case Descriptor.Native stored -> true;
			case Descriptor.Formed stored -> true;
			default -> false;
		};
	}

	private void add(List<Step> steps, Profile profile) {
		LaidObject laid = profile.laid;
		List<Column> columns = profile.captured.stream().map(reference -> column(laid, reference)).toList();
		Column first = columns.getFirst();
		steps.add(read(laid, entries(1, 0, 1, 0), EMPTY, profile.readers, profile.others));
		steps.add(read(laid, range(first.object(), first, ALL_COLUMNS), EMPTY, profile.readers, profile.others));
		steps.add(read(laid, entries(1, 0, columns.size() + 1, 0), null, 0, profile.readers));
		steps.add(read(laid, range(notCaptured(laid), first, ALL_COLUMNS), null, 0, profile.readers));
		int doers = profile.readers & profile.capturers & profile.resetters;
		if (doers != 0 && profile.entries > 1 && columns.stream().allMatch(column -> column.value() != null)) {
			addRows(steps, laid, columns, doers);
		}
	}

	private void addRows(List<Step> steps, LaidObject profile, List<Column> columns, int doers) {
		if (columns.stream().mapToInt(Column::octets).sum() > MOST || columns.size() > 0x7F) {
			return;
		}
		Column first = columns.getFirst();
		List<Column> lastOnly = List.of(columns.getLast());
		steps.add(act(profile, CAPTURE, doers));
		steps.add(act(profile, CAPTURE, doers));
		steps.add(read(profile, entries(2, 2, 1, 1), rows(1, List.of(first)), doers, 0));
		steps.add(read(profile, entries(1, 0, columns.size(), 0), rows(2, lastOnly), doers, 0));
		steps.add(read(profile, entries(3, 0, 1, 0), EMPTY, doers, 0));
		steps.add(read(profile, range(first.object(), first, ALL_COLUMNS), rows(2, columns), doers, 0));
		steps.add(read(profile, range(first.object(), first, Values.array(columns.getLast().object())), rows(2, lastOnly), doers, 0));
		steps.add(act(profile, RESET, doers));
	}

	private static Step read(LaidObject profile, Bytes selection, String data, int doers, int others) {
		return new Step(true, profile.number(), BUFFER, selection, data, doers, others);
	}

	private static Step act(LaidObject profile, int method, int doers) {
		return new Step(false, profile.number(), method, Bytes.ofHex("010F00"), DONE, doers, 0);
	}

	/** The profile's own buffer is never among what it captures. */
	private static Value notCaptured(LaidObject profile) {
		return new AttributeReference(CosemObjects.classId(profile.object()), profile.object().getLogicalName(), BUFFER, 0).captureObject();
	}

	private static Bytes entries(int first, int last, int firstColumn, int lastColumn) {
		return Bytes.ofInts(1, BY_ENTRY).plus(Axdr.encode(Values.structure(Values.doubleLongUnsigned(first), Values.doubleLongUnsigned(last), Values.longUnsigned(firstColumn),
				Values.longUnsigned(lastColumn))));
	}

	private static Bytes range(Value restricting, Column bounds, Value columns) {
		return Bytes.ofInts(1, BY_RANGE, 2, 4).plus(Axdr.encode(restricting)).plus(bounds.from()).plus(bounds.to()).plus(Axdr.encode(columns));
	}

	private static String rows(int count, List<Column> row) {
		StringBuilder rows = new StringBuilder("01%02X".formatted(count));
		for (int i = 0; i < count; i++) {
			rows.append("02%02X".formatted(row.size()));
			row.forEach(column -> rows.append(column.value()));
		}
		return rows.toString();
	}
}
