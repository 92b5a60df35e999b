// SPDX-License-Identifier: EPL-2.0
/** Where every element of a meter comes from, in words. */
package org.meterwright.dsl.trace;
