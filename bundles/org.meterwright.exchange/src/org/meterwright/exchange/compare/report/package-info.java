// SPDX-License-Identifier: EPL-2.0
/** Writes comparisons as text and as a page. */
package org.meterwright.exchange.compare.report;
