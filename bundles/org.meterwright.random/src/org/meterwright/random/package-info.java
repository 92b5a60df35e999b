// SPDX-License-Identifier: EPL-2.0
/** Meters made by a seeded generator, for the tests of every room: the same seed gives the same meter on every machine. */
package org.meterwright.random;
