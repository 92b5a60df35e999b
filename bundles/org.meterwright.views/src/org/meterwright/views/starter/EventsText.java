// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.ArrayList;
import java.util.List;

/** What happens, and what follows. */
final class EventsText {
	private final MeterPlan plan;

	EventsText(MeterPlan plan) {
		this.plan = plan;
	}

	String text() {
		String text = "%s%s%s%s%s".formatted(logged(), cover(), quality(), limit(), billing());
		return text.isEmpty() ? "" : "// ---- what happens, and what follows\n%s".formatted(text);
	}

	private boolean logs() {
		return plan.has(Part.EVENT_LOG);
	}

	private String logged() {
		return logs() ? """
				event powerDown code 1 from firmware "Power lost"
				event powerUp code 2 from firmware "Power back"
				event clockSet code 5 from firmware "Clock set by more than a minute"
				on powerDown, powerUp, clockSet { log eventLog }
				""" : "";
	}

	private String cover() {
		if (!logs() && !plan.has(Part.PUSH)) {
			return "";
		}
		List<String> follows = new ArrayList<>();
		if (logs()) {
			follows.add("log eventLog");
		}
		if (plan.has(Part.PUSH)) {
			follows.add("alert coverOpened");
		}
		String event = "event coverRemoved code 44 from firmware \"Meter cover removed\"\n";
		return "%s%son coverRemoved {\n%s\n}\n".formatted(event, alert(), String.join("\n", follows));
	}

	private String alert() {
		return plan.has(Part.PUSH) ? """
				push alarms 0-4:25.9.0*255 to headEnd over tcp "[fd00::1]:4059" {
				  send deviceName.value, clock.time
				  retry 3 after 60 s
				  protect authenticated, encrypted by headEndKeys
				}
				alert coverOpened 0x0001 critical always "Meter cover opened" {
				  to HeadEnd
				  %svia alarms
				}
				""".formatted(logs() ? "log eventLog\n  " : "") : "";
	}

	private String quality() {
		String follows = logs() ? "on voltageLow { log eventLog with 76 }\non voltageHigh { log eventLog with 79 }\n" : "";
		return plan.has(Part.QUALITY) && logs() ? """
				event voltageLow[p in phase] from meter "Voltage below 207 V"
				event voltageHigh[p in phase] from meter "Voltage above 253 V"
				when voltage[p].value < 207 V until 210 V as voltageLowMonitor[p in phase] 0-0:16.0.{p}*255 { raise voltageLow[p] }
				when voltage[p].value > 253 V until 250 V as voltageHighMonitor[p in phase] 0-0:16.1.{p}*255 { raise voltageHigh[p] }
				%s""".formatted(follows) : "";
	}

	private String limit() {
		return plan.has(Part.DISCONNECTOR) ? """
				when importPower.value > 9200 W for 300 s until 9200 W for 60 s as powerLimit 0-0:17.0.0*255 {
				  run breakerScripts.open
				} return { run breakerScripts.ready }
				""" : "";
	}

	private String billing() {
		if (!plan.has(Part.BILLING)) {
			return "";
		}
		String push = plan.has(Part.PUSH) ? """
				push billing 0-1:25.9.0*255 to headEnd over tcp "[fd00::1]:4059" {
				  send deviceName.value, newest billingLog.buffer
				  window *-*-* 00:00:00..*-*-* 06:00:00
				  randomise 1800 s
				  retry 3 after 600 s
				  protect authenticated, encrypted by headEndKeys
				}
				""" : "";
		return "%severy *-*-01 00:00:00 as billingPeriod 0-0:15.0.0*255 {\ncapture billingLog\n%s}\n".formatted(push, plan.has(Part.PUSH) ? "push billing\n" : "");
	}
}
