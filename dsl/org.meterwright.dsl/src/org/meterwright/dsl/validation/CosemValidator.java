// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.validation;

/** Checks nothing of its own: findings come from elaboration and from the rules on the COSEM model. */
public class CosemValidator extends AbstractCosemValidator {
}
