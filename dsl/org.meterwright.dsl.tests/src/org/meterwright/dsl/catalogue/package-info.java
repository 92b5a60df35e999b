// SPDX-License-Identifier: EPL-2.0
/** The library's text held against tables of facts: every difference is known and has a reason. */
package org.meterwright.dsl.catalogue;
