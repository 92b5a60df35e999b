// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange;

import org.meterwright.cosem.value.Origin;

/**
 * Something worth knowing about an import.
 *
 * @param rule    rule id, such as MW-IMP-001, described in import.rules
 * @param warning true: the import may not be what the meter is; false: for information
 * @param message one sentence
 * @param place   where in the imported file
 */
public record ImportFinding(String rule, boolean warning, String message, Origin place) {
}
