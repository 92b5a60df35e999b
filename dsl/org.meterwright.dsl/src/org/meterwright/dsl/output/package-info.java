// SPDX-License-Identifier: EPL-2.0
/** What goes to the disk: all files of a run or none. */
package org.meterwright.dsl.output;
