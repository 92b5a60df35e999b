// SPDX-License-Identifier: EPL-2.0
/** Text as tokens and lines, for services that must work in half-written text. */
package org.meterwright.dsl.ide.text;
