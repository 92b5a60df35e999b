// SPDX-License-Identifier: EPL-2.0
/** Reading XML of other tools. */
package org.meterwright.exchange.xml;
