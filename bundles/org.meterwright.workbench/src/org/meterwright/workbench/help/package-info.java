// SPDX-License-Identifier: EPL-2.0
/** The documentation in the workbench: language, rules, tutorial, beside the text. */
package org.meterwright.workbench.help;
