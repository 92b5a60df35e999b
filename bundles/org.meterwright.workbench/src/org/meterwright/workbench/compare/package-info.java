// SPDX-License-Identifier: EPL-2.0
/** Compares a meter with another one or with a former revision. */
package org.meterwright.workbench.compare;
