// SPDX-License-Identifier: EPL-2.0
/** What companions ask of the meter, and what becomes of it. */
package org.meterwright.workbench.conformance;
