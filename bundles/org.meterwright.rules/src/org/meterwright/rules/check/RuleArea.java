// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

/** The checks of one area. */
@FunctionalInterface
public interface RuleArea {
	/** Tells the book which check belongs to which rule and element. */
	void register(RuleBook book);
}
