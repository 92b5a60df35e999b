// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/**
 * What a client must see: every attribute of every object through every association, right or refused, and every mode. It comes from the
 * model and the codec alone; nothing is taken from the tables but the numbers of objects and associations.
 */
public final class Golden {
	/** Applies to every association. */
	public static final int ANY = 0xFF;
	private static final int SUCCESS = 0;
	private static final int READ_WRITE_DENIED = 3;
	private static final int OBJECT_UNDEFINED = 4;
	private static final int OBJECT_UNAVAILABLE = 11;
	private static final int ASSOCIATION_LN = 15;
	private static final int OBJECT_LIST = 2;
	private static final LogicalName CURRENT = LogicalName.valueOf("0-0:40.0.0*255");
	private static final int LONG_ANSWER = 300;
	private static final int INDEXES = 0x101;

	private final TableLayout layout;
	private final List<ValueRow> values = new ArrayList<>();
	private final SortedMap<String, GoldenRight> rights = new TreeMap<>();
	/** By association: what its list says, and for each object the right of the first element; null: it is not in the list. */
	private final List<List<ListRun>> runs = new ArrayList<>();
	private final List<GoldenRight[]> first = new ArrayList<>();
	private final List<Bytes> objectLists;
	/** Number of the value, plus 1, that every association gets: by object and attribute. */
	private final int[][] rows;
	/** Index of the last attribute by object; 0: not known yet. */
	private final int[] lasts;
	/** Number of the value that one association gets. */
	private final Map<Long, Integer> ownRows = new HashMap<>();

	/** An encoding that an association, or any, must get; owner: the object whose attribute it is. */
	public record ValueRow(int object, int attribute, int association, int owner, Bytes encoding) {
	}

	/** Expected result and mode; the value is a number of {@link #values()}, or -1. */
	public record AccessRow(int value, int object, int index, int association, int code, int mode) {
	}

	/** Elements of an object_list: objects with numbers that follow one another, and one right. */
	public record ListRun(int first, int count, GoldenRight right) {
	}

	private static long key(int object, int attribute, int association) {
		return ((long) object * INDEXES + attribute) * INDEXES + association;
	}

	/** Makes the golden values of a meter. */
	public Golden(TableLayout layout) {
		this.layout = layout;
		objectLists = layout.associations().stream().map(ObjectListCodec::encode).toList();
		for (int association = 0; association < layout.associations().size(); association++) {
			addList(layout.associations().get(association), layout.elements(association));
		}
		rows = new int[layout.objects().size()][];
		lasts = new int[layout.objects().size()];
		for (LaidObject object : layout.objects()) {
			addValues(object);
		}
	}

	private void addList(Association association, int[] numbers) {
		int version = ObjectListCodec.version(association);
		Map<AccessRights, GoldenRight> known = new HashMap<>();
		GoldenRight[] firsts = new GoldenRight[layout.objects().size()];
		List<ListRun> list = new ArrayList<>();
		int begin = 0;
		int end = 0;
		GoldenRight before = null;
		int element = 0;
		for (ObjectListEntry entry : association.getEntries()) {
			int object = numbers[element++];
			GoldenRight right = known.computeIfAbsent(entry.getRights(), key -> shared(GoldenRight.of(key, version)));
			firsts[object] = firsts[object] == null ? right : firsts[object];
			if (object != end || right != before) {
				add(list, begin, end, before);
				begin = object;
			}
			end = object + 1;
			before = right;
		}
		add(list, begin, end, before);
		first.add(firsts);
		runs.add(list);
	}

	private static void add(List<ListRun> list, int begin, int end, GoldenRight right) {
		if (right != null) {
			list.add(new ListRun(begin, end - begin, right));
		}
	}

	private GoldenRight shared(GoldenRight right) {
		return rights.merge(right.name(), right, (known, same) -> known);
	}

	/** Returns encodings by object and attribute. */
	public List<ValueRow> values() {
		return values;
	}

	/** Returns the different rights, by name. */
	public Collection<GoldenRight> rights() {
		return rights.values();
	}

	/** Returns what an association may do with an object; nothing: the object is not in its object_list. */
	public Optional<GoldenRight> right(int association, int object) {
		return Optional.ofNullable(first.get(association)[object]);
	}

	/** Returns the elements of an association's object_list in their order. */
	public List<ListRun> list(int association) {
		return runs.get(association);
	}

	/** Returns the number of the association whose object_list a value is; -1: it is none. */
	public int listOf(ValueRow row) {
		if (row.attribute() == OBJECT_LIST && CosemObjects.classId(layout.objects().get(row.owner()).object()) == ASSOCIATION_LN) {
			return association(layout.objects().get(row.owner()).object());
		}
		return -1;
	}

	/** Returns the last attribute of an object, as any association sees it. */
	public int last(int object) {
		CosemObject own = layout.objects().get(object).object();
		int last = last(own);
		for (int association = 0; isCurrent(own) && association < layout.associations().size(); association++) {
			last = Math.max(last, last(shown(association, own)));
		}
		return last;
	}

	/** Returns what is expected of attributes, by object. */
	public Stream<AccessRow> attributes() {
		return IntStream.range(0, layout.objects().size()).boxed().flatMap(object -> attributes(object).stream());
	}

	/** Returns what is expected of an object's attributes and of one more than it has, by association. */
	List<AccessRow> attributes(int object) {
		List<AccessRow> expected = new ArrayList<>();
		CosemObject own = layout.objects().get(object).object();
		for (int association = 0; association < layout.associations().size(); association++) {
			int last = Math.max(last(own), last(shown(association, own)));
			for (int attribute = 1; attribute <= last + 1; attribute++) {
				expected.add(attribute(association, object, attribute));
			}
		}
		return expected;
	}

	/** Returns what is expected of methods, by object. */
	public Stream<AccessRow> methods() {
		return IntStream.range(0, layout.objects().size()).boxed().flatMap(object -> methods(object).stream());
	}

	/** Returns what is expected of an object's methods and of one more than there are rights, by association. */
	List<AccessRow> methods(int object) {
		List<AccessRow> expected = new ArrayList<>();
		for (int association = 0; association < layout.associations().size(); association++) {
			GoldenRight right = first.get(association)[object];
			int last = right == null ? 0 : right.methods().length();
			for (int method = 1; method <= last + 1; method++) {
				expected.add(new AccessRow(-1, object, method, association, SUCCESS, right == null ? 0 : right.method(method)));
			}
		}
		return expected;
	}

	private AccessRow attribute(int association, int object, int attribute) {
		GoldenRight right = first.get(association)[object];
		int mode = right == null ? 0 : right.attribute(attribute);
		int value = (mode & AccessModes.READ) != 0 ? row(object, attribute, association) : -1;
		int code = right == null ? OBJECT_UNDEFINED : (mode & AccessModes.READ) == 0 ? READ_WRITE_DENIED : value < 0 ? OBJECT_UNAVAILABLE : SUCCESS;
		return new AccessRow(value, object, attribute, association, code, mode);
	}

	private int last(CosemObject object) {
		int number = layout.number(object);
		if (lasts[number] == 0) {
			lasts[number] = 1;
			for (Attribute attribute : object.getAttributes()) {
				lasts[number] = Math.max(lasts[number], CosemObjects.index(attribute));
			}
		}
		return lasts[number];
	}

	private void addValues(LaidObject laid) {
		CosemObject object = laid.object();
		int last = last(object);
		rows[laid.number()] = new int[last + 1];
		for (int attribute = 1; attribute <= last; attribute++) {
			if (attribute > 1 && isCurrent(object)) {
				for (int association = 0; association < layout.associations().size(); association++) {
					add(laid.number(), attribute, association, shown(association, object));
				}
			} else {
				add(laid.number(), attribute, ANY, object);
			}
		}
	}

	private void add(int object, int attribute, int association, CosemObject shown) {
		encoding(shown, attribute).ifPresent(bytes -> {
			values.add(new ValueRow(object, attribute, association, layout.number(shown), bytes));
			if (association == ANY) {
				rows[object][attribute] = values.size();
			} else {
				ownRows.put(key(object, attribute, association), values.size() - 1);
			}
		});
	}

	/** Returns the number of the value that an association gets; -1: none. */
	private int row(int object, int attribute, int association) {
		Integer own = ownRows.isEmpty() ? null : ownRows.get(key(object, attribute, association));
		return own != null ? own : attribute < rows[object].length ? rows[object][attribute] - 1 : -1;
	}

	/** Tells whether an association that may read an attribute gets a value. */
	boolean hasValue(int object, int attribute, int association) {
		return row(object, attribute, association) >= 0;
	}

	private static boolean isCurrent(CosemObject object) {
		return CosemObjects.classId(object) == ASSOCIATION_LN && object.getLogicalName().equals(CURRENT);
	}

	private CosemObject shown(int association, CosemObject object) {
		Association asking = layout.associations().get(association);
		return isCurrent(object) && asking.eContainer() == object.eContainer() ? asking.getObject() : object;
	}

	private Optional<Bytes> encoding(CosemObject object, int attribute) {
		if (attribute == 1) {
			return Optional.of(Axdr.encode(new Value.Octets(object.getLogicalName().bytes())));
		}
		if (CosemObjects.classId(object) == ASSOCIATION_LN && attribute == OBJECT_LIST) {
			return Optional.of(objectList(object));
		}
		return CosemObjects.attribute(object, attribute).map(found -> found.getStorage() == Storage.CALL ? answer(layout.number(object), attribute) : stored(found));
	}

	private Bytes objectList(CosemObject object) {
		int association = association(object);
		return association < 0 ? Axdr.encode(new Value.Array(List.of())) : objectLists.get(association);
	}

	private int association(CosemObject object) {
		for (int association = 0; association < objectLists.size(); association++) {
			if (layout.associations().get(association).getObject() == object) {
				return association;
			}
		}
		return -1;
	}

	private static Bytes stored(Attribute attribute) {
		return Axdr.encode(CosemObjects.value(attribute).orElseGet(Value.Null::new));
	}

	/** Makes an answer that no other firmware function gives: octets naming object and attribute; every seventh is long. */
	private static Bytes answer(int object, int attribute) {
		byte[] octets = new byte[object % 7 == 0 ? LONG_ANSWER : 3];
		octets[0] = (byte) (object >> 8);
		octets[1] = (byte) object;
		octets[2] = (byte) attribute;
		for (int i = 3; i < octets.length; i++) {
			octets[i] = (byte) (i * 31 + object);
		}
		return Axdr.encode(new Value.Octets(Bytes.of(octets)));
	}
}
