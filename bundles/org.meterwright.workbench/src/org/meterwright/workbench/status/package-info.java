// SPDX-License-Identifier: EPL-2.0
/** Is it safe to generate, and does it fit: status line and Meter view. */
package org.meterwright.workbench.status;
