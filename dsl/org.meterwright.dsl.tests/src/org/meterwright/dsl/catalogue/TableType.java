// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the tables' notation of types into a normal form that {@link TextType} makes of the library's types as well: no blanks,
 * {@code any} for any type, no reserved codes and bits, {@code _} for {@code -} in names.
 */
final class TableType {
    private final String text;
    private int at;

    private TableType(String text) {
        this.text = text;
    }

    /** Convert to normal form; an empty text stays empty. */
    static String normal(String text) {
        if (text.isEmpty()) {
            return "";
        }
        TableType reader = new TableType(text);
        String type = reader.type();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("not a type from column %d on: %s".formatted(reader.at + 1, text));
        }
        return type;
    }

    /** Name a literal or field as the language can. */
    static String name(String text) {
        return text.trim().replace('-', '_');
    }

    private String type() {
        if (eat("structure{CHOICE any}")) {
            return "structure";
        }
        if (eat("structure{")) {
            return "structure{%s}".formatted(list(this::field));
        }
        if (eat("array<")) {
            String element = type();
            need(">");
            return "array<%s>".formatted(element);
        }
        if (eat("choice{")) {
            return "choice{%s}".formatted(list(this::type));
        }
        if (eat("enum{see units.csv}")) {
            return "unit_code";
        }
        if (eat("enum(bitmask){")) {
            return "bits of enum{%s}".formatted(list(this::literal));
        }
        if (eat("enum{")) {
            return "enum{%s}".formatted(list(this::literal));
        }
        if (eat("CHOICE any")) {
            return "any";
        }
        return simple();
    }

    private String simple() {
        String name = until(",}>");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("no type at column %d: %s".formatted(at + 1, text));
        }
        return name;
    }

    private String field() {
        String name = name(until(":"));
        need(":");
        return "%s:%s".formatted(name, type());
    }

    private String literal() {
        String[] codeAndName = until(",}").split(" ", 2);
        String code = codeAndName[0].replace("bit", "");
        String name = name(codeAndName[1]);
        return name.equals("reserved") || name.startsWith("unused") || name.equals("not_used") ? "" : "%s %s".formatted(code, name);
    }

    private String list(Supplier<String> element) {
        List<String> elements = new ArrayList<>();
        do {
            String next = element.get();
            if (!next.isEmpty()) {
                elements.add(next);
            }
        } while (eat(","));
        need("}");
        return String.join(",", elements);
    }

    private String until(String ends) {
        blanks();
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean eat(String expected) {
        blanks();
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private void need(String expected) {
        if (!eat(expected)) {
            throw new IllegalArgumentException("no %s at column %d: %s".formatted(expected, at + 1, text));
        }
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
