// SPDX-License-Identifier: GPL-2.0-only
/** The DLMS library that other meters and head-ends are built on, as a program that answers requests: a second opinion on classes and values. */
package org.meterwright.meter;
