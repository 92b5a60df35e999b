// SPDX-License-Identifier: EPL-2.0
/** The objects of a meter as rows of a table that can be filtered, sorted and opened. */
package org.meterwright.views.objects;
