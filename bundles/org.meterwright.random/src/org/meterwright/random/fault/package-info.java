// SPDX-License-Identifier: EPL-2.0
/** Seeded faults: mutations of correct meters, each of a kind that says what is wrong afterwards. */
package org.meterwright.random.fault;
