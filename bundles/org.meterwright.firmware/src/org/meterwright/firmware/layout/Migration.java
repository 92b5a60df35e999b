// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.value.DataTag;

/**
 * How NVM of an older model becomes that of a newer one.
 *
 * @param before  the older NVM
 * @param now     the newer NVM
 * @param members what becomes of each member, newer ones first
 */
public record Migration(NvmMap before, NvmMap now, List<Fate> members) {
	/** Kinds of a move, as in mw_nvm.h. */
	private static final int OCTETS = 1;
	private static final int NUMBER = 2;
	private static final int STRING = 3;
	private static final int BITS = 4;

	/** What becomes of a member: moved, converted, new, or gone. */
	public enum What {
		/** Has its octets in both. */
		MOVED,
		/** Has another type that can hold many of its values. */
		CONVERTED,
		/** Has another type altogether, and its first value. */
		CHANGED,
		/** Was not there. */
		NEW,
		/** Is not there any more. */
		GONE
	}

	/** A step of the C function. */
	public record Move(int from, int to, int fromSize, int toSize, int kind, int fromForm, int toForm) {
	}

	/** What becomes of a member; the member of the newer NVM, or of the older when it is gone. */
	public record Fate(What what, NvmMap.Member member, String typeBefore, List<Move> moves) {
	}

	/** Copies the list. */
	public Migration {
		members = List.copyOf(members);
	}

	/** Compares two layouts. */
	public static Migration between(NvmMap before, NvmMap now) {
		Map<String, NvmMap.Member> old = new HashMap<>();
		before.members().forEach(member -> old.put(member.key(), member));
		List<Fate> fates = new ArrayList<>();
		now.members().forEach(member -> fates.add(fate(Optional.ofNullable(old.remove(member.key())), member)));
		before.members().stream().filter(member -> old.containsKey(member.key())).forEach(member -> fates.add(new Fate(What.GONE, member, member.type(), List.of())));
		return new Migration(before, now, fates);
	}

	private static Fate fate(Optional<NvmMap.Member> found, NvmMap.Member member) {
		if (found.isEmpty()) {
			return new Fate(What.NEW, member, "", List.of());
		}
		NvmMap.Member old = found.get();
		if (old.form().leaves().equals(member.form().leaves()) && sameContent(old, member)) {
			Move move = new Move(old.offset(), member.offset(), old.form().size(), member.form().size(), OCTETS, 0, 0);
			return new Fate(What.MOVED, member, old.type(), List.of(move));
		}
		List<Move> moves = moves(old, member);
		return new Fate(moves.isEmpty() ? What.CHANGED : What.CONVERTED, member, old.type(), moves);
	}

	/** Tells whether stored octets mean the same: their types must be equal but for sizes. */
	private static boolean sameContent(NvmMap.Member old, NvmMap.Member member) {
		boolean stored = member.form().leaves().stream().anyMatch(NativeForm.Stored.class::isInstance);
		return !stored || withoutSizes(old.type()).equals(withoutSizes(member.type()));
	}

	private static String withoutSizes(String type) {
		return type.replaceAll("[\\[(][0-9.]*[\\])]", "");
	}

	/** Converts leaf by leaf; empty: not possible. */
	static List<Move> moves(NvmMap.Member old, NvmMap.Member member) {
		List<NativeForm.Leaf> from = old.form().leaves();
		List<NativeForm.Leaf> to = member.form().leaves();
		if (from.size() != to.size() || !sameContent(old, member)) {
			return List.of();
		}
		List<Move> moves = new ArrayList<>();
		int fromAt = old.offset();
		int toAt = member.offset();
		for (int i = 0; i < to.size(); i++) {
			fromAt = NativeForm.align(fromAt, from.get(i).alignment());
			toAt = NativeForm.align(toAt, to.get(i).alignment());
			Optional<Move> move = move(from.get(i), fromAt, to.get(i), toAt);
			if (move.isEmpty()) {
				return List.of();
			}
			moves.add(move.get());
			fromAt += from.get(i).size();
			toAt += to.get(i).size();
		}
		moves.removeIf(move -> move.toSize() == 0);
		return moves;
	}

	private static Optional<Move> move(NativeForm.Leaf from, int fromAt, NativeForm.Leaf to, int toAt) {
		if (from.equals(to)) {
			return Optional.of(new Move(fromAt, toAt, from.size(), to.size(), OCTETS, 0, 0));
		}
		if (from instanceof NativeForm.Scalar one && to instanceof NativeForm.Scalar other && isInteger(one.tag()) && isInteger(other.tag())) {
			return Optional.of(new Move(fromAt, toAt, one.size(), other.size(), NUMBER, one.tag().signed() ? 1 : 0, other.tag().signed() ? 1 : 0));
		}
		if (from instanceof NativeForm.Text one && to instanceof NativeForm.Text other && one.tag() == other.tag()) {
			return Optional.of(new Move(fromAt, toAt, one.length(), other.length(), one.tag() == DataTag.BIT_STRING ? BITS : STRING, one.prefix(), other.prefix()));
		}
		if (from instanceof NativeForm.Stored one && to instanceof NativeForm.Stored other) {
			return Optional.of(new Move(fromAt, toAt, one.longest(), other.longest(), STRING, 2, 2));
		}
		return Optional.empty();
	}

	private static boolean isInteger(DataTag tag) {
		return switch (tag) {
			case INTEGER, LONG, DOUBLE_LONG, LONG64, UNSIGNED, LONG_UNSIGNED, DOUBLE_LONG_UNSIGNED, LONG64_UNSIGNED, ENUM -> true;
			default -> false;
		};
	}
}
