// SPDX-License-Identifier: EPL-2.0
/** Colours of the text, from its tokens. */
package org.meterwright.workbench.text.colour;
