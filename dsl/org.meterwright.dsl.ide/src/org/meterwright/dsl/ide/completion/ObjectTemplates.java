// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;

import org.meterwright.dsl.ide.completion.Templates.Template;

/** Whole objects with places to fill, for what a designer writes most: profiles, scripts, calendars, prepayment, keys. */
final class ObjectTemplates {
	private static final Template KEYS = object("SecuritySetup, with keys", "keys in slots, suite 0", """
			SecuritySetup version 1 ${1:0-0:43.0.0*255} {
			  security_suite = suite_0
			  security_policy = authenticated_request | encrypted_request
			  client_system_title: octet-string(8) in nvm
			  server_system_title: octet-string(8) in call systemTitle
			  certificates = []
			  key global_unicast in slot ${2:1}
			  key authentication in slot ${3:2}
			}
			""");
	private static final Template LOAD_PROFILE = object("ProfileGeneric, load profile", "energy each quarter of an hour", """
			ProfileGeneric version 1 ${1:1-0:99.1.0*255} {
			  capture ${2:clock.time}, ${3:importTotal.value}
			  capture_period = ${4:15 min} in nvm
			  sort_method = fifo
			  profile_entries = ${5:2880}
			  buffer: in nvm
			}
			""");
	private static final Template SUPPLY_SCRIPTS = object("ScriptTable, of a disconnector", "open, close and ready for the button", """
			ScriptTable ${1:0-0:10.0.106*255} {
			  script enable = 1 { call ${2:supply}.remote_reconnect(0) }
			  script disable = 2 { call ${2:supply}.remote_disconnect(0) }
			  script arm = 3 { set ${2:supply}.control_state = ready_for_reconnection }
			}
			""");
	private static final Template DAILY_PROFILE = object("ProfileGeneric, daily profile", "energy each midnight", """
			ProfileGeneric version 1 ${1:1-0:99.2.0*255} {
			  capture ${2:clock.time}, ${3:importTotal.value}
			  capture_period = 1 d
			  sort_method = fifo
			  profile_entries = ${4:62}
			  buffer: in nvm
			}
			""");
	private static final Template BILLING_LOG = object("ProfileGeneric, billing log", "energy at the end of each period; `every` captures into it", """
			ProfileGeneric version 1 ${1:0-0:98.1.0*255} {
			  capture ${2:clock.time}, ${3:importTotal.value}
			  sort_method = lifo
			  profile_entries = ${4:13}
			  buffer: in nvm
			}
			""");
	private static final Template EVENT_LOG = object("ProfileGeneric, event log", "time and code of events; `on` logs into it", """
			ProfileGeneric version 1 ${1:0-0:99.98.0*255} {
			  capture ${2:clock.time}, ${3:eventCode.value}
			  sort_method = fifo
			  profile_entries = ${4:100}
			  buffer: in nvm
			}
			""");
	private static final Template TARIFF_SCRIPTS = object("ScriptTable, of a tariff", "a script for each rate, which a calendar runs", """
			ScriptTable ${1:0-0:10.0.100*255} {
			  script rate1 = 1 { set ${2:activeRate}.value = 1 }
			  script rate2 = 2 { set ${2:activeRate}.value = 2 }
			}
			""");
	private static final Template CALENDAR = object("ActivityCalendar, of a tariff", "two seasons, weeks with a Sunday of its own, days that change the rate, and a calendar to come", """
			ActivityCalendar ${1:0-0:13.0.0*255} {
			  calendar_name_active: octet-string(0..8) = "${2:TARIFF}" in nvm
			  season_profile_active: array[1..4] of structure { season_profile_name: octet-string(0..8), season_start: octet_date_time, week_name: octet-string(0..4) } = [
			    { season_profile_name: "WINTER", season_start: ${3:*-10-01 00:00:00}, week_name: "W1" },
			    { season_profile_name: "SUMMER", season_start: ${4:*-04-01 00:00:00}, week_name: "W2" }
			  ] in nvm
			  week_profile_table_active: array[1..4] of structure {
			    week_profile_name: octet-string(0..4), monday: unsigned, tuesday: unsigned, wednesday: unsigned, thursday: unsigned, friday: unsigned, saturday: unsigned, sunday: unsigned
			  } = [
			    { week_profile_name: "W1", monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 1, sunday: 2 },
			    { week_profile_name: "W2", monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 2, sunday: 2 }
			  ] in nvm
			  day_profile_table_active: array[1..8] of structure {
			    day_id: unsigned,
			    day_schedule: array[1..16] of structure { start_time: octet_time, script_logical_name: octet-string(6), script_selector: long-unsigned }
			  } = [
			    {
			      day_id: 1,
			      day_schedule: [
			        { start_time: ${5:06:00:00}, script_logical_name: ${6:tariffScripts}, script_selector: 1 },
			        { start_time: ${7:22:00:00}, script_logical_name: ${6:tariffScripts}, script_selector: 2 }
			      ]
			    },
			    { day_id: 2, day_schedule: [{ start_time: 00:00:00, script_logical_name: ${6:tariffScripts}, script_selector: 2 }] }
			  ] in nvm
			  calendar_name_passive: octet-string(0..8) = "" in nvm
			  season_profile_passive: array[0..4] of structure { season_profile_name: octet-string(0..8), season_start: octet_date_time, week_name: octet-string(0..4) } = [] in nvm
			  week_profile_table_passive: array[0..4] of structure {
			    week_profile_name: octet-string(0..4), monday: unsigned, tuesday: unsigned, wednesday: unsigned, thursday: unsigned, friday: unsigned, saturday: unsigned, sunday: unsigned
			  } = [] in nvm
			  day_profile_table_passive: array[0..8] of structure {
			    day_id: unsigned,
			    day_schedule: array[1..16] of structure { start_time: octet_time, script_logical_name: octet-string(6), script_selector: long-unsigned }
			  } = [] in nvm
			  activate_passive_calendar_time = hex"FFFFFFFF FFFFFFFF FFFFFFFF" in nvm
			}
			""");
	private static final Template SPECIAL_DAYS = object("SpecialDaysTable, holidays", "days of the year that are like another day of the calendar", """
			SpecialDaysTable ${1:0-0:11.0.0*255} {
			  entries = [
			    { index: 1, specialday_date: ${2:*-12-25}, day_id: ${3:2} },
			    { index: 2, specialday_date: ${4:*-01-01}, day_id: ${3:2} }
			  ] in nvm max ${5:20}
			}
			""");
	private static final Template SCHEDULE = object("Schedule, of scripts", "a script at a time of chosen days of the week, in a part of the year", """
			Schedule ${1:0-0:12.0.0*255} {
			  entries: array[0..${2:8}] of structure {
			    index: long-unsigned(1..9999), enable: boolean, script_logical_name: octet-string(6), script_selector: long-unsigned, switch_time: octet_time,
			    validity_window: long-unsigned, exec_weekdays: weekdays, exec_specdays: bit-string(0..20), begin_date: octet_date, end_date: octet_date
			  } = [
			    {
			      index: 1, enable: true, script_logical_name: ${3:tariffScripts}, script_selector: ${4:1}, switch_time: ${5:22:00:00},
			      validity_window: 0xFFFF, exec_weekdays: bits"1111100", exec_specdays: bits"", begin_date: ${6:*-11-01}, end_date: ${7:*-03-31}
			    }
			  ] in nvm
			}
			""");
	private static final Template CREDIT = object("Credit, bought with tokens", "the balance that a customer pays in advance", """
			Credit ${1:0-0:19.10.0*255} {
			  current_credit_amount: in nvm
			  credit_type = token_credit
			  priority = 1
			  warning_threshold = ${2:200}
			  limit = 0
			  credit_configuration = requires_visual_indication | able_to_receive_credit_from_tokens
			  credit_status: in nvm
			  preset_credit_amount = 0
			  credit_available_threshold = 0
			  period = *-*-* *:*:*
			}
			""");
	private static final Template EMERGENCY = object("Credit, for an emergency", "offered when little is left, and paid back", """
			Credit ${1:0-0:19.10.1*255} {
			  current_credit_amount: in nvm
			  credit_type = emergency_credit
			  priority = 2
			  warning_threshold = 0
			  limit = 0
			  credit_configuration = requires_confirmation_before_selection | requires_credit_amount_to_be_paid_back | resettable
			  credit_status: in nvm
			  preset_credit_amount = ${2:500} in nvm
			  credit_available_threshold = ${3:100} in nvm
			  period = *-*-* *:*:*
			}
			""");
	private static final Template CHARGE = object("Charge, for energy", "what a unit of energy costs", """
			Charge ${1:0-0:19.20.0*255} {
			  charge_type = consumption_based_collection
			  priority = 1
			  unit_charge_active: structure {
			    charge_per_unit_scaling: charge_per_unit_scaling_type,
			    commodity_reference: structure { class_id: long-unsigned, logical_name: octet-string(6), attribute_index: integer },
			    charge_table: array[1..8] of structure { index: octet-string(0..4), charge_per_unit: long }
			  } = {
			    charge_per_unit_scaling: { commodity_scale: 3, price_scale: -2 },
			    commodity_reference: { class_id: 3, logical_name: ${2:importTotal}, attribute_index: 2 },
			    charge_table: [{ index: "", charge_per_unit: ${3:25} }]
			  } in nvm
			  unit_charge_passive: structure {
			    charge_per_unit_scaling: charge_per_unit_scaling_type,
			    commodity_reference: structure { class_id: long-unsigned, logical_name: octet-string(6), attribute_index: integer },
			    charge_table: array[1..8] of structure { index: octet-string(0..4), charge_per_unit: long }
			  } = {
			    charge_per_unit_scaling: { commodity_scale: 3, price_scale: -2 },
			    commodity_reference: { class_id: 3, logical_name: ${2:importTotal}, attribute_index: 2 },
			    charge_table: [{ index: "", charge_per_unit: ${3:25} }]
			  } in nvm
			  unit_charge_activation_time = hex"FFFFFFFF FFFFFFFF FFFFFFFF" in nvm
			  period = 0 s
			  charge_configuration = bits"00"
			  total_amount_paid: in nvm
			  last_collection_time: in nvm
			  last_collection_amount: in nvm
			  total_amount_remaining: in nvm
			  proportion = 0
			}
			""");
	private static final Template ACCOUNT = object("Account, prepayment", "credits, charges, and which charge is collected from which credit", """
			Account ${1:0-0:19.0.0*255} {
			  account_mode_and_status = { payment_mode: prepayment_mode, account_status: account_active } in nvm
			  current_credit_in_use: in ram
			  current_credit_status: in ram
			  available_credit: in ram
			  amount_to_clear: in ram
			  clearance_threshold = 0
			  aggregated_debt: in ram
			  credit_reference_list = [${2:balance}]
			  charge_reference_list = [${3:energyCharge}]
			  credit_charge_configuration = [
			    { credit_reference: ${2:balance}, charge_reference: ${3:energyCharge}, collection_configuration: bits"100" }
			  ] in nvm max 8
			  token_gateway_configuration = [{ credit_reference: ${2:balance}, token_proportion: 100 }]
			  account_activation_time = ${4:2026-01-01 00:00:00}
			  account_closure_time = *-*-* *:*:*
			  currency = { currency_name: "${5:EUR}", currency_scale: -2, currency_unit: monetary }
			  low_credit_threshold = ${6:200} in nvm
			  next_credit_available_threshold = 0
			  max_provision = 0
			  max_provision_period = 0
			}
			""");
	private static final Template TOKENS = object("TokenGateway, top-up", "where tokens come in, over a network or the key pad", """
			TokenGateway ${1:0-0:19.40.0*255} {
			  token: octet-string(0..20) in nvm
			  token_time: in nvm
			  token_description: array[0..4] of octet-string(0..32) in nvm
			  token_delivery_method: in nvm
			  token_status: structure { status_code: enum, data_value: bit-string(8) } in nvm
			}
			""");

	/** All of them. */
	static final List<Template> ALL = List.of(KEYS, LOAD_PROFILE, DAILY_PROFILE, BILLING_LOG, EVENT_LOG, SUPPLY_SCRIPTS, TARIFF_SCRIPTS, CALENDAR, SPECIAL_DAYS, SCHEDULE, CREDIT, EMERGENCY, CHARGE,
			ACCOUNT, TOKENS);

	private ObjectTemplates() {
	}

	private static Template object(String label, String about, String text) {
		return Template.of("", label, about, text);
	}
}
