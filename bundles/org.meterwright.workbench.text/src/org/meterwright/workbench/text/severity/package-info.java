// SPDX-License-Identifier: EPL-2.0
/** How much the findings of a rule count for this user. */
package org.meterwright.workbench.text.severity;
