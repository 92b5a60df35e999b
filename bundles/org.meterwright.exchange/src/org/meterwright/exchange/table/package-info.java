// SPDX-License-Identifier: EPL-2.0
/** Tables with a row for each attribute, as companion specifications print them. */
package org.meterwright.exchange.table;
