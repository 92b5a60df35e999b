// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Meters of any size, always the same text for the same size: a meter of many feeders as it stands in switchgear. A feeder has 48 objects in
 * 170 lines, about as many lines an object as in a hand-written meter: registers and families of them, demand, profiles, scripts, calendars,
 * limits, events and what they cause. The first file holds what all feeders share, four associations and their rights included.
 */
public final class SyntheticMeter {
	private static final int FEEDER = 48;
	private static final int SHARED = 25;
	private static final int FEEDERS_OF_A_CHANNEL = 4;

	private SyntheticMeter() {
	}

	/** Returns the texts by file name; the feeders are spread evenly. */
	public static Map<String, String> of(int objects, int files) {
		int feeders = (objects - SHARED) / FEEDER;
		Map<String, String> texts = new LinkedHashMap<>();
		for (int file = 0; file < files; file++) {
			StringBuilder text = new StringBuilder("namespace oak.q1\n\n");
			if (file == 0) {
				text.append(shared(feeders, objects - SHARED - feeders * FEEDER));
			}
			text.append("extend meter Q1 {\n");
			for (int feeder = feeders * file / files; feeder < feeders * (file + 1) / files; feeder++) {
				text.append(feeder(feeder));
			}
			texts.put("feeders%02d.cosem".formatted(file), text.append("}\n").toString());
		}
		return texts;
	}

	/** Writes the texts into a folder. */
	public static Path write(Path folder, Map<String, String> texts) throws IOException {
		Files.createDirectories(folder);
		for (Map.Entry<String, String> text : texts.entrySet()) {
			Files.writeString(folder.resolve(text.getKey()), text.getValue());
		}
		return folder;
	}

	private static String names(int feeders, String what) {
		List<String> lines = new ArrayList<>();
		for (int from = 0; from < feeders; from += 8) {
			lines.add(IntStream.range(from, Math.min(feeders, from + 8)).mapToObj(feeder -> "f%d%s".formatted(feeder, what)).collect(Collectors.joining(", ")));
		}
		return String.join(",\n    ", lines);
	}

	private static String spares(int count) {
		return IntStream.range(0, count).mapToObj(n -> "    spare%d: Data 0-0:96.129.%d*255 { value: long-unsigned = %d in nvm }\n".formatted(n, n, n * 7 % 1000)).collect(Collectors.joining());
	}

	private static String shared(int feeders, int spares) {
		return SHARED_TEXT.replace("$SPARES", spares(spares)).replace("$READINGS", names(feeders, "Readings")).replace("$PROFILES", names(feeders, "Profiles"))
				.replace("$SETTINGS", names(feeders, "Settings"));
	}

	private static String feeder(int feeder) {
		int place = feeder % FEEDERS_OF_A_CHANNEL;
		String text = FEEDER_TEXT.replace("$K", String.valueOf(feeder)).replace("$B", String.valueOf(feeder / FEEDERS_OF_A_CHANNEL + 1)).replace("$S", String.valueOf(place))
				.replace("$W", String.valueOf(5000 + feeder % 40 * 100));
		for (int quantity = 14; quantity > 0; quantity--) {
			text = text.replace("$Q" + quantity, String.valueOf(quantity + place * 20));
		}
		for (int data = 9; data >= 0; data--) {
			text = text.replace("$D" + data, String.valueOf(place * 10 + data));
		}
		return text;
	}

	private static final String SHARED_TEXT = """
			/** An entry of a calendar with at most 20 special days: its size is bounded. */
			type calendar_entry = structure {
			  index: long-unsigned, enable: boolean, script_logical_name: octet-string(6), script_selector: long-unsigned, switch_time: octet_time,
			  validity_window: long-unsigned, exec_weekdays: bit-string(7), exec_specdays: bit-string(0..20), begin_date: octet_date,
			  end_date: octet_date
			}
			type season = structure { season_profile_name: octet-string(0..8), season_start: octet_date_time, week_name: octet-string(0..4) }
			type week_profile = structure {
			  week_profile_name: octet-string(0..4), monday: unsigned, tuesday: unsigned, wednesday: unsigned,
			  thursday: unsigned, friday: unsigned, saturday: unsigned, sunday: unsigned
			}
			type day_action = structure { start_time: octet_time, script_logical_name: octet-string(6), script_selector: long-unsigned }
			type day_profile = structure { day_id: unsigned, day_schedule: array[1..8] of day_action }

			/** Oak Q1: measures the feeders of a switchboard, each with tariff, profiles, limit and events of its own. */
			meter Q1 {
			  property manufacturer = "OAK"
			  property model = "Q1"
			  memory rom = 32 MiB
			  memory ram = 16 MiB
			  memory nvm = 2048 MiB
			  index rate = 1..8

			  device management at 1 named "OAK{serial}" {
			    deviceName: Data 0-0:42.0.0*255 { value: octet-string(16) in call logicalDeviceName }
			    deviceList: SAPAssignment 0-0:41.0.0*255 { SAP_assignment_list = [{ SAP: 1, logical_device_name: "OAK{serial}" }] }
			    clock: Clock 0-0:1.0.0*255 {
			      time: in call clockTime
			      time_zone = 60 min in nvm
			      status: in call clockStatus
			      daylight_savings_begin = *-03-last@sun 02:00:00
			      daylight_savings_end = *-10-last@sun 03:00:00
			      daylight_savings_deviation = 60 min
			      daylight_savings_enabled = true in nvm
			      clock_base = internal_crystal
			    }
			    /** Seconds since 1970 in UTC: the time stamp of every log. */
			    logTime: Data 0-0:94.44.100*255 { value: double-long-unsigned in call clockUtc }
			    serialNumber: Data 0-0:96.1.0*255 { value: octet-string(0..16) in call serialNumber }
			    firmwareVersion: Data 1-0:0.2.0*255 { value: octet-string(0..16) in call firmwareVersion }
			    ratioCurrent: Data 1-0:0.4.2*255 { value: long-unsigned = 100 in nvm range 1..4000 }
			    ratioVoltage: Data 1-0:0.4.3*255 { value: long-unsigned = 1 in nvm range 1..1000 }

			    // ---- ways in
			    opticalPort: IECLocalPortSetup version 1 0-0:20.0.0*255 {
			      default_mode = IEC_62056_46_HDLC
			      default_baud = baud_9600
			      prop_baud = baud_9600
			      response_time = ms_200
			      device_addr: octet-string(0..16) in call opticalPortAddress
			      pass_p1 = ""
			      pass_p2 = ""
			      pass_w5 = ""
			    }
			    opticalLink: IECHDLCSetup version 1 0-0:22.0.0*255 {
			      comm_speed = baud_9600
			      window_size_transmit = 1
			      window_size_receive = 1
			      max_info_field_length_transmit = 128
			      max_info_field_length_receive = 128
			      inter_octet_time_out = 25
			      inactivity_time_out = 120
			      device_address = 16
			    }

			    // ---- security
			    keys: SecuritySetup version 1 0-0:43.0.0*255 {
			      security_policy = authenticated_request | encrypted_request
			      security_suite = suite_0
			      client_system_title: octet-string(8) in nvm
			      server_system_title: octet-string(8) in call systemTitle
			      certificates = []
			      key global_unicast in slot 1
			      key authentication in slot 2
			    }
			    installerKeys: SecuritySetup version 1 0-0:43.0.1*255 like keys {
			      key global_unicast in slot 3
			      key authentication in slot 4
			    }
			    frameCounter: Data 0-0:43.1.0*255 { value: double-long-unsigned in nvm }
			    installerCounter: Data 0-0:43.1.1*255 { value: double-long-unsigned in nvm }

			    // ---- what happened to the meter as a whole
			    statusWord: Data 0-0:96.10.1*255 { value: double-long-unsigned in ram }
			    eventCode: Data 0-0:96.11.0*255 { value: long-unsigned in ram }
			    eventLog: ProfileGeneric version 1 0-0:99.98.0*255 {
			      capture logTime.value, eventCode.value, statusWord.value
			      sort_method = fifo
			      profile_entries = 500
			      buffer: in nvm
			    }
			$SPARES  }

			  role Operator "Operator of the switchboard"
			  group readings = $READINGS
			  group profiles = $PROFILES
			  group settings = clock.time_zone, clock.daylight_savings_enabled, ratioCurrent.value, ratioVoltage.value,
			    $SETTINGS

			  association publicClient client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    conformance get, selective_access, block_transfer_get
			    pdu 512
			    show currentAssociation, clock, deviceName, serialNumber
			    grant read on currentAssociation, clock.time, deviceName.value, serialNumber.value
			  }
			  /** Reads meters on the spot: values, no settings. */
			  association reader client 2 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism low
			    secret in slot 5
			    conformance get, selective_access, block_transfer_get
			    pdu 512
			    show currentAssociation, clock, logTime, readings, profiles
			    grant read on currentAssociation, clock.time, logTime.value, readings, profiles
			  }
			  association installer client 4 to management 0-0:40.0.4*255 {
			    context logical_name ciphered
			    mechanism high_gmac
			    security installerKeys
			    secret in slot 6
			    conformance get, set, action, selective_access, block_transfer_get, block_transfer_set
			    pdu 1024
			    show currentAssociation, clock, readings, settings, opticalPort, opticalLink, installerKeys, installerCounter
			    grant read on currentAssociation, clock, readings, settings, opticalPort.default_baud, opticalLink, installerKeys, installerCounter with authenticated, encrypted
			    grant write on settings with authenticated, encrypted request
			  }
			  association operation client 1 to management 0-0:40.0.3*255 {
			    role Operator faces wan
			    context logical_name ciphered
			    mechanism high_gmac
			    security keys
			    secret in slot 7
			    conformance get, set, action, selective_access, block_transfer_get, block_transfer_set
			    pdu 1024
			    show * except installerKeys, installerCounter
			    grant read on * except installerKeys, installerCounter with authenticated, encrypted
			    grant write on settings with authenticated, encrypted request
			    grant call on every ScriptTable, eventLog.reset with authenticated, encrypted request
			  }

			  event meterCoverOpened code 40 from firmware "Meter cover opened"
			  alert coverAlert 0x0001 critical always "Meter cover opened" on meterCoverOpened {
			    to Operator
			    log eventLog
			    via report
			  }
			  on meterCoverOpened {
			    log eventLog
			    alert coverAlert
			  }
			  push report 0-0:25.9.0*255 to operation over tcp "[fd00::1]:4059" {
			    send newest eventLog.buffer, statusWord.value
			    randomise 300 s
			    retry 3 after 60 s
			    protect authenticated, encrypted by keys
			  }
			  every *-*-* 06:00:00 as dailyReport 0-0:15.0.0*255 { push report }
			}

			""";

	private static final String FEEDER_TEXT = """

			  // ==== feeder $K: energy
			  /** The billing register of feeder $K; the tariff registers are like it. */
			  f$KImport: Register 1-$B:$Q1.8.0*255 {
			    value: double-long-unsigned in nvm
			    scaler_unit = 10^0 Wh
			  }
			  f$KImportRate[r in rate]: Register 1-$B:$Q1.8.{r}*255 like f$KImport
			  f$KExport: Register 1-$B:$Q2.8.0*255 like f$KImport
			  f$KExportRate[r in rate]: Register 1-$B:$Q2.8.{r}*255 like f$KExport
			  f$KReactiveImport: Register 1-$B:$Q3.8.0*255 {
			    value: double-long-unsigned in nvm
			    scaler_unit = 10^0 varh
			  }
			  f$KReactiveExport: Register 1-$B:$Q4.8.0*255 like f$KReactiveImport
			  /** Energy of the current quarter of an hour, captured and cleared. */
			  f$KInPeriod: Register 1-$B:$Q1.29.0*255 {
			    value: double-long-unsigned in ram
			    scaler_unit = 10^0 Wh
			  }

			  // ---- instantaneous
			  f$KPower: Register 1-$B:$Q1.7.0*255 {
			    value: double-long-unsigned in ram
			    scaler_unit = 10^0 W
			  }
			  f$KReactivePower: Register 1-$B:$Q3.7.0*255 {
			    value: double-long-unsigned in ram
			    scaler_unit = 10^0 var
			  }
			  f$KVoltage: Register 1-$B:$Q12.7.0*255 {
			    value: long-unsigned in ram
			    scaler_unit = 10^-1 V
			  }
			  f$KCurrent: Register 1-$B:$Q11.7.0*255 {
			    value: long-unsigned in ram
			    scaler_unit = 10^-2 A
			  }
			  f$KPowerFactor: Register 1-$B:$Q13.7.0*255 {
			    value: long-unsigned in ram
			    scaler_unit = 10^-3 count
			  }

			  // ---- demand
			  f$KDemand: DemandRegister 1-$B:$Q1.4.0*255 {
			    current_average_value: double-long-unsigned in ram
			    last_average_value: double-long-unsigned in ram
			    scaler_unit = 10^0 W
			    status: null-data
			    capture_time: in ram
			    start_time_current: in ram
			    period = 15 min
			    number_of_periods = 1
			  }
			  f$KMaximumDemand: ExtendedRegister 1-$B:$Q1.6.0*255 {
			    value: double-long-unsigned in nvm
			    scaler_unit = 10^0 W
			    status: null-data
			    capture_time: in nvm
			  }
			  f$KMaximumDemandExport: ExtendedRegister 1-$B:$Q2.6.0*255 like f$KMaximumDemand

			  // ---- settings; all ones: never reset
			  f$KResetTime: Data 0-$B:96.128.$D0*255 { value: octet_date_time = hex"FFFFFFFF FFFFFFFF FFFFFFFF" in nvm }
			  f$KName: Data 0-$B:96.128.$D1*255 { value: visible-string(0..24) = "feeder $K" in nvm }
			  f$KLimitEnabled: Data 0-$B:96.128.$D2*255 { value: boolean = true in nvm }
			  f$KPriority: Data 0-$B:96.128.$D3*255 { value: unsigned = 5 in nvm range 1..9 } // 1: shed last
			  f$KRatios: Data 0-$B:96.128.$D4*255 {
			    value: structure { current: long-unsigned, voltage: long-unsigned, correction: long } = { current: 400, voltage: 1, correction: -3 } in nvm
			  }
			  f$KRate: Data 0-$B:96.128.$D5*255 { value: unsigned = 1 in nvm }
			  f$KOutput: Data 0-$B:96.128.$D6*255 { value: boolean = true in ram }
			  f$KOverloads: Register 0-$B:96.128.$D7*255 {
			    value: double-long-unsigned = 0 in nvm
			    scaler_unit = 10^0 count
			  }

			  // ---- profiles and logs
			  f$KLoadProfile: ProfileGeneric version 1 1-$B:99.1.$S*255 {
			    capture logTime.value, f$KInPeriod.value, f$KVoltage.value, f$KCurrent.value
			    capture_period = 15 min in nvm
			    sort_method = fifo
			    profile_entries = 3000 // a month of quarter hours
			    buffer: in nvm
			  }
			  f$KDaily: ProfileGeneric version 1 0-$B:98.1.$S*255 {
			    capture logTime.value, f$KImport.value, f$KImportRate[*].value, f$KExport.value, f$KMaximumDemand.value
			    sort_method = fifo
			    profile_entries = 62
			    buffer: in nvm
			  }
			  f$KEventCode: Data 0-$B:96.11.$S*255 { value: long-unsigned in ram }
			  f$KEventLog: ProfileGeneric version 1 0-$B:99.98.$S*255 {
			    capture logTime.value, f$KEventCode.value, f$KPower.value
			    sort_method = fifo
			    profile_entries = 100
			    buffer: in nvm
			  }

			  // ---- tariff and output
			  f$KScripts: ScriptTable 0-$B:10.128.$S*255 {
			    script day = 1 { set f$KRate.value = 1 }
			    script night = 2 { set f$KRate.value = 2 }
			    script shed = 3 { set f$KOutput.value = false }
			    script restore = 4 { set f$KOutput.value = true }
			    script clear = 5 {
			      call f$KOverloads.reset(0)
			      call f$KMaximumDemand.reset(0)
			    }
			  }
			  f$KCalendar: ActivityCalendar 0-$B:13.0.$S*255 {
			    calendar_name_active: octet-string(0..8) = "year" in nvm
			    season_profile_active: array[0..4] of season = [{ season_profile_name: "all", season_start: *-01-01 00:00:00, week_name: "w1" }] in nvm
			    week_profile_table_active: array[0..4] of week_profile = [
			      { week_profile_name: "w1", monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 2, sunday: 2 }
			    ] in nvm
			    day_profile_table_active: array[0..8] of day_profile = [
			      {
			        day_id: 1, day_schedule: [
			          { start_time: 00:00:00, script_logical_name: f$KScripts, script_selector: 2 },
			          { start_time: 06:00:00, script_logical_name: f$KScripts, script_selector: 1 },
			          { start_time: 22:00:00, script_logical_name: f$KScripts, script_selector: 2 }
			        ]
			      },
			      { day_id: 2, day_schedule: [{ start_time: 00:00:00, script_logical_name: f$KScripts, script_selector: 2 }] }
			    ] in nvm
			    calendar_name_passive: octet-string(0..8) = "" in nvm
			    season_profile_passive: array[0..4] of season = [] in nvm
			    week_profile_table_passive: array[0..4] of week_profile = [] in nvm
			    day_profile_table_passive: array[0..8] of day_profile = [] in nvm
			    activate_passive_calendar_time = hex"FFFFFFFF FFFFFFFF FFFFFFFF" in nvm
			  }
			  f$KHolidays: SpecialDaysTable 0-$B:11.0.$S*255 { entries = [{ index: 1, specialday_date: *-01-01, day_id: 2 }, { index: 2, specialday_date: *-12-25, day_id: 2 }] in nvm max 30 }
			  f$KWindow: Schedule 0-$B:12.0.$S*255 {
			    entries: array[0..4] of calendar_entry = [
			      {
			        index: 1, enable: true, script_logical_name: f$KScripts, script_selector: 3, switch_time: 17:00:00,
			        validity_window: 0xFFFF, exec_weekdays: bits"1111100", exec_specdays: bits"", begin_date: *-11-01, end_date: *-03-31
			      },
			      {
			        index: 2, enable: true, script_logical_name: f$KScripts, script_selector: 4, switch_time: 19:30:00,
			        validity_window: 0xFFFF, exec_weekdays: bits"1111100", exec_specdays: bits"", begin_date: *-11-01, end_date: *-03-31
			      }
			    ] in nvm
			  }

			  // ---- what happens
			  event f$KOverload from meter "Feeder $K above its limit"
			  event f$KRelieved from meter "Feeder $K below its limit again"
			  event f$KVoltageLow from meter "Voltage of feeder $K below 207 V"
			  on f$KOverload, f$KRelieved { log f$KEventLog with 100 }
			  on f$KVoltageLow {
			    log f$KEventLog with 101
			    push report
			  }
			  when f$KPower.value > $W W for 300 s until $W W for 60 s as f$KLimit 0-$B:17.0.$S*255 {
			    run f$KScripts.shed
			    raise f$KOverload
			  } return {
			    run f$KScripts.restore
			    raise f$KRelieved
			  }
			  when f$KVoltage.value < 207 V until 210 V as f$KVoltageMonitor 0-$B:16.0.$S*255 { raise f$KVoltageLow }
			  every *-*-* 00:00:00 as f$KMidnight 0-$B:15.0.$S*255 { capture f$KDaily }

			  group f$KReadings = f$KImport, f$KImportRate[*], f$KExport, f$KExportRate[*], f$KReactiveImport, f$KReactiveExport, f$KPower,
			    f$KReactivePower, f$KVoltage, f$KCurrent, f$KPowerFactor, f$KMaximumDemand, f$KMaximumDemandExport, f$KOverloads
			  group f$KProfiles = f$KLoadProfile.buffer, f$KDaily.buffer, f$KEventLog.buffer
			  group f$KSettings = f$KName.value, f$KLimitEnabled.value, f$KPriority.value, f$KRatios.value, f$KLimit.threshold_normal,
			    f$KLimit.min_over_threshold_duration, f$KHolidays.entries, f$KWindow.entries, f$KLoadProfile.capture_period
			""";
}
