// SPDX-License-Identifier: EPL-2.0
/** The generic editor's bridge to the language services. */
package org.meterwright.workbench.text;
