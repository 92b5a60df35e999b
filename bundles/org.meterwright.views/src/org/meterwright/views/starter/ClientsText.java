// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.ArrayList;
import java.util.List;

/** Who may do what: roles and associations. */
final class ClientsText {
	private final MeterPlan plan;

	ClientsText(MeterPlan plan) {
		this.plan = plan;
	}

	String text() {
		return "// ---- who may do what\n%s%s%s%s%s".formatted(roles(), publicClient(), reader(), headEnd(), installer());
	}

	private String roles() {
		String headEnd = plan.has(Part.HEAD_END) ? "role HeadEnd faces wan \"Reads, configures and switches\"\n" : "";
		String installer = plan.has(Part.INSTALLER) ? "role Installer faces local \"At the optical port\"\n" : "";
		return headEnd + installer;
	}

	private String publicClient() {
		String counters = (plan.has(Part.HEAD_END) ? ", headEndCounter" : "") + (plan.has(Part.INSTALLER) ? ", installerCounter" : "");
		return """
				association publicClient client 16 to management 0-0:40.0.1*255 {
				  context logical_name plain
				  mechanism lowest
				  conformance get, selective_access, block_transfer_get
				  pdu 512
				  show currentAssociation, clock, deviceName%s
				  grant read on currentAssociation, clock.time, deviceName.value%s
				}
				""".formatted(counters, counters);
	}

	private String reader() {
		return plan.has(Part.READER) ? """
				association reader client 2 to management 0-0:40.0.2*255 {
				  context logical_name plain
				  mechanism low
				  secret in slot 21
				  conformance get, set, selective_access, block_transfer_get
				  pdu 1024
				  show *
				  grant read on *
				  grant write on clock.time
				}
				""" : "";
	}

	private String headEnd() {
		return plan.has(Part.HEAD_END) ? """
				association headEnd client 1 to management 0-0:40.0.3*255 {
				  role HeadEnd
				  context logical_name ciphered
				  mechanism high_gmac
				  security headEndKeys
				  secret in slot 3
				  conformance get, set, action, selective_access, block_transfer_get, block_transfer_set, multiple_references
				  pdu 1024
				  show *
				  grant read on * with authenticated, encrypted
				  grant write on %s with authenticated, encrypted
				%s}
				""".formatted(settings(), calls()) : "";
	}

	private String settings() {
		List<String> settings = new ArrayList<>(List.of("clock.time", "clock.time_zone"));
		if (plan.has(Part.LOAD_PROFILE)) {
			settings.add("loadProfile.capture_period");
		}
		if (plan.hasTariff()) {
			settings.add("tariffCalendar");
		}
		return String.join(", ", settings);
	}

	private String calls() {
		return plan.has(Part.DISCONNECTOR) ? "grant call on breakerScripts.execute with authenticated, encrypted\n" : "";
	}

	private String installer() {
		return plan.has(Part.INSTALLER) ? """
				association installer client 3 to management 0-0:40.0.4*255 {
				  role Installer
				  context logical_name ciphered
				  mechanism high_gmac
				  security installerKeys
				  secret in slot 13
				  conformance get, set, action, block_transfer_get
				  pdu 512
				  show currentAssociation, clock, deviceName, serialNumber, firmwareVersion, importPower, exportPower%s, installerKeys, installerCounter
				  grant read on * with authenticated
				  grant write on clock.time with authenticated
				}
				""".formatted(plan.has(Part.QUALITY) ? ", voltage, current, frequency" : "") : "";
	}
}
