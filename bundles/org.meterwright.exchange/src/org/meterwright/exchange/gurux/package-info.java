// SPDX-License-Identifier: EPL-2.0
/** Files of the Gurux tools: object XML of its simulator and libraries, device files of its director. */
package org.meterwright.exchange.gurux;
