// SPDX-License-Identifier: EPL-2.0
/** Parameter hints: which field or parameter is being typed. */
package org.meterwright.dsl.ide.hint;
