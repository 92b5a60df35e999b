// SPDX-License-Identifier: EPL-2.0
/** The language: grammar, scoping, elaboration, printer. */
package org.meterwright.dsl;
