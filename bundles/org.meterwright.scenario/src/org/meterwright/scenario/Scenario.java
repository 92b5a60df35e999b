// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.List;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;

/**
 * What a meter must do, step by step. Its parts are those of one model: a scenario is played on the firmware of that model alone.
 *
 * @param title  what it is about
 * @param place  where it is written
 * @param start  time of the clock at the beginning, a date-time of 12 octets
 * @param plays  steps in their order
 * @param proves names of requirements, use cases, Alerts and objects of companions that it says it proves
 */
public record Scenario(String title, Origin place, Bytes start, List<Play> plays, List<String> proves) {
	/** Copies the lists. */
	public Scenario {
		plays = List.copyOf(plays);
		proves = List.copyOf(proves);
	}
}
