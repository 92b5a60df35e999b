// SPDX-License-Identifier: EPL-2.0
/** Scenarios: what a meter must do, played on its compiled firmware tables. */
package org.meterwright.scenario;
