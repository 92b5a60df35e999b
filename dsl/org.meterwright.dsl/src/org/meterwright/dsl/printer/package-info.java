// SPDX-License-Identifier: EPL-2.0
/** Writes COSEM models as text of the language, as a designer would: sugar, families, groups, names. */
package org.meterwright.dsl.printer;
