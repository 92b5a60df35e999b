// SPDX-License-Identifier: EPL-2.0
/** What can be done about a finding: mend it, or read why it matters. */
package org.meterwright.workbench.text.finding;
