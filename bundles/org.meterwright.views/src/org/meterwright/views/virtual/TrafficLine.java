// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import org.meterwright.views.frames.FrameNode;

/**
 * A message between a client and the meter, or one that the meter sends by itself.
 *
 * @param number counts messages since the meter was started
 * @param from   who sends it: the client's association, or meter
 * @param time   time of the meter when it was noted, as 12:00:00; empty: the meter could not be asked then
 * @param frame  what it consists of
 */
public record TrafficLine(int number, String from, String time, FrameNode frame) {
}
