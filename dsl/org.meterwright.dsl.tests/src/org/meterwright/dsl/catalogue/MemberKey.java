// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.Map;

/**
 * An attribute or method of a version of an interface class.
 *
 * @param kind {@code attribute} or {@code method}
 * @param index from 1
 */
record MemberKey(int classId, int version, String kind, int index) {
    static MemberKey of(Map<String, String> row) {
        return new MemberKey(number(row, "class_id"), number(row, "version"), row.get("kind"), number(row, "index"));
    }

    static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.get(column));
    }

    /** Name the class and version alone. */
    String owner() {
        return "%d.%d".formatted(classId, version);
    }

    @Override
    public String toString() {
        return "%s %s %d".formatted(owner(), kind, index);
    }
}
