// SPDX-License-Identifier: EPL-2.0
/** The first look: welcome page, first steps, splash. */
package org.meterwright.workbench.welcome;
