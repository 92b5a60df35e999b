// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.meterwright.cosem.value.Value;

/**
 * What an object keeps in one memory: its attributes with their offsets, largest alignment first.
 *
 * @param members   attributes in the order of their offsets
 * @param size      octets, a multiple of the alignment
 * @param alignment octets
 */
public record ObjectStorage(List<Member> members, int size, int alignment) {

	private static final ObjectStorage NOTHING = new ObjectStorage(List.of(), 0, 1);
	private static final Comparator<Member> LARGEST_ALIGNMENT_FIRST = (one, other) -> Integer.compare(other.form().alignment(), one.form().alignment());

	/** An attribute in storage. */
	public record Member(int attribute, String name, NativeForm form, int offset, Value value) {
	}

	/** The storage without first values: objects whose storage is equal in this sense share a C type. */
	public record Shape(List<Field> fields, int size, int alignment) {
		/** Returns what tells the shape from others of a class: a name for a single number, digits for anything else. */
		public String suffix() {
			if (fields.size() == 1 && fields.getFirst().form() instanceof NativeForm.Scalar scalar) {
				return Text.of("_%s_%s", fields.getFirst().name(), scalar.tag().name().toLowerCase(Locale.ROOT));
			}
			return Text.of("_%s", ContentNames.digits(Text.of("%s %d %d", fields, size, alignment)));
		}
	}

	/** A field of a C type. */
	public record Field(String name, NativeForm form, int offset) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Field field && offset == field.offset && name.equals(field.name) && form.equals(field.form);
		}

		@Override
		public int hashCode() {
			return (name.hashCode() * 31 + form.hashCode()) * 31 + offset;
		}
	}

	/** Copies the members. */
	public ObjectStorage {
		members = List.copyOf(members);
	}

	/** Lays out members that have no offset yet. */
	static ObjectStorage of(List<Member> wanted) {
		if (wanted.isEmpty()) {
			return NOTHING;
		}
		List<Member> placed = new ArrayList<>();
		int at = 0;
		int alignment = 1;
		for (Member member : sorted(wanted)) {
			at = NativeForm.align(at, member.form().alignment());
			placed.add(new Member(member.attribute(), member.name(), member.form(), at, member.value()));
			at += member.form().size();
			alignment = Math.max(alignment, member.form().alignment());
		}
		return new ObjectStorage(placed, NativeForm.align(at, alignment), alignment);
	}

	private static List<Member> sorted(List<Member> members) {
		return members.size() == 1 ? members : members.stream().sorted(LARGEST_ALIGNMENT_FIRST).toList();
	}

	/** Tells whether nothing is stored. */
	public boolean isEmpty() {
		return members.isEmpty();
	}

	/** Returns the storage without first values. */
	public Shape shape() {
		return new Shape(members.stream().map(member -> new Field(member.name(), member.form(), member.offset())).toList(), size, alignment);
	}

	/** Tells whether another storage has the same shape. */
	public boolean isShapedLike(ObjectStorage other) {
		if (size != other.size || alignment != other.alignment || members.size() != other.members.size()) {
			return false;
		}
		for (int i = 0; i < members.size(); i++) {
			Member one = members.get(i);
			Member two = other.members.get(i);
			if (one.offset() != two.offset() || !one.name().equals(two.name()) || !one.form().equals(two.form())) {
				return false;
			}
		}
		return true;
	}

	/** Finds the offset of an attribute. */
	int offset(int attribute) {
		return members.stream().filter(member -> member.attribute() == attribute).mapToInt(Member::offset).findFirst().orElseThrow();
	}
}
