// SPDX-License-Identifier: EPL-2.0
/** Renaming across files. */
package org.meterwright.dsl.ide.rename;
