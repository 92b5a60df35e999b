// SPDX-License-Identifier: EPL-2.0
/** Firmware tables: layout, C, binary image, memory report. */
package org.meterwright.firmware;
