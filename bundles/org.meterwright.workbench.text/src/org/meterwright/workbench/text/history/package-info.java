// SPDX-License-Identifier: EPL-2.0
/** Edits of several texts as one step, and the way back from every edit of a project, wherever it was made. */
package org.meterwright.workbench.text.history;
