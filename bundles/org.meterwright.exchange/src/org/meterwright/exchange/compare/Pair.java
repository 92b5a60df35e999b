// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

/** Two things that are the same one in two meters. */
record Pair<T>(T left, T right) {
}
