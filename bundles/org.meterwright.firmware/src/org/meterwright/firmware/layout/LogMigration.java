// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How the buffers of an older model's profiles become those of a newer one. A buffer's rows are kept when every column of today was captured before, in a type
 * whose values can be converted; else it begins empty.
 *
 * @param id      number of the older log memory's layout
 * @param longest octets of the older model's longest row
 * @param buffers what becomes of each buffer, newer ones first
 */
public record LogMigration(long id, int longest, List<Buffer> buffers) {

	/** What becomes of a buffer. */
	public enum What {
		/** Its rows are moved. */
		KEPT,
		/** A column is new or has another type altogether: it begins empty. */
		CLEARED,
		/** Was not there. */
		NEW,
		/** Is not there any more. */
		GONE
	}

	/**
	 * What becomes of a buffer.
	 *
	 * @param what   what
	 * @param before the older profile; empty: there was none
	 * @param row    the newer profile, or the older one that is gone
	 * @param number the newer profile's row in the table
	 * @param moves  the steps for a row
	 * @param column the column for which the rows are not kept, or nothing
	 */
	public record Buffer(What what, Optional<ProfileRow> before, ProfileRow row, int number, List<Migration.Move> moves, String column) {
		/** Copies the list. */
		public Buffer {
			moves = List.copyOf(moves);
		}
	}

	/** Copies the list. */
	public LogMigration {
		buffers = List.copyOf(buffers);
	}

	/** Returns a number for the layout of a log memory: another one when a buffer lies elsewhere or its rows are otherwise. */
	public static long id(List<ProfileRow> profiles) {
		CRC32 sum = new CRC32();
		profiles.forEach(row -> sum.update(Text.of("%s %d %d %d %s %s\n", row.name(), row.base(), row.entries(), row.row(), row.program(),
				row.columns().stream().map(NvmMap.Member::key).toList()).getBytes(StandardCharsets.UTF_8)));
		return sum.getValue();
	}

	/** Compares two lists of profiles. */
	public static LogMigration between(List<ProfileRow> before, List<ProfileRow> now) {
		Map<String, ProfileRow> old = new HashMap<>();
		before.forEach(row -> old.put(row.name(), row));
		List<Buffer> buffers = new ArrayList<>();
		for (int i = 0; i < now.size(); i++) {
			buffers.add(buffer(Optional.ofNullable(old.remove(now.get(i).name())), now.get(i), i));
		}
		before.stream().filter(row -> old.containsKey(row.name())).forEach(row -> buffers.add(new Buffer(What.GONE, Optional.of(row), row, 0, List.of(), "")));
		return new LogMigration(id(before), before.stream().mapToInt(ProfileRow::row).max().orElse(1), buffers);
	}

	private static Buffer buffer(Optional<ProfileRow> before, ProfileRow now, int number) {
		if (before.isEmpty()) {
			return new Buffer(What.NEW, before, now, number, List.of(), "");
		}
		List<Migration.Move> moves = new ArrayList<>();
		for (NvmMap.Member column : now.columns()) {
			Optional<NvmMap.Member> old = before.get().columns().stream().filter(each -> each.key().equals(column.key())).findFirst();
			List<Migration.Move> steps = old.map(each -> Migration.moves(each, column)).orElse(List.of());
			if (old.isEmpty() || steps.isEmpty() && !old.get().form().leaves().equals(column.form().leaves())) {
				return new Buffer(What.CLEARED, before, now, number, List.of(), column.name());
			}
			moves.addAll(steps);
		}
		return new Buffer(now.isVolatile() ? What.CLEARED : What.KEPT, before, now, number, now.isVolatile() ? List.of() : moves, "");
	}
}
