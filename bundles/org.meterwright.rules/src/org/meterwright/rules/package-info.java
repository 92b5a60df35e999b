// SPDX-License-Identifier: EPL-2.0
/** Rules on the COSEM model: what a rule is, how a meter is checked, and the findings that come out. */
package org.meterwright.rules;
