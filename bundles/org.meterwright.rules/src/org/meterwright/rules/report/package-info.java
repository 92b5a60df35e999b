// SPDX-License-Identifier: EPL-2.0
/** Findings as text for people and machines. */
package org.meterwright.rules.report;
