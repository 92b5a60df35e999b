// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

/**
 * Something follows something else.
 *
 * @param from  key of what comes first
 * @param to    key of what follows
 * @param label under what circumstances; empty: always
 */
public record FlowEdge(String from, String to, String label) {
}
