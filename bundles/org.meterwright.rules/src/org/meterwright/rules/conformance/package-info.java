// SPDX-License-Identifier: EPL-2.0
/** What a companion asks, where a meter answers it, and what is missing: the conformance report. */
package org.meterwright.rules.conformance;
