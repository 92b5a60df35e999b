// SPDX-License-Identifier: EPL-2.0
/** All uses of a name: to look at, and to change. */
package org.meterwright.workbench.text.refactor;
