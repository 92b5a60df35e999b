// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The catalogue leaves no class out, describes everything that it has, and says where a type is open or a fact is doubtful. */
class CompletenessTest {
    /** Types that are open in the standard itself, and what closes them. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("Data.value", "any type is allowed"),
            Map.entry("ProfileGeneric.buffer", "rows are as the capture objects"),
            Map.entry("RegisterTable.table_cell_values", "cells are of the type of the registers"),
            Map.entry("ScriptTable.scripts", "a parameter is of the type of what it is written to"),
            Map.entry("RegisterMonitor.thresholds", "thresholds are of the type of the monitored attribute"),
            Map.entry("Limiter.threshold_active", "thresholds are of the type of the monitored attribute"),
            Map.entry("Limiter.threshold_normal", "thresholds are of the type of the monitored attribute"),
            Map.entry("Limiter.threshold_emergency", "thresholds are of the type of the monitored attribute"),
            Map.entry("ParameterMonitor.changed_parameter", "the value is of the type of the attribute that changed"),
            Map.entry("ParameterMonitor.parameter_values", "values are of the types of the attributes"),
            Map.entry("MeasurementDataMonitoring.waveform_data", "samples are described in the compact array"),
            Map.entry("SensorManager.raw_value", "any type is allowed"),
            Map.entry("SensorManager.status", "any type is allowed"),
            Map.entry("SensorManager.raw_value_thresholds", "thresholds are of the type of the raw value"),
            Map.entry("SensorManager.processed_value_thresholds", "thresholds are of the type of the processed value"),
            Map.entry("ArrayManager.retrieve_entries", "entries are those of the array"),
            Map.entry("ArrayManager.insert_entry", "entries are those of the array"),
            Map.entry("ArrayManager.update_entry", "entries are those of the array"),
            Map.entry("MBusClient.data_send", "data are as the information block says"));

    private final List<InterfaceClass> classes = classes();

    private static List<InterfaceClass> classes() {
        LibraryText library = LibraryText.get();
        SyntaxFile meter = library.file("meter.cosem", "meter Empty { }");
        Declarations declarations = new Declarations(Stream.concat(library.files().stream(), Stream.of(meter)).toList());
        Elaboration elaboration = new Elaboration(declarations, (MeterDecl) meter.root().getElements().get(0), Set.of());
        return library.all(ClassDecl.class).stream().map(elaboration.classes()::of).filter(each -> each.getClassId() < 8192).toList();
    }

    @Test
    void everyClassAndVersionIsThere() {
        Map<Integer, TreeSet<Integer>> versions = new TreeMap<>();
        classes.forEach(each -> versions.computeIfAbsent(each.getClassId(), id -> new TreeSet<>()).add(each.getVersion()));
        Map<Integer, String> expected = new TreeMap<>();
        for (Map<String, String> row : Table.read("editions").rows()) {
            expected.put(MemberKey.number(row, "class_id"), row.get("library"));
            assertFalse(!row.get("listed").equals(row.get("library")) && row.get("reason").isBlank(), () -> "no reason for class %s".formatted(row));
        }
        Map<Integer, String> actual = new TreeMap<>();
        versions.forEach((id, all) -> actual.put(id, all.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        assertEquals(expected, actual);
    }

    @Test
    void everythingIsDescribed() {
        List<String> silent = new ArrayList<>();
        for (InterfaceClass type : classes) {
            String named = Optional.ofNullable(type.getDocumentation()).orElse("");
            if (!named.matches("(?s).+: .+\\.")) {
                silent.add("%s version %d".formatted(type.getName(), type.getVersion()));
            }
            type.getAttributes().stream().filter(each -> isSilent(each.getDocumentation())).forEach(each -> silent.add(name(type, each.getName())));
            type.getMethods().stream().filter(each -> isSilent(each.getDocumentation())).forEach(each -> silent.add(name(type, each.getName())));
        }
        assertEquals(List.of(), silent);
    }

    private static boolean isSilent(String documentation) {
        return documentation == null || !documentation.endsWith(".") || documentation.contains("@") || documentation.length() < 8;
    }

    @Test
    void typesGoToTheLeafUnlessTheEntrySaysWhy() {
        Set<String> open = new TreeSet<>();
        for (InterfaceClass type : classes) {
            for (AttributeDefinition each : type.getAttributes()) {
                if (isOpen(each.getType()) && each.getUncertain() == null && type.getUncertain() == null) {
                    open.add(name(type, each.getName()));
                }
            }
            for (MethodDefinition each : type.getMethods()) {
                boolean known = each.getUncertain() == null && type.getUncertain() == null;
                if (known && Stream.of(each.getParameter(), each.getReturned()).anyMatch(part -> part != null && isOpen(part))) {
                    open.add(name(type, each.getName()));
                }
            }
        }
        assertEquals(new TreeSet<>(OPEN.keySet()), open, "open types; each needs a reason");
    }

    private static boolean isOpen(DataType type) {
        return switch (type) {
            case DataType.Any any -> true;
            case DataType.Simple simple -> simple.tag() == DataTag.ENUM || simple.tag().hasParts();
            case DataType.Named named -> isOpen(named.type());
            case DataType.ArrayOf array -> isOpen(array.element());
            case DataType.CompactOf array -> isOpen(array.element());
            case DataType.StructureOf structure -> structure.fields().stream().anyMatch(field -> isOpen(field.type()));
            case DataType.Choice choice -> choice.options().stream().filter(each -> !(each.bare() instanceof DataType.Simple simple
                    && simple.tag() == DataTag.ENUM)).anyMatch(CompletenessTest::isOpen);
            case DataType.Enumeration enumeration -> enumeration.literals().isEmpty();
            case DataType.BitField bits -> bits.literals().isEmpty();
        };
    }

    @Test
    void everyMethodSaysWhatItTakes() {
        List<String> without = classes.stream().flatMap(type -> type.getMethods().stream().filter(each -> each.getParameter() == null)
                .map(each -> name(type, each.getName()))).toList();
        assertEquals(List.of(), without);
    }

    @Test
    void attributesAreStaticOrDynamic() {
        List<String> neither = classes.stream().flatMap(type -> type.getAttributes().stream()
                .filter(each -> each.getDynamics() == Dynamics.INSTANCE).map(each -> name(type, each.getName()))).toList();
        assertEquals(List.of("Data.value"), neither);
    }

    @Test
    void doubtsAreReasons() {
        List<String> doubts = new ArrayList<>();
        for (InterfaceClass type : classes) {
            doubts.add(type.getUncertain());
            type.getAttributes().forEach(each -> doubts.add(each.getUncertain()));
            type.getMethods().forEach(each -> doubts.add(each.getUncertain()));
        }
        List<String> given = doubts.stream().filter(each -> each != null).toList();
        assertEquals(List.of(), given.stream().filter(each -> each.length() < 12 || each.endsWith(".")).toList());
        assertFalse(given.isEmpty());
    }

    private static String name(InterfaceClass type, String member) {
        return "%s.%s".formatted(type.getName(), member);
    }
}
