// SPDX-License-Identifier: EPL-2.0
/** Remarks above objects: octets in the tables, associations that see them. */
package org.meterwright.workbench.text.lens;
