// SPDX-License-Identifier: EPL-2.0
/** The library's text and the way to it. */
package org.meterwright.library;
