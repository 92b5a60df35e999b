// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.outline;

/** What an outline entry stands for; each kind has one icon. */
public enum OutlineKind {
	METER, COMPANION, CLASS, TYPE, UNIT, DEVICE, OBJECT, ATTRIBUTE, SCRIPT, ASSOCIATION, EVENT, REACTION, PUSH, ALERT, USE_CASE, REQUIREMENT, VARIANT, GROUP,
	SCENARIO, CONDITION, AREA
}
