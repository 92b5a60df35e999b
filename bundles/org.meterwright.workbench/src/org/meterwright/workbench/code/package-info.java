// SPDX-License-Identifier: EPL-2.0
/** The firmware view: generated C beside the text, what generating would change, and what objects take of each memory. */
package org.meterwright.workbench.code;
