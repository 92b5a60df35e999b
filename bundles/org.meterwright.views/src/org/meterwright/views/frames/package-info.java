// SPDX-License-Identifier: EPL-2.0
/** What goes over a line, taken apart layer by layer. */
package org.meterwright.views.frames;
