// SPDX-License-Identifier: EPL-2.0
/** The text that a new meter begins with, made from a few choices. */
package org.meterwright.views.starter;
