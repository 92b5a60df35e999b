// SPDX-License-Identifier: EPL-2.0
/** Unsaved texts that outlive a crash. */
package org.meterwright.workbench.text.draft;
