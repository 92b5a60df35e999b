// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

/** class_id of the interface classes that rules know (IEC 62056-6-2). */
final class ClassIds {
	static final int REGISTER = 3;
	static final int EXTENDED_REGISTER = 4;
	static final int DEMAND_REGISTER = 5;
	static final int PROFILE_GENERIC = 7;
	static final int CLOCK = 8;
	static final int SCRIPT_TABLE = 9;
	static final int SCHEDULE = 10;
	static final int SPECIAL_DAYS_TABLE = 11;
	static final int ASSOCIATION_SN = 12;
	static final int ASSOCIATION_LN = 15;
	static final int ACTIVITY_CALENDAR = 20;
	static final int REGISTER_MONITOR = 21;
	static final int SINGLE_ACTION_SCHEDULE = 22;
	static final int PUSH_SETUP = 40;
	static final int COMPACT_DATA = 62;
	static final int SECURITY_SETUP = 64;
	static final int DISCONNECT_CONTROL = 70;
	static final int LIMITER = 71;
	static final int ACCOUNT = 111;
	static final int CREDIT = 112;
	static final int CHARGE = 113;

	private ClassIds() {
	}
}
