// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

/** What an attribute of a standard class is for, where a change of its value means more than another value. */
enum AttributeRole {
	PLAIN(ChangeKind.VALUE), SCALER_UNIT(ChangeKind.SCALER_UNIT), COLUMNS(ChangeKind.COLUMN_ADDED), CAPTURE_PERIOD(ChangeKind.CAPTURE_PERIOD),
	SORTING(ChangeKind.SORTING), PROFILE_SIZE(ChangeKind.PROFILE_LONGER), PUSH_CONTENT(ChangeKind.PUSH_ITEM_ADDED), PUSH_DESTINATION(ChangeKind.PUSH_DESTINATION),
	PUSH_TIMING(ChangeKind.PUSH_TIMING), PUSH_PROTECTION(ChangeKind.PUSH_PROTECTION), SCRIPTS(ChangeKind.SCRIPT_CHANGED), SCHEDULE(ChangeKind.SCHEDULE),
	THRESHOLD(ChangeKind.THRESHOLD), SUITE(ChangeKind.SECURITY_SUITE), POLICY(ChangeKind.SECURITY_POLICY), ASSOCIATION(ChangeKind.VALUE);

	private final ChangeKind kind;

	AttributeRole(ChangeKind kind) {
		this.kind = kind;
	}

	/** Returns the kind of a change of the whole value. */
	ChangeKind kind() {
		return kind;
	}

	/** Tells whether the meter acts otherwise when it changes, even where no client sees the object. */
	boolean isFelt() {
		return this == SCHEDULE || this == THRESHOLD;
	}

	/** Returns the role of an attribute (IEC 62056-6-2, the class of that id). */
	static AttributeRole of(int classId, int index, String name) {
		if (name.equals("scaler_unit")) {
			return SCALER_UNIT;
		}
		return switch (classId) {
			case 7 -> profile(index);
			case 9 -> index == 2 ? SCRIPTS : PLAIN;
			case 10, 11, 20, 22 -> index > 1 ? SCHEDULE : PLAIN;
			case 15 -> index >= 2 && index <= 6 || index == 9 ? ASSOCIATION : PLAIN;
			case 21, 71 -> index > 1 ? THRESHOLD : PLAIN;
			case 40 -> push(index);
			case 62 -> index == 3 ? COLUMNS : PLAIN;
			case 64 -> switch (index) {
				case 2 -> POLICY;
				case 3 -> SUITE;
				default -> PLAIN;
			};
			default -> PLAIN;
		};
	}

	private static AttributeRole profile(int index) {
		return switch (index) {
			case 3 -> COLUMNS;
			case 4 -> CAPTURE_PERIOD;
			case 5, 6 -> SORTING;
			case 8 -> PROFILE_SIZE;
			default -> PLAIN;
		};
	}

	private static AttributeRole push(int index) {
		return switch (index) {
			case 2 -> PUSH_CONTENT;
			case 3, 8, 9 -> PUSH_DESTINATION;
			case 4, 5, 6, 7, 11, 12 -> PUSH_TIMING;
			case 10 -> PUSH_PROTECTION;
			default -> PLAIN;
		};
	}
}
