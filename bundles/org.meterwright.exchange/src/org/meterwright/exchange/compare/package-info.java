// SPDX-License-Identifier: EPL-2.0
/** Semantic compare: what changed between two meters, and what it means for a head-end. */
package org.meterwright.exchange.compare;
