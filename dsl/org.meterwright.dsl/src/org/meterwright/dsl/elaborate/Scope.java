// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

/**
 * From where a name is looked up.
 *
 * @param device logical device whose names need no qualification; empty: the whole meter
 * @param env    binders
 */
public record Scope(String device, Env env) {
	/** The whole meter, no binders. */
	public static final Scope METER = new Scope("", Env.NONE);
}
