// SPDX-License-Identifier: EPL-2.0
/** Firmware tables from a meter: C tables with their access code, self-test, trace and memory report. */
package org.meterwright.firmware;
