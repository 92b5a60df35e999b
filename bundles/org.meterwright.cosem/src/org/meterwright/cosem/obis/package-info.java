// SPDX-License-Identifier: EPL-2.0
/** The OBIS dictionary: what logical names mean and which interface classes fit them. */
package org.meterwright.cosem.obis;
