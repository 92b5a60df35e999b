// SPDX-License-Identifier: EPL-2.0
/** Ways from one place of the text to another: go to definition, into the library too. */
package org.meterwright.workbench.text.link;
