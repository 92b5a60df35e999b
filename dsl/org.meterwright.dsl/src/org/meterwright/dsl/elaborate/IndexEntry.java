// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

/**
 * An entry of an index: {@code L1 = 32}, or a number of a range, whose name is the number.
 *
 * @param name  name, as between the brackets of a family member
 * @param value value, as in a logical name
 */
public record IndexEntry(String name, int value) {
}
