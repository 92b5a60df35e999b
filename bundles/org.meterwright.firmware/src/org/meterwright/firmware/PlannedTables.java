// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;

/**
 * The tables of a meter before their texts are made.
 *
 * @param layout where everything stands
 * @param tables the rows
 */
public record PlannedTables(TableLayout layout, Tables tables) {
}
