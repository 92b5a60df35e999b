// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One point in which text and table differ.
 *
 * @param where class id, version and member, such as {@code 7.1 attribute 2}
 * @param aspect what differs: name, type, ...
 * @param table what the table says, empty: nothing
 * @param text what the text says, empty: nothing
 */
record Difference(String where, String aspect, String table, String text) {
    /** Fail unless the differences found are those listed in a table, each with a reason. */
    static void assertListed(String table, Set<Difference> found) {
        Set<Difference> listed = new LinkedHashSet<>();
        for (Map<String, String> row : Table.read(table).rows()) {
            Difference known = new Difference(row.get("where"), row.get("aspect"), row.get("table"), row.get("text"));
            assertFalse(row.get("reason").isBlank(), () -> "no reason in %s.csv for %s".formatted(table, known));
            listed.add(known);
        }
        assertEquals("", missing(found, listed), () -> "differences that %s.csv does not list".formatted(table));
        assertEquals("", missing(listed, found), () -> "differences in %s.csv that do not exist any more".formatted(table));
    }

    private static String missing(Set<Difference> all, Set<Difference> from) {
        return all.stream().filter(difference -> !from.contains(difference)).map(Difference::line)
                .collect(Collectors.joining("\n"));
    }

    private String line() {
        return Table.line(where, aspect, table, text);
    }
}
