// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

/**
 * What came of reading an attribute.
 *
 * @param words   the value in words, or why there is none
 * @param refused whether there is none
 * @param octets  the A-XDR encoding in hex; empty: there is none
 * @param by      who has read it: an association, or firmware
 * @param time    time of the meter, as 2026-11-01 12:00:00
 */
public record Reading(String words, boolean refused, String octets, String by, String time) {
}
