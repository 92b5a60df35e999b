// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on Profile generic (class 7) and Compact data (class 62). */
public final class ProfileRules implements RuleArea {
	/** Sorted by what is not captured. */
	public static final String SORT_OBJECT = "MW-PROF-001";
	/** Captures its own buffer. */
	public static final String OWN_BUFFER = "MW-PROF-002";
	/** Captures nothing. */
	public static final String NO_COLUMN = "MW-PROF-003";
	/** Nothing captures it. */
	public static final String NO_CAPTURE = "MW-PROF-004";
	/** More entries in use than there is room. */
	public static final String TOO_FULL = "MW-PROF-005";
	/** Captures something twice. */
	public static final String DUPLICATE_COLUMN = "MW-PROF-006";
	/** Buffer in RAM. */
	public static final String VOLATILE_BUFFER = "MW-PROF-007";
	/** Capture period that drifts through the day. */
	public static final String ODD_PERIOD = "MW-PROF-008";

	private static final int BUFFER = 2;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int CAPTURE_PERIOD = 4;
	private static final int SORT_METHOD = 5;
	private static final int SORT_OBJECT_INDEX = 6;
	private static final int ENTRIES_IN_USE = 7;
	private static final int PROFILE_ENTRIES = 8;
	private static final int LIFO = 2;
	private static final int CAPTURE_METHOD = 2;
	private static final long DAY = 86_400;

	/** Rows without a time. */
	public static final String NO_TIME = "MW-PROF-009";
	/** Buffer in a row. */
	public static final String BUFFER_IN_ROW = "MW-PROF-010";
	/** Capture that wears the flash. */
	public static final String FAST_CAPTURE = "MW-STORE-011";

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.PROFILE_GENERIC, NO_TIME, this::noTime);
		book.on(CosemObject.class, BUFFER_IN_ROW, this::bufferInRow);
		book.onClass(ClassIds.PROFILE_GENERIC, FAST_CAPTURE, this::fastCapture);
		book.onClass(ClassIds.PROFILE_GENERIC, SORT_OBJECT, this::sortObject);
		book.on(CosemObject.class, OWN_BUFFER, this::ownBuffer);
		book.on(CosemObject.class, NO_COLUMN, this::noColumn);
		book.onClass(ClassIds.PROFILE_GENERIC, NO_CAPTURE, this::noCapture);
		book.onClass(ClassIds.PROFILE_GENERIC, TOO_FULL, this::tooFull);
		book.on(CosemObject.class, DUPLICATE_COLUMN, this::duplicateColumn);
		book.onClass(ClassIds.PROFILE_GENERIC, VOLATILE_BUFFER, this::volatileBuffer);
		book.onClass(ClassIds.PROFILE_GENERIC, ODD_PERIOD, this::oddPeriod);
	}

	private static boolean captures(CosemObject object) {
		return Facts.is(object, ClassIds.PROFILE_GENERIC) || Facts.is(object, ClassIds.COMPACT_DATA);
	}

	private static List<Reference> columns(CosemObject object, Facts facts) {
		return captures(object) ? Facts.attribute(object, CAPTURE_OBJECTS).map(facts::references).orElse(List.of()) : List.of();
	}

	private void sortObject(CosemObject profile, Facts facts, Report report) {
		boolean sorted = Facts.number(profile, SORT_METHOD).filter(method -> method > LIFO).isPresent();
		List<Reference> columns = columns(profile, facts);
		if (!sorted || columns.isEmpty()) {
			return;
		}
		List<Reference> object = Facts.attribute(profile, SORT_OBJECT_INDEX).map(facts::references).orElse(List.of());
		if (object.isEmpty()) {
			report.on(profile, SORT_METHOD, "%s is sorted by a value, but sort_object names none".formatted(Facts.label(profile)));
		} else if (columns.stream().noneMatch(column -> same(column, object.get(0)))) {
			report.on(profile, SORT_OBJECT_INDEX, "%s is sorted by %s, which it does not capture".formatted(Facts.label(profile),
					object.get(0).logicalName()));
		}
	}

	private static boolean same(Reference one, Reference other) {
		return one.classId() == other.classId() && one.logicalName().equals(other.logicalName()) && one.member() == other.member();
	}

	private void ownBuffer(CosemObject profile, Facts facts, Report report) {
		for (Reference column : columns(profile, facts)) {
			boolean own = column.classId() == Facts.classId(profile) && column.logicalName().equals(profile.getLogicalName());
			if (own && (column.member() == BUFFER || column.member() == 0)) {
				report.on(profile, CAPTURE_OBJECTS, "%s captures its own buffer".formatted(Facts.label(profile)), Proposals.attribute(profile, column.member()));
			}
		}
	}

	private void noColumn(CosemObject profile, Facts facts, Report report) {
		boolean stated = captures(profile) && Facts.value(profile, CAPTURE_OBJECTS).isPresent();
		if (stated && Facts.elements(profile, CAPTURE_OBJECTS).isEmpty()) {
			report.on(profile, CAPTURE_OBJECTS, "%s captures nothing".formatted(Facts.label(profile)), Proposals.first(profile, ClassIds.CLOCK));
		}
	}

	private void noCapture(CosemObject profile, Facts facts, Report report) {
		boolean periodic = Facts.number(profile, CAPTURE_PERIOD).filter(period -> period > 0).isPresent();
		boolean known = !columns(profile, facts).isEmpty();
		if (known && !periodic && !isFirmwares(profile) && !Uses.of(facts).calls(profile, CAPTURE_METHOD)) {
			report.on(profile, CAPTURE_PERIOD, "nothing ever captures into %s: no period, reaction, script or client does".formatted(
					Facts.label(profile)));
		}
	}

	private static boolean isFirmwares(CosemObject profile) {
		return storage(profile).filter(storage -> storage == Storage.CALL).isPresent();
	}

	private static Optional<Storage> storage(CosemObject profile) {
		return Facts.attribute(profile, BUFFER).map(Attribute::getStorage);
	}

	private void tooFull(CosemObject profile, Facts facts, Report report) {
		long used = Facts.number(profile, ENTRIES_IN_USE).orElse(0L);
		Optional<Long> room = Facts.number(profile, PROFILE_ENTRIES);
		if (room.isPresent() && used > room.get()) {
			report.on(profile, ENTRIES_IN_USE, "%s begins with %d entries in use and has room for %d".formatted(Facts.label(profile), used,
					room.get()));
		}
	}

	private void duplicateColumn(CosemObject profile, Facts facts, Report report) {
		Set<String> seen = new HashSet<>();
		for (Reference column : columns(profile, facts)) {
			String key = "%d %s %d %d".formatted(column.classId(), column.logicalName(), column.member(), column.dataIndex());
			if (!seen.add(key)) {
				report.on(profile, CAPTURE_OBJECTS, "%s captures attribute %d of %s twice".formatted(Facts.label(profile), column.member(),
						column.logicalName()), Proposals.column(column, facts));
			}
		}
	}

	private void volatileBuffer(CosemObject profile, Facts facts, Report report) {
		if (!columns(profile, facts).isEmpty() && storage(profile).filter(storage -> storage == Storage.RAM).isPresent()) {
			report.on(profile, BUFFER, "the buffer of %s is in ram and lost when the supply fails".formatted(Facts.label(profile)));
		}
	}

	private void oddPeriod(CosemObject profile, Facts facts, Report report) {
		long period = Facts.number(profile, CAPTURE_PERIOD).orElse(0L);
		if (period > 0 && DAY % period != 0 && period % DAY != 0) {
			report.on(profile, CAPTURE_PERIOD, "a capture period of %d s does not divide a day: rows drift against the clock".formatted(period));
		}
	}

	/** A column of Data may hold a time of the maker's own, so only rows of measured values alone are reported. */
	private void noTime(CosemObject profile, Facts facts, Report report) {
		boolean periodic = Facts.number(profile, CAPTURE_PERIOD).filter(period -> period > 0).isPresent();
		List<Reference> columns = columns(profile, facts);
		if (periodic && !columns.isEmpty() && columns.stream().noneMatch(column -> column.classId() == ClassIds.CLOCK || column.classId() == 1)) {
			report.on(profile, CAPTURE_OBJECTS, "the rows of %s have no time, so that nobody can select them by time".formatted(Facts.label(profile)), Proposals.first(profile, ClassIds.CLOCK));
		}
	}

	private void bufferInRow(CosemObject profile, Facts facts, Report report) {
		columns(profile, facts).stream().filter(column -> column.classId() == ClassIds.PROFILE_GENERIC && column.member() == BUFFER && column.dataIndex() == 0)
				.filter(column -> !column.logicalName().equals(profile.getLogicalName())).findFirst()
				.ifPresent(column -> report.on(profile, CAPTURE_OBJECTS, "%s captures the whole buffer of %s into each row".formatted(Facts.label(profile), column.logicalName()),
						Proposals.column(column, facts)));
	}

	private void fastCapture(CosemObject profile, Facts facts, Report report) {
		long period = Facts.number(profile, CAPTURE_PERIOD).orElse(0L);
		if (period > 0 && period < 60 && storage(profile).filter(storage -> storage == Storage.NVM).isPresent()) {
			report.on(profile, CAPTURE_PERIOD, "%s writes a row every %d s: %d writes a day wear the non-volatile memory".formatted(Facts.label(profile), period, DAY / period));
		}
	}
}
