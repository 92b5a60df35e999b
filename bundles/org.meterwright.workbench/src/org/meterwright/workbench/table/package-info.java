// SPDX-License-Identifier: EPL-2.0
/** Large tables: what objects and rights are shown in. */
package org.meterwright.workbench.table;
