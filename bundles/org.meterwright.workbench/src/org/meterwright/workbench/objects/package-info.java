// SPDX-License-Identifier: EPL-2.0
/** The object explorer: all objects of a meter as a table that can be filtered, opened and edited. */
package org.meterwright.workbench.objects;
