// SPDX-License-Identifier: EPL-2.0
/** How a model's values and names are written in the language: what the printer, findings, quick fixes and hovers share. */
package org.meterwright.dsl.values;
