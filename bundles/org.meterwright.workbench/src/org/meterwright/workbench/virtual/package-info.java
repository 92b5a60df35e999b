// SPDX-License-Identifier: EPL-2.0
/** The generated meter as a program of this computer: to start, to read, to see what it does, to play its scenarios on. */
package org.meterwright.workbench.virtual;
