// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.function.UnaryOperator;

import org.meterwright.cosem.Meter;

/**
 * One of two meters that are compared.
 *
 * @param label   what reports call it
 * @param meter   the meter
 * @param scope   what is known of it
 * @param files   turns the file of a place into what both sides call it; an empty text: files cannot be compared
 * @param wording says things in words
 */
public record Side(String label, Meter meter, Comparison.Scope scope, UnaryOperator<String> files, Wording wording) {

	/** Makes a side whose files cannot be compared with the other's. */
	public static Side of(String label, Meter meter, Wording wording) {
		return new Side(label, meter, Comparison.Scope.ALL, file -> "", wording);
	}
}
