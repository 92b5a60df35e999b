// SPDX-License-Identifier: EPL-2.0
/** The generated meter as a program of this computer: compiled, started, and told what happens. */
package org.meterwright.scenario.host;
