// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.EncodedSize;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.FirmwareException;

/** Plans the rows of profiles whose buffers are kept by the access code: their columns are known, and each has a longest value. */
final class ProfilePlanner {
	static final int BUFFER = 2;
	private static final int PROFILE_GENERIC = 7;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int PROFILE_ENTRIES = 8;
	private static final int LOGICAL_NAME = 6;
	private static final int MOST_COLUMNS = 0x7F;
	private static final int LONGEST_ROW = 0xFFF0;
	private static final long LARGEST_LOG = 0xFFFF_FFFFL;

	private final ObjectOrder order;
	private final Map<CosemObject, Optional<ProfileRow>> known = new ConcurrentHashMap<>();

	ProfilePlanner(ObjectOrder order) {
		this.order = order;
	}

	/** Plans the rows of a profile, without a place yet; nothing: it is none, or the firmware keeps its buffer, or a column has no longest value. */
	Optional<ProfileRow> of(CosemObject object) {
		if (CosemObjects.classId(object) != PROFILE_GENERIC) {
			return Optional.empty();
		}
		return known.computeIfAbsent(object, this::plan);
	}

	private Optional<ProfileRow> plan(CosemObject profile) {
		Optional<Storage> storage = CosemObjects.attribute(profile, BUFFER).map(Attribute::getStorage).filter(each -> each == Storage.RAM || each == Storage.NVM);
		OptionalLong entries = entries(profile);
		Optional<Descriptor.References> columns = CosemObjects.attribute(profile, CAPTURE_OBJECTS).filter(attribute -> attribute.getStorage() == Storage.ROM)
				.flatMap(CosemObjects::value).flatMap(value -> new ReferenceDecoder(order, order.device(profile)).of("", value));
		Optional<List<NvmMap.Member>> members = columns.flatMap(this::members);
		if (storage.isEmpty() || entries.isEmpty() || members.isEmpty()) {
			return Optional.empty();
		}
		NativeForm row = new NativeForm.Parts(leaves(members.get()));
		int octets = NativeForm.align(Math.max(1, row.size()), 4);
		return octets > LONGEST_ROW ? Optional.empty()
				: Optional.of(new ProfileRow(order.tag(profile), profile, NativeForms.program(row), octets, members.get(), longestValue(columns.orElseThrow()), entries.getAsLong(), storage.get() == Storage.RAM, 0));
	}

	private static OptionalLong entries(CosemObject profile) {
		Optional<Value> value = CosemObjects.value(profile, PROFILE_ENTRIES);
		return value.isPresent() && value.get() instanceof Value.Int number && number.value().signum() > 0 ? OptionalLong.of(number.value().longValue()) : OptionalLong.empty();
	}

	private static List<NativeForm.Leaf> leaves(List<NvmMap.Member> columns) {
		List<NativeForm.Leaf> leaves = new ArrayList<>();
		leaves.add(new NativeForm.Head(DataTag.STRUCTURE, columns.size()));
		columns.forEach(column -> leaves.addAll(column.form().leaves()));
		return leaves;
	}

	private Optional<List<NvmMap.Member>> members(Descriptor.References columns) {
		if (columns.references().size() > MOST_COLUMNS) {
			return Optional.empty();
		}
		List<NvmMap.Member> members = new ArrayList<>();
		int at = 0;
		for (Descriptor.Reference column : columns.references()) {
			Optional<NativeForm> form = form(column);
			if (form.isEmpty()) {
				return Optional.empty();
			}
			members.add(member(column, form.get(), at));
			for (NativeForm.Leaf leaf : form.get().leaves()) {
				at = NativeForm.align(at, leaf.alignment()) + leaf.size();
			}
		}
		return Optional.of(members);
	}

	private NvmMap.Member member(Descriptor.Reference column, NativeForm form, int at) {
		CosemObject object = order.objects().get(column.object());
		Optional<Attribute> attribute = CosemObjects.attribute(object, column.attribute());
		String type = attribute.map(Attribute::getType).flatMap(whole -> part(whole, column.dataIndex())).map(TypeNotation::brief).orElse("octet-string(6)");
		String name = attribute.map(found -> found.getDefinition().getName()).orElse("logical_name");
		String part = column.dataIndex() == 0 ? "" : Text.of(" part %d", column.dataIndex());
		return new NvmMap.Member(Text.of("%s_a%d_p%d", order.tag(object), column.attribute(), column.dataIndex()), Text.of("%s.%s%s", ObjectRows.label(object), name, part), type, form, at,
				new Value.Null());
	}

	/** Returns the octets of the longest encoding of an attribute that is captured, whole or in part. */
	private int longestValue(Descriptor.References columns) {
		int longest = LOGICAL_NAME + 2;
		for (Descriptor.Reference column : columns.references()) {
			Optional<Attribute> attribute = CosemObjects.attribute(order.objects().get(column.object()), column.attribute());
			longest = Math.max(longest, attribute.map(ProfilePlanner::longest).orElse(0));
		}
		return longest;
	}

	private static int longest(Attribute attribute) {
		return (int) EncodedSize.maximum(attribute.getType(), attribute.getMaximumLength()).orElse(0);
	}

	private Optional<NativeForm> form(Descriptor.Reference column) {
		if (column.attribute() == 1) {
			return Optional.of(new NativeForm.Text("logical_name", DataTag.OCTET_STRING, LOGICAL_NAME, true)).map(text -> new NativeForm.Parts(List.of(text)));
		}
		Optional<Attribute> attribute = CosemObjects.attribute(order.objects().get(column.object()), column.attribute());
		if (attribute.isEmpty() || attribute.get().getType() == null || longest(attribute.get()) == 0 || longest(attribute.get()) > LONGEST_ROW) {
			return Optional.empty();
		}
		int longest = column.dataIndex() == 0 ? attribute.get().getMaximumLength() : 0;
		return part(attribute.get().getType(), column.dataIndex()).flatMap(type -> NativeForms.of(type, longest));
	}

	/** Returns the type of a part of a structure or array, from 1; 0 means the whole. */
	private static Optional<DataType> part(DataType type, int dataIndex) {
		if (dataIndex == 0) {
			return Optional.of(type);
		}
		return switch (type.bare()) {
			case DataType.StructureOf structure when dataIndex <= structure.fields().size() -> Optional.of(structure.fields().get(dataIndex - 1).type());
			case DataType.ArrayOf array -> Optional.of(array.element());
			default -> Optional.empty();
		};
	}

	/** Gives the buffers of all objects their places in the log memory. */
	static List<ProfileRow> place(List<LaidObject> objects) {
		List<ProfileRow> placed = new ArrayList<>();
		long at = 0;
		for (LaidObject object : objects) {
			for (Descriptor descriptor : object.descriptors()) {
				if (descriptor instanceof Descriptor.Buffer(ProfileRow row)) {
					placed.add(row.at(at));
					at = placed.getLast().end();
				}
			}
		}
		if (at > LARGEST_LOG) {
			throw new FirmwareException(Text.of("the buffers of the profiles need %d octets, more than tables can reach", at));
		}
		return List.copyOf(placed);
	}

	/** Makes the table of profiles; the pool must have been placed. */
	static Table table(TableLayout layout) {
		return new Table("profile", "mw_profile_t", layout.profiles().stream().map(row -> Table.Row.of(ObjectRows.label(row.profile()), Cell.row(row.base(), row.place()),
				Cell.of(row.entries()), Cell.of(layout.number(row.profile())), layout.constants().cell(row.program()), Cell.of(row.row()), Cell.of(row.isVolatile() ? 1 : 0))
				.named(row.rowName(), 1).about(row.profile())).toList());
	}
}
