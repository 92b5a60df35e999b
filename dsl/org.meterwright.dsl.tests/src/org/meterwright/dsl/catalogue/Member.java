// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.Map;

/**
 * What text or table say of an attribute or method.
 *
 * @param type in normal form, see {@link TableType}; empty: no parameter
 * @param dynamics {@code static}, {@code dynamic}, or empty where the instance decides
 * @param presence {@code mandatory} or {@code optional}
 * @param selectors types of the selective accesses by number
 * @param uncertain whether the fact is doubtful
 */
record Member(MemberKey key, String name, String type, String dynamics, String presence, Map<Integer, String> selectors, boolean uncertain) {
}
