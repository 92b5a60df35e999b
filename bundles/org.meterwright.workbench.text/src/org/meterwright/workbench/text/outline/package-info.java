// SPDX-License-Identifier: EPL-2.0
/** The outline of the text in the active editor. */
package org.meterwright.workbench.text.outline;
