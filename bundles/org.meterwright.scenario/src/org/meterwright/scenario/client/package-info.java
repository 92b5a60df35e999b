// SPDX-License-Identifier: EPL-2.0
/** A DLMS client made of the standard's octets alone, on the cryptography of the Java platform (IEC 62056-5-3, 62056-46, 62056-47). */
package org.meterwright.scenario.client;
