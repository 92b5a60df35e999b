// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.function.Consumer;

/**
 * How a rule is tested.
 *
 * @param rule   rule id
 * @param breaks makes of the sample a meter with exactly one finding, of this rule
 * @param keeps  makes of the sample a meter without any finding, close to the one that breaks the rule
 */
record RuleCase(String rule, Consumer<Sample> breaks, Consumer<Sample> keeps) {
}
