// SPDX-License-Identifier: EPL-2.0
/** From meters to firmware tables: command, job, and generating on save. */
package org.meterwright.workbench.generate;
