// SPDX-License-Identifier: EPL-2.0
/** The pages of the documentation, laid out as text with marked ranges, without a user interface. */
package org.meterwright.views.help;
