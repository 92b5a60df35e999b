// SPDX-License-Identifier: EPL-2.0
/** Help while writing: completion and hover. */
package org.meterwright.workbench.text.assist;
