// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of facts: comma-separated values with a heading line, cells in double quotes where they hold a comma. */
record Table(List<Map<String, String>> rows) {
    /** Read {@code catalogue/<name>.csv} of the test bundle. */
    static Table read(String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of("catalogue", name + ".csv"));
            List<String> heading = cells(lines.get(0));
            return new Table(lines.stream().skip(1).map(line -> row(heading, cells(line))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> heading, List<String> cells) {
        if (heading.size() != cells.size()) {
            throw new IllegalArgumentException("%d cells under %d headings: %s".formatted(cells.size(), heading.size(), cells));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            row.put(heading.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Write one line of a table, as {@link #read(String)} reads it. */
    static String line(String... cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
            quoted.add(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        }
        return String.join(",", quoted);
    }
}
