// SPDX-License-Identifier: EPL-2.0
/** Colours of the text, from its tokens and from what names stand for. */
package org.meterwright.workbench.text.colour;
