// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.Set;
import java.util.stream.Collectors;

/** What a meter has beside what its companion speaks of: identity, energy, profiles, and who reads where the companion does not say. */
final class OwnParts {
	private static final int ASSOCIATION_C = 40;
	private static final int KEYS_C = 43;
	private static final int MINUTES_OF_A_MONTH = 31 * 24 * 60;

	private final CompanionPlan plan;
	private final ConformingMeter meter;
	private final Set<Part> parts;

	OwnParts(CompanionPlan plan, ConformingMeter meter) {
		this.plan = plan;
		this.meter = meter;
		Set<Part> open = meter.offer().parts();
		parts = plan.parts().stream().filter(open::contains).collect(Collectors.toSet());
	}

	String objects() {
		return identity() + energy() + quality() + profiles();
	}

	private String identity() {
		if (meter.isClosed()) {
			return "";
		}
		return absent("0-0:42.0.0*255", "%s: Data 0-0:42.0.0*255 { value: octet-string(16) in call logicalDeviceName }\n".formatted(meter.free("deviceName")))
				+ absent("0-0:41.0.0*255", "%s: SAPAssignment 0-0:41.0.0*255 { SAP_assignment_list = [{ SAP: 1, logical_device_name: \"%s{serial}\" }] }\n"
						.formatted(meter.free("deviceList"), plan.manufacturer()))
				+ (records() ? absent("0-0:1.0.0*255", "%s: Clock 0-0:1.0.0*255 {\n time: in call clockTime\n status: in call clockStatus\n}\n".formatted(clock())) : "");
	}

	private String absent(String place, String text) {
		return meter.object(place).isPresent() ? "" : text;
	}

	private boolean records() {
		return parts.contains(Part.LOAD_PROFILE) || parts.contains(Part.DAILY_PROFILE) || parts.contains(Part.BILLING);
	}

	private String clock() {
		return meter.object("0-0:1.0.0*255").orElseGet(() -> meter.free("clock"));
	}

	private String register(String place, String name) {
		return meter.register(place).orElseGet(() -> meter.free(name));
	}

	private String energy() {
		return records() ? counted("1-0:1.8.0*255", "importTotal") + counted("1-0:2.8.0*255", "exportTotal") : "";
	}

	private String counted(String place, String name) {
		return absent(place, "%s: Register %s {\n value: double-long-unsigned in nvm\n scaler_unit = 10^0 Wh\n}\n".formatted(meter.free(name), place));
	}

	private String quality() {
		return parts.contains(Part.QUALITY) ? """
				%1$s[p in %3$s]: Register 1-0:{p}.7.0*255 {
				  value: long-unsigned in ram
				  scaler_unit = 10^-1 V
				}
				%2$s[p in %3$s]: Register 1-0:{p-1}.7.0*255 {
				  value: long-unsigned in ram
				  scaler_unit = 10^-2 A
				}
				""".formatted(meter.free("voltage"), meter.free("current"), meter.free("line")) : "";
	}

	/** Returns the index of the phases, which stands before the device. */
	String index() {
		return parts.contains(Part.QUALITY) ? "index %s = %s // C of the logical name of the voltage\n".formatted(meter.free("line"), plan.wiring().index()) : "";
	}

	private String profiles() {
		int entries = MINUTES_OF_A_MONTH / plan.minutes();
		return profile(Part.LOAD_PROFILE, "loadProfile", "1-0:99.1.0*255", "capture_period = %d min in nvm range %d..3600\nsort_method = fifo".formatted(plan.minutes(), Math.min(300, plan.minutes() * 60)),
				"%d // a month".formatted(entries)) + profile(Part.DAILY_PROFILE, "dailyProfile", "1-0:99.2.0*255", "capture_period = 1 d\nsort_method = fifo", "62")
				+ profile(Part.BILLING, "billingLog", "0-0:98.1.0*255", "sort_method = lifo", "13");
	}

	private String profile(Part part, String name, String place, String order, String entries) {
		return parts.contains(part) ? """
				%s: ProfileGeneric version 1 %s {
				  capture %s.time, %s.value, %s.value
				  %s
				  profile_entries = %s
				  buffer: in nvm
				}
				""".formatted(meter.free(name), place, clock(), register("1-0:1.8.0*255", "importTotal"), register("1-0:2.8.0*255", "exportTotal"), order, entries) : "";
	}

	/** Returns the set-up of the keys of the client that is ciphered. */
	String keys() {
		if (!parts.contains(Part.HEAD_END)) {
			return "";
		}
		return """
				%s: SecuritySetup version 1 0-0:43.0.%d*255 {
				  security_policy = authenticated_request | encrypted_request
				  security_suite = suite_0
				  client_system_title: octet-string(8) in nvm
				  server_system_title: octet-string(8) in call systemTitle
				  certificates = []
				  key global_unicast in slot %d
				  key authentication in slot %d
				}
				""".formatted(meter.free("headEndKeys"), meter.freeGroup(KEYS_C), meter.freeSlots(), meter.freeSlots() + 1);
	}

	String clients() {
		return publicClient() + headEnd() + reader() + billing();
	}

	/** The standard wants a client 16 that may read at least the association itself. */
	private String publicClient() {
		return meter.isClosed() || meter.hasPublicClient() ? "" : """
				association %s client 16 to management 0-0:40.0.%d*255 {
				  %scontext logical_name plain
				  mechanism lowest
				  conformance get, block_transfer_get
				  pdu 512
				  show currentAssociation, %s
				  grant read on currentAssociation, %s.time
				}
				""".formatted(meter.free(ConformingMeter.PUBLIC_CLIENT), meter.freeGroup(ASSOCIATION_C), version(), clock(), clock());
	}

	private String headEnd() {
		return parts.contains(Part.HEAD_END) ? """
				association %s client %d to management 0-0:40.0.%d*255 {
				  %scontext logical_name ciphered
				  mechanism high_gmac
				  security %s
				  secret in slot %d
				  conformance get, set, action, selective_access, block_transfer_get, block_transfer_set
				  pdu 1024
				  show *
				  grant read on * with authenticated, encrypted
				%s}
				""".formatted(meter.free("headEnd"), meter.freeClient(), meter.freeGroup(ASSOCIATION_C) + 1, version(), meter.free("headEndKeys"), meter.freeSlots() + 2, setsClock()) : "";
	}

	private String version() {
		return meter.associationVersion().map("version %d\n"::formatted).orElse("");
	}

	private String setsClock() {
		return meter.object("0-0:1.0.0*255").isPresent() || records() ? "grant write on %s.time with authenticated, encrypted\n".formatted(clock()) : "";
	}

	private String reader() {
		return parts.contains(Part.READER) ? """
				association %s client %d to management 0-0:40.0.%d*255 {
				  %scontext logical_name plain
				  mechanism low
				  secret in slot %d
				  conformance get, selective_access, block_transfer_get
				  pdu 1024
				  show *
				  grant read on *
				}
				""".formatted(meter.free("reader"), meter.freeClient() + 1, meter.freeGroup(ASSOCIATION_C) + 2, version(), meter.freeSlots() + 3) : "";
	}

	private String billing() {
		return parts.contains(Part.BILLING) ? "every *-*-01 00:00:00 as %s 0-0:15.0.%d*255 {\ncapture %s\n}\n".formatted(meter.free("billingPeriod"), freeSchedule(), meter.free("billingLog"))
				: "";
	}

	private int freeSchedule() {
		return meter.isListed("0-0:15.0.0*255") ? meter.freeGroup(15) : 0;
	}
}
