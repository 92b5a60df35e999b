// SPDX-License-Identifier: EPL-2.0
/** Importers and exporters of other tools' formats. */
package org.meterwright.exchange;
