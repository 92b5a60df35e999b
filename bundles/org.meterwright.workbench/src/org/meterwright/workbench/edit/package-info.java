// SPDX-License-Identifier: EPL-2.0
/** Edits made in views: planned in the background, made in the text, undone like any other. */
package org.meterwright.workbench.edit;
