// SPDX-License-Identifier: EPL-2.0
/** What happens to the text while it is typed: indentation, brackets, comments. */
package org.meterwright.workbench.text.edit;
