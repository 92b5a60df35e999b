// SPDX-License-Identifier: EPL-2.0
/** The language services, and the meters of each project as they stand in the editors. */
package org.meterwright.workbench.text.language;
