// SPDX-License-Identifier: EPL-2.0
/** What all views of a meter have in common: they follow the text, the meter that is chosen, and the cursor. */
package org.meterwright.workbench.view;
