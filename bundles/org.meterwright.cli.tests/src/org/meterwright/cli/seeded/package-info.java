// SPDX-License-Identifier: EPL-2.0
/** Faults that are put into correct meters, and whether the rules find them. */
package org.meterwright.cli.seeded;
