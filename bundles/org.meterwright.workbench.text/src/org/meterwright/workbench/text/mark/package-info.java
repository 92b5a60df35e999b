// SPDX-License-Identifier: EPL-2.0
/** What an editor marks by itself: other places of the name at the cursor, and what can be folded. */
package org.meterwright.workbench.text.mark;
