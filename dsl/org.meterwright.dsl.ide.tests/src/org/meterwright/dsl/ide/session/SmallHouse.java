// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.Map;
import java.util.TreeMap;

/** A project of a few lines in which everything depends on something in another file. */
final class SmallHouse {
	static final String CLASSES = """
			namespace house.classes

			/** A class of the house. */
			class HouseSensor id 8201 version 0 {
			  1 logical_name: octet-string(6) static
			  2 state: sensor_state dynamic
			  3 hold_off: double-long-unsigned static unit s default 60
			  method 1 rearm(integer(0))
			}
			type sensor_state = enum { quiet = 0, alarm = 1 }
			""";
	static final String BASE = """
			namespace house

			import house.classes.*

			abstract meter Base {
			  switch auxiliary
			  index rate = 1..2
			  device management at 1 named "HOU{serial}" {
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
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    tariff[r in rate]: Register 1-0:1.8.{r}*255 like total
			    sensor: HouseSensor 0-0:128.7.0*255 { hold_off = 30 s in nvm }
			    history: ProfileGeneric version 1 1-0:99.1.0*255 {
			      capture clock.time, total.value, tariff[*].value
			      capture_period = 15 min
			      sort_method = fifo
			      profile_entries = 96
			      buffer: in nvm
			    }
			    group readings = total, tariff[*], history
			  }
			  association public client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    conformance get, selective_access, block_transfer_get
			    show currentAssociation, clock, logicalDeviceName
			    grant read on currentAssociation, clock.time, logicalDeviceName.value
			  }
			  association reader client 2 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism low
			    secret in slot 3
			    conformance get, selective_access, block_transfer_get
			    grant read on *
			  }
			}
			""";
	static final String LAYER = """
			namespace house

			extend meter Base {
			  device management {
			    voltage: Register 1-0:32.7.0*255 {
			      value: long-unsigned in ram
			      scaler_unit = 10^-1 V
			    }
			  }
			}
			""";
	static final String METERS = """
			namespace house

			meter Small extends Base {
			  remove sensor
			}
			meter Large extends Base {
			  variant full = auxiliary
			  if auxiliary {
			    device management { extra: Data 0-0:96.1.1*255 { value: octet-string(8) = hex"00 01 02 03 04 05 06 07" } }
			  }
			}
			""";
	static final String OTHER = """
			namespace shed

			import house.classes.*

			meter Shed {
			  device management at 1 named "SHE{serial}" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    sensor: HouseSensor 0-0:128.7.0*255
			    counter: Data 0-0:96.1.2*255 { value: long-unsigned = 7 in nvm range 0..100 }
			  }
			  association public client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    show currentAssociation, clock, logicalDeviceName
			    grant read on currentAssociation, logicalDeviceName.value
			  }
			}
			""";
	static final String NAMES = """
			namespace shed

			import house.classes.*

			obis 0-0:128.7.0*255 for HouseSensor "Sensor of the house"
			""";

	static final String PLAYS = """

			scenario "the tariff is read" for Base {
			  set total.value = 2000 Wh
			  advance by 20 min
			  as reader {
			    read total.value
			    expect total.value == 2000 Wh
			    expect sensor.hold_off < 1 min
			  }
			}
			scenario "nothing is expected" for Base {
			  advance by 15 min
			}
			""";

	private SmallHouse() {
	}

	/** Several meters that share classes, a base, OBIS entries and imports over several files and namespaces. */
	static Map<String, String> texts() {
		return new TreeMap<>(Map.of("a-classes.cosem", CLASSES, "b-base.cosem", BASE, "c-layer.cosem", LAYER, "d-meters.cosem", METERS, "e-other.cosem", OTHER, "f-names.cosem", NAMES));
	}
}
