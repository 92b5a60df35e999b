// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.words.Unit;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;

/** Status words and alarm registers of companions have named bits, as the tables of facts have them; units for people are those of the texts. */
class StatusWordsTest {
    private final LibraryText library = LibraryText.get();

    @Test
    void bitsAreThoseOfTheTables() {
        Map<String, TreeSet<String>> expected = new TreeMap<>();
        Table.read("status-bits").rows().forEach(row -> expected.computeIfAbsent("%s.%s".formatted(row.get("namespace"), row.get("type")), key -> new TreeSet<>())
                .add("%s %s".formatted(row.get("bit"), row.get("name"))));
        Map<String, TreeSet<String>> actual = new TreeMap<>();
        for (TypeDecl type : library.all(TypeDecl.class)) {
            String name = "%s.%s".formatted(((File) type.eContainer()).getName(), type.getName());
            if (expected.containsKey(name)) {
                TreeSet<String> bits = new TreeSet<>();
                for (Literal each : ((BitsTypeExpr) type.getType()).getLiterals()) {
                    bits.add("%s %s".formatted(each.getValue(), each.getName()));
                }
                actual.put(name, bits);
            }
        }
        assertEquals(expected, actual);
    }

    @Test
    void valuesAreWrittenAndShownByTheNamesOfTheirBits() throws IOException {
        Workspace workspace = Workspace.open(List.of());
        workspace.put("m.cosem", """
                namespace acme.alarms
                import idis.*
                meter M {
                  device management at 1 named "ACM1" {
                    alarms: Data 0-0:97.98.0*255 { value: alarm_register_1 = fraud_attempt | clock_invalid in nvm }
                    esw: Data 0-0:94.91.18*255 { value: india.event_status_word = bits"1000" in nvm }
                    row: Data 0-0:96.10.1*255 { value: profile_status = data_not_valid | power_down in nvm }
                  }
                }
                """);
        Compilation compilation = workspace.compile();
        assertEquals(List.of(), compilation.findings().stream().filter(each -> each.rule().startsWith("MW-LANG-0") && each.isBlocking() && !each.rule().equals("MW-LANG-051"))
                .map(each -> each.message()).toList());
        assertEquals("clock_invalid, fraud_attempt", words(compilation, 0));
        assertEquals("data_not_valid, power_down", words(compilation, 2));
    }

    private static String words(Compilation compilation, int object) {
        List<String> names = List.of("alarms", "esw", "row");
        Attribute value = compilation.meters().getFirst().model().getDevices().getFirst().getObjects().stream().filter(each -> each.getName().equals(names.get(object)))
                .flatMap(each -> CosemObjects.attribute(each, 2).stream()).findFirst().orElseThrow();
        return ValueWords.of(value).orElseThrow();
    }

    @Test
    void unitsForPeopleAreThoseOfTheTexts() {
        Map<Integer, Unit> expected = new TreeMap<>();
        for (UnitDecl unit : library.all(UnitDecl.class)) {
            int code = Integer.parseInt(unit.getCode());
            expected.put(code, new Unit(code, unit.getName(), unit.getSymbol() == null ? unit.getName() : unit.getSymbol(), unit.getTitle()));
        }
        assertEquals(expected, new TreeMap<>(Unit.all()));
    }
}
