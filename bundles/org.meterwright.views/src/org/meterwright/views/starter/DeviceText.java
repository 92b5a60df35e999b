// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.ArrayList;
import java.util.List;

/** The objects of the logical device. */
final class DeviceText {
	private final MeterPlan plan;

	DeviceText(MeterPlan plan) {
		this.plan = plan;
	}

	String text() {
		List<String> parts = new ArrayList<>(List.of(identity(), clock(), energy()));
		add(parts, Part.REACTIVE, reactive());
		add(parts, Part.QUALITY, QUALITY);
		if (plan.hasTariff()) {
			parts.add(new TariffText(plan).text());
		}
		add(parts, Part.DISCONNECTOR, DISCONNECTOR);
		parts.add(new ProfilesText(plan).text());
		parts.add(keys());
		return String.join("\n", parts.stream().filter(part -> !part.isBlank()).toList());
	}

	private void add(List<String> parts, Part part, String text) {
		if (plan.has(part)) {
			parts.add(text);
		}
	}

	private String identity() {
		return """
				deviceName: Data 0-0:42.0.0*255 { value: octet-string(16) in call logicalDeviceName }
				deviceList: SAPAssignment 0-0:41.0.0*255 { SAP_assignment_list = [{ SAP: 1, logical_device_name: "%s{serial}" }] }
				serialNumber: Data 0-0:96.1.0*255 { value: octet-string(12) in call serialNumber }
				firmwareVersion: Data 1-0:0.2.0*255 { value: octet-string(8) in call firmwareVersion }
				""".formatted(plan.manufacturer());
	}

	private static String clock() {
		return """
				clock: Clock 0-0:1.0.0*255 {
				  time: in call clockTime
				  time_zone = 60 min in nvm
				  status: in call clockStatus
				  daylight_savings_begin = *-03-last@sun 02:00:00 in nvm
				  daylight_savings_end = *-10-last@sun 03:00:00 in nvm
				  daylight_savings_deviation = 60 min in nvm
				  daylight_savings_enabled = true in nvm
				  clock_base = internal_crystal
				}
				""";
	}

	private String energy() {
		String rates = plan.hasTariff() ? "importRate[r in rate]: Register 1-0:1.8.{r}*255 like importTotal\n" : "";
		return """
				// ---- energy and power
				importTotal: Register 1-0:1.8.0*255 {
				  value: double-long-unsigned in nvm
				  scaler_unit = 10^0 Wh
				}
				exportTotal: Register 1-0:2.8.0*255 like importTotal
				%simportPower: Register 1-0:1.7.0*255 {
				  value: double-long-unsigned in ram
				  scaler_unit = 10^0 W
				}
				exportPower: Register 1-0:2.7.0*255 like importPower
				""".formatted(rates);
	}

	private static String reactive() {
		return """
				reactiveImport: Register 1-0:3.8.0*255 like importTotal { scaler_unit = 10^0 varh }
				reactiveExport: Register 1-0:4.8.0*255 like reactiveImport
				reactivePowerImport: Register 1-0:3.7.0*255 like importPower { scaler_unit = 10^0 var }
				reactivePowerExport: Register 1-0:4.7.0*255 like reactivePowerImport
				""";
	}

	private static final String QUALITY = """
			// ---- each phase: the current has a C one below that of the voltage
			voltage[p in phase]: Register 1-0:{p}.7.0*255 {
			  value: long-unsigned in ram
			  scaler_unit = 10^-1 V
			}
			current[p in phase]: Register 1-0:{p-1}.7.0*255 {
			  value: long-unsigned in ram
			  scaler_unit = 10^-2 A
			}
			frequency: Register 1-0:14.7.0*255 {
			  value: long-unsigned in ram
			  scaler_unit = 10^-2 Hz
			}
			""";

	private static final String DISCONNECTOR = """
			// ---- the switch of the supply, and what it is told
			breaker: DisconnectControl version 0 0-0:96.3.10*255 {
			  output_state: in call breakerOutput
			  control_state = connected in nvm
			  control_mode = mode_4
			}
			breakerScripts: ScriptTable 0-0:10.0.106*255 {
			  script open = 1 { call breaker.remote_disconnect(0) }
			  script close = 2 { call breaker.remote_reconnect(0) }
			  script ready = 3 { set breaker.control_state = ready_for_reconnection }
			}
			""";

	/** Ciphered associations have keys, and a frame counter that the public client can read before it can say anything else. */
	private String keys() {
		String text = plan.has(Part.HEAD_END) ? KEYS.formatted("headEnd", 1, 1, 2, "headEnd", 1) : "";
		String installer = plan.has(Part.INSTALLER) ? KEYS.formatted("installer", 2, 11, 12, "installer", 2) : "";
		return text.isEmpty() && installer.isEmpty() ? "" : "// ---- security: keys stay in their slots, the text never has them\n%s%s".formatted(text, installer);
	}

	private static final String KEYS = """
			%sKeys: SecuritySetup version 1 0-0:43.0.%d*255 {
			  security_policy = authenticated_request | encrypted_request
			  security_suite = suite_0
			  client_system_title: octet-string(8) in nvm
			  server_system_title: octet-string(8) in call systemTitle
			  certificates = []
			  key global_unicast in slot %d
			  key authentication in slot %d
			}
			%sCounter: Data 0-0:43.1.%d*255 { value: double-long-unsigned in nvm }
			""";
}
