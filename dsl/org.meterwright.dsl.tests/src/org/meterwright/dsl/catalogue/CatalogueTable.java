// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The interface classes as the tables of facts have them. */
final class CatalogueTable {
    private final Map<MemberKey, Member> members = new LinkedHashMap<>();
    private final Map<String, String> classNames = new LinkedHashMap<>();

    CatalogueTable() {
        Map<MemberKey, Map<Integer, String>> selectors = selectors();
        for (Map<String, String> row : Table.read("members").rows()) {
            MemberKey key = MemberKey.of(row);
            classNames.put(key.owner(), row.get("class_name"));
            members.put(key, new Member(key, row.get("name"), TableType.normal(row.get("type")), row.get("dynamics"), row.get("presence"),
                    selectors.getOrDefault(key, Map.of()), row.get("certainty").equals("low")));
        }
    }

    private static Map<MemberKey, Map<Integer, String>> selectors() {
        Map<MemberKey, Map<Integer, String>> selectors = new HashMap<>();
        for (Map<String, String> row : Table.read("selectors").rows()) {
            MemberKey key = new MemberKey(MemberKey.number(row, "class_id"), MemberKey.number(row, "version"), "attribute",
                    MemberKey.number(row, "index"));
            selectors.computeIfAbsent(key, k -> new TreeMap<>()).put(MemberKey.number(row, "selector"), TableType.normal(row.get("type")));
        }
        return selectors;
    }

    Map<MemberKey, Member> members() {
        return members;
    }

    Map<String, String> classNames() {
        return classNames;
    }
}
