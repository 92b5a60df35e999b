// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.objectlist.ObjectListCodec;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.ModelIndex;
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
	private static final LogicalName CURRENT = LogicalName.valueOf("0-0:40.0.0*255");
	private static final int LONG_ANSWER = 300;
	private static final int INDEXES = 0x101;

	private final TableLayout layout;
	private final ModelIndex index;
	private final List<ValueRow> values = new ArrayList<>();
	private final List<AccessRow> attributes = new ArrayList<>();
	private final List<AccessRow> methods = new ArrayList<>();
	private final Map<CosemObject, Integer> numbers = new IdentityHashMap<>();
	private final List<Bytes> objectLists;
	/** Number of the value, plus 1, that every association gets: by object and attribute. */
	private final int[][] rows;
	/** Index of the last attribute by object; 0: not known yet. */
	private final int[] lasts;
	private final int[] attributeModes = new int[INDEXES];
	private final int[] methodModes = new int[INDEXES];
	/** Number of the value that one association gets. */
	private final Map<Long, Integer> ownRows = new HashMap<>();

	/** An encoding that an association, or any, must get; owner: the object whose attribute it is. */
	public record ValueRow(int object, int attribute, int association, int owner, Bytes encoding) {
	}

	/** Expected result and mode; the value is a number of {@link #values()}, or -1. */
	public record AccessRow(int value, int object, int index, int association, int code, int mode) {
	}

	private static long key(int object, int attribute, int association) {
		return ((long) object * INDEXES + attribute) * INDEXES + association;
	}

	/** Makes the golden values of a meter. */
	public Golden(TableLayout layout) {
		this.layout = layout;
		index = new ModelIndex(layout.meter());
		layout.objects().forEach(object -> numbers.put(object.object(), object.number()));
		objectLists = layout.associations().stream().map(ObjectListCodec::encode).toList();
		rows = new int[layout.objects().size()][];
		lasts = new int[layout.objects().size()];
		for (LaidObject object : layout.objects()) {
			addValues(object);
		}
		for (int association = 0; association < layout.associations().size(); association++) {
			for (LaidObject object : layout.objects()) {
				addAccess(association, object);
			}
		}
	}

	/** Returns encodings by object and attribute. */
	public List<ValueRow> values() {
		return values;
	}

	/** Returns what is expected of attributes. */
	public List<AccessRow> attributes() {
		return attributes;
	}

	/** Returns what is expected of methods. */
	public List<AccessRow> methods() {
		return methods;
	}

	private int last(CosemObject object) {
		int number = numbers.get(object);
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
			values.add(new ValueRow(object, attribute, association, numbers.get(shown), bytes));
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
		if (CosemObjects.classId(object) == ASSOCIATION_LN && attribute == 2) {
			return Optional.of(objectList(object));
		}
		return CosemObjects.attribute(object, attribute).map(found -> found.getStorage() == Storage.CALL ? answer(numbers.get(object), attribute) : stored(found));
	}

	private Bytes objectList(CosemObject object) {
		for (int association = 0; association < objectLists.size(); association++) {
			if (layout.associations().get(association).getObject() == object) {
				return objectLists.get(association);
			}
		}
		return Axdr.encode(new Value.Array(List.of()));
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

	private void addAccess(int association, LaidObject laid) {
		Optional<ObjectListEntry> entry = index.entry(layout.associations().get(association), laid.object());
		Arrays.fill(attributeModes, 0);
		Arrays.fill(methodModes, 0);
		int lastMethod = 0;
		if (entry.isPresent()) {
			for (AttributeAccess access : entry.get().getRights().attributes()) {
				attributeModes[access.index() & 0xFF] |= access.mode();
			}
			for (MethodAccess access : entry.get().getRights().methods()) {
				methodModes[access.index() & 0xFF] |= access.mode();
				lastMethod = Math.max(lastMethod, access.index());
			}
		}
		int last = Math.max(last(laid.object()), last(shown(association, laid.object())));
		for (int attribute = 1; attribute <= last + 1; attribute++) {
			addAttribute(association, laid, entry.isPresent(), attribute, attributeModes[attribute]);
		}
		for (int method = 1; method <= lastMethod + 1; method++) {
			methods.add(new AccessRow(-1, laid.number(), method, association, SUCCESS, methodModes[method]));
		}
	}

	private void addAttribute(int association, LaidObject laid, boolean seen, int attribute, int mode) {
		int value = -1;
		if (seen && (mode & AccessModes.READ) != 0) {
			value = row(laid.number(), attribute, association);
		}
		int code = !seen ? OBJECT_UNDEFINED : (mode & AccessModes.READ) == 0 ? READ_WRITE_DENIED : value < 0 ? OBJECT_UNAVAILABLE : SUCCESS;
		attributes.add(new AccessRow(value, laid.number(), attribute, association, code, mode));
	}
}
