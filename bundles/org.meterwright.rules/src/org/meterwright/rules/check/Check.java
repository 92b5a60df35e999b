// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

/**
 * One rule's check of one element.
 *
 * @param <T> kind of element
 */
@FunctionalInterface
public interface Check<T> {
	/** Reports what is wrong with the element; reports nothing when all is well. */
	void check(T element, Facts facts, Report report);
}
