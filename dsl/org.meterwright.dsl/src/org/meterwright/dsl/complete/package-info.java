// SPDX-License-Identifier: EPL-2.0
/** Writes the objects that companions require and a meter lacks. */
package org.meterwright.dsl.complete;
