// SPDX-License-Identifier: EPL-2.0
/** What released meters have promised to keep: the logical names that were allocated for them. */
package org.meterwright.dsl.release;
