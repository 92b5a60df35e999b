// SPDX-License-Identifier: EPL-2.0
/**
 * What people read instead of codes: values by their types, dates, units, access modes, conformance blocks. The one place that all
 * texts for people come from: hovers, findings, views, comments in generated files.
 */
package org.meterwright.cosem.words;
