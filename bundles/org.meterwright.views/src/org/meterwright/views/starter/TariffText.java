// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tariff: the rate in force, the scripts that change it, and the calendar that runs them. */
final class TariffText {
	private final MeterPlan plan;

	TariffText(MeterPlan plan) {
		this.plan = plan;
	}

	String text() {
		return """
				// ---- the tariff in force, and the calendar that changes it: rate 2 by day, rate 1 at night and on Sundays
				activeRate: Data 0-0:96.14.0*255 { value: unsigned = 1 in nvm }
				tariffScripts: ScriptTable 0-0:10.0.100*255 {
				%s}
				%s""".formatted(scripts(), CALENDAR);
	}

	private String scripts() {
		return IntStream.rangeClosed(1, plan.rates()).mapToObj(rate -> "script rate%d = %d { set activeRate.value = %d }\n".formatted(rate, rate, rate)).collect(Collectors.joining());
	}

	/** Returns the types that the calendar is made of, bounded, because tables have a size. */
	static String types(MeterPlan plan) {
		return plan.hasTariff() ? TYPES : "";
	}

	private static final String CALENDAR = """
			tariffCalendar: ActivityCalendar 0-0:13.0.0*255 {
			  calendar_name_active: octet-string(0..8) = "DAY" in nvm
			  season_profile_active: array[1..4] of season = [{ season_profile_name: "ALL", season_start: *-01-01 00:00:00, week_name: "W1" }] in nvm
			  week_profile_table_active: array[1..4] of week_profile = [
			    { week_profile_name: "W1", monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 1, sunday: 2 }
			  ] in nvm
			  day_profile_table_active: array[1..8] of day_profile = [
			    {
			      day_id: 1,
			      day_schedule: [
			        { start_time: 06:00:00, script_logical_name: tariffScripts, script_selector: 2 },
			        { start_time: 22:00:00, script_logical_name: tariffScripts, script_selector: 1 }
			      ]
			    },
			    { day_id: 2, day_schedule: [{ start_time: 00:00:00, script_logical_name: tariffScripts, script_selector: 1 }] }
			  ] in nvm
			  calendar_name_passive: octet-string(0..8) = "" in nvm
			  season_profile_passive: array[0..4] of season = [] in nvm
			  week_profile_table_passive: array[0..4] of week_profile = [] in nvm
			  day_profile_table_passive: array[0..8] of day_profile = [] in nvm
			  activate_passive_calendar_time = hex"FFFFFFFF FFFFFFFF FFFFFFFF" in nvm
			}
			""";

	private static final String TYPES = """
			type season = structure { season_profile_name: octet-string(0..8), season_start: octet_date_time, week_name: octet-string(0..4) }
			type week_profile = structure {
			  week_profile_name: octet-string(0..4), monday: unsigned, tuesday: unsigned, wednesday: unsigned,
			  thursday: unsigned, friday: unsigned, saturday: unsigned, sunday: unsigned
			}
			type day_action = structure { start_time: octet_time, script_logical_name: octet-string(6), script_selector: long-unsigned }
			type day_profile = structure { day_id: unsigned, day_schedule: array[1..16] of day_action }
			""";
}
