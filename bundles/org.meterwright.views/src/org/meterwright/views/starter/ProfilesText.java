// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

/** What is recorded: profiles, the billing log, the event log. */
final class ProfilesText {
	private final MeterPlan plan;

	ProfilesText(MeterPlan plan) {
		this.plan = plan;
	}

	String text() {
		String text = profile(Part.LOAD_PROFILE, "loadProfile", "1-0:99.1.0*255", "importTotal.value, exportTotal.value", "capture_period = 15 min in nvm range 300..3600\nsort_method = fifo", "2976 // a month")
				+ profile(Part.DAILY_PROFILE, "dailyProfile", "1-0:99.2.0*255", "importTotal.value, exportTotal.value%s".formatted(rates()), "capture_period = 1 d\nsort_method = fifo", "62")
				+ profile(Part.BILLING, "billingLog", "0-0:98.1.0*255", "importTotal.value, exportTotal.value%s".formatted(rates()), "sort_method = lifo", "13") + eventLog();
		return text.isEmpty() ? "" : "// ---- what is recorded\n%s".formatted(text);
	}

	private String rates() {
		return plan.hasTariff() ? ", importRate[*].value" : "";
	}

	private String profile(Part part, String name, String logicalName, String columns, String order, String entries) {
		return plan.has(part) ? """
				%s: ProfileGeneric version 1 %s {
				  capture clock.time, %s
				  %s
				  profile_entries = %s
				  buffer: in nvm
				}
				""".formatted(name, logicalName, columns, order, entries) : "";
	}

	private String eventLog() {
		return plan.has(Part.EVENT_LOG) ? """
				/** Code of the event that is being logged: no client sees it. */
				internal eventCode: Data 0-0:96.11.0*255 { value: unsigned in ram }
				eventLog: ProfileGeneric version 1 0-0:99.98.0*255 {
				  capture clock.time, eventCode.value
				  sort_method = fifo
				  profile_entries = 100
				  buffer: in nvm
				}
				""" : "";
	}
}
