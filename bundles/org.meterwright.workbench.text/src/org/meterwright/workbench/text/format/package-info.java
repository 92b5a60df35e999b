// SPDX-License-Identifier: EPL-2.0
/** Formatting of the text in the editor. */
package org.meterwright.workbench.text.format;
