// SPDX-License-Identifier: EPL-2.0
/** What companions ask of a meter and what becomes of it, as lines of a tree. */
package org.meterwright.views.conformance;
