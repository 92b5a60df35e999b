// SPDX-License-Identifier: EPL-2.0
/** Generated C beside the text: rows of an object, changes since the last generation, files that would change. */
package org.meterwright.views.code;
