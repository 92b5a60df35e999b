// SPDX-License-Identifier: EPL-2.0
/** What the names in the text mean, from the syntax trees alone: for references, rename and the like, in half-written text too. */
package org.meterwright.dsl.ide.names;
