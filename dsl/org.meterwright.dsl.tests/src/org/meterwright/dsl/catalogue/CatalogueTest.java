// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.cosemDsl.EnumTypeExpr;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;

class CatalogueTest {
    private final CatalogueText text = new CatalogueText();
    private final CatalogueTable table = new CatalogueTable();
    private final Set<Difference> found = new LinkedHashSet<>();

    @Test
    void libraryParses() {
        assertEquals(List.of(), LibraryText.get().errors());
    }

    @Test
    void differencesToTheTablesAreListed() {
        compareClasses();
        for (Member member : table.members().values()) {
            Member written = text.members().get(member.key());
            if (written == null) {
                differ(member.key().toString(), "member", member.name(), "");
            } else {
                compare(member, written);
            }
        }
        for (Member member : text.members().values()) {
            if (!table.members().containsKey(member.key())) {
                differ(member.key().toString(), "member", "", member.name());
            }
        }
        Difference.assertListed("differences", found);
    }

    private void compareClasses() {
        Set<String> all = new TreeSet<>(table.classNames().keySet());
        all.addAll(text.classNames().keySet());
        all.forEach(key -> same(key, "class", table.classNames().getOrDefault(key, ""), text.classNames().getOrDefault(key, "")));
    }

    private void compare(Member expected, Member actual) {
        String where = expected.key().toString();
        same(where, "name", expected.name(), actual.name());
        same(where, "type", expected.type(), actual.type());
        same(where, "dynamics", expected.dynamics(), actual.dynamics());
        same(where, "presence", expected.presence(), actual.presence());
        same(where, "selectors", expected.selectors().toString(), actual.selectors().toString());
    }

    private void same(String where, String aspect, String expected, String actual) {
        if (!expected.equals(actual)) {
            differ(where, aspect, expected, actual);
        }
    }

    private void differ(String where, String aspect, String expected, String actual) {
        found.add(new Difference(where, aspect, expected, actual));
    }

    @Test
    void doubtfulFactsAreMarked() {
        List<MemberKey> unmarked = table.members().values().stream().filter(Member::uncertain).map(Member::key)
                .filter(key -> text.members().containsKey(key) && !text.members().get(key).uncertain()).toList();
        assertEquals(List.of(), unmarked, "facts of low certainty that are not declared uncertain");
    }

    @Test
    void differencesToGuruxAreListed() {
        for (Map<String, String> row : Table.read("gurux").rows()) {
            compareGurux(row, "4.0.47", row.get("in_4_0_47"), row.get("name_4_0_47"));
            compareGurux(row, "4.0.96", row.get("in_4_0_96"), row.get("name_4_0_96"));
        }
        missingInGurux("4.0.47", "in_4_0_47");
        missingInGurux("4.0.96", "in_4_0_96");
        Difference.assertListed("differences-gurux", found);
    }

    private void compareGurux(Map<String, String> row, String release, String present, String name) {
        MemberKey key = MemberKey.of(row);
        if (present.equals("no")) {
            return;
        }
        Member written = text.members().get(key);
        if (written == null) {
            differ(key.toString(), release, name, "");
        } else if (!letters(written.name()).equals(letters(name))) {
            differ(key.toString(), release, name, written.name());
        }
    }

    private void missingInGurux(String release, String column) {
        Set<String> owners = new TreeSet<>();
        Set<MemberKey> present = new LinkedHashSet<>();
        Table.read("gurux").rows().stream().filter(row -> row.get(column).equals("yes")).map(MemberKey::of).forEach(key -> {
            owners.add(key.owner());
            present.add(key);
        });
        text.members().values().stream().filter(member -> owners.contains(member.key().owner()) && !present.contains(member.key()))
                .forEach(member -> differ(member.key().toString(), release, "", member.name()));
    }

    private static String letters(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Test
    void unitsAreThoseOfTheTable() {
        Map<String, String> expected = new TreeMap<>();
        Table.read("units").rows().forEach(row -> expected.put(row.get("code"), row.get("symbol")));
        Map<String, String> actual = new TreeMap<>();
        LibraryText.get().all(UnitDecl.class).forEach(unit -> actual.put(unit.getCode(), symbol(unit)));
        assertEquals(expected, actual);
    }

    private static String symbol(UnitDecl unit) {
        return unit.getSymbol() == null ? unit.getName() : unit.getSymbol();
    }

    @Test
    void unitCodesAreThoseOfTheUnits() {
        Map<String, String> units = new TreeMap<>();
        LibraryText.get().all(UnitDecl.class).forEach(unit -> units.put(unit.getName(), unit.getCode()));
        TypeDecl type = LibraryText.get().all(TypeDecl.class).stream().filter(t -> t.getName().equals("unit_code")).findAny().orElseThrow();
        Map<String, String> codes = new TreeMap<>();
        ((EnumTypeExpr) type.getType()).getLiterals().forEach(literal -> codes.put(literal.getName(), literal.getValue()));
        assertEquals(units, codes);
    }
}
