// SPDX-License-Identifier: EPL-2.0
/** Meters from what other tools and meters know. */
package org.meterwright.views.intake;
