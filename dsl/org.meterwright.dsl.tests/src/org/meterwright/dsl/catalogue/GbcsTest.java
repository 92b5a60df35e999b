// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.MessageLine;
import org.meterwright.dsl.cosemDsl.StructTypeExpr;
import org.meterwright.dsl.cosemDsl.UnspecifiedLine;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.UseCaseStepLine;

class GbcsTest {
    /** Reached by the billing Alert only, which is no use case of the table. */
    private static final String BILLING_SEAL = "30/0-0:43.2.11.255";

    private final GbcsText text = new GbcsText();

    @Test
    void onlyTheMandatedCommandsAreCritical() {
        Map<String, String> expected = new TreeMap<>();
        Table.read("gbcs-critical").rows()
                .forEach(row -> expected.put(row.get("use_case"), "%s %s".formatted(row.get("message"), row.get("roles").replace(" ", ""))));
        Map<String, String> actual = new TreeMap<>();
        text.useCases().stream().filter(UseCaseDecl::isCritical).filter(GbcsTest::isCommand).forEach(useCase -> actual.put(useCase.getName(), "%s %s"
                .formatted(useCase.getMessage(), useCase.getRoles().stream().map(GbcsText::name).collect(Collectors.joining(",")))));
        assertEquals(expected, actual);
    }

    @Test
    void useCasesReachTheObjectsOfTheTable() {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (Map<String, String> row : Table.read("gbcs-use-cases").rows()) {
            expected.computeIfAbsent("%s %s".formatted(row.get("use_case"), row.get("message")), key -> new TreeSet<>())
                    .add("%s/%s".formatted(row.get("class_id"), row.get("obis")));
        }
        Map<String, Set<String>> actual = new TreeMap<>();
        text.useCases().stream().filter(GbcsTest::isCommand).forEach(useCase -> actual.put("%s %s".formatted(useCase.getName(), useCase.getMessage()), reached(useCase)));
        assertEquals(expected, actual);
    }

    /** Tells whether a use case is a Command of the table; one is the message of an Alert. */
    private static boolean isCommand(UseCaseDecl useCase) {
        return !useCase.getName().equals("ECS68");
    }

    private Set<String> reached(UseCaseDecl useCase) {
        Set<String> reached = new TreeSet<>();
        for (UseCaseStepLine step : useCase.getSteps()) {
            String object = step.getTarget().getSegments().get(0).getName();
            assertNotNull(text.objects().get(object), () -> "%s names an unknown object %s".formatted(useCase.getName(), object));
            reached.addAll(text.objects().get(object));
        }
        return reached;
    }

    @Test
    void requiredObjectsAreThoseThatUseCasesReach() {
        Set<String> expected = Table.read("gbcs-objects").rows().stream()
                .map(row -> "%s/%s".formatted(row.get("class_id"), row.get("obis"))).collect(Collectors.toCollection(TreeSet::new));
        expected.add(BILLING_SEAL);
        Set<String> actual = new TreeSet<>();
        text.objects().values().forEach(actual::addAll);
        assertEquals(expected, actual);
    }

    @Test
    void alertsSayWhatTheTableSays() {
        Map<String, AlertDecl> alerts = new TreeMap<>();
        text.alerts().forEach(alert -> alerts.put(alert.getCode(), alert));
        List<Map<String, String>> rows = Table.read("gbcs-alerts").rows();
        assertEquals(rows.stream().map(row -> row.get("code")).collect(Collectors.toCollection(TreeSet::new)), alerts.keySet());
        for (Map<String, String> row : rows) {
            AlertDecl alert = alerts.get(row.get("code"));
            assertEquals(row.get("critical").equals("yes"), alert.isCritical(), alert.getName());
            assertEquals(row.get("always").equals("yes"), alert.isAlways(), alert.getName());
            assertTrue(Set.of("", row.get("message")).contains(GbcsText.message(alert)), alert.getName());
            assertTrue(logs(row).equals(GbcsText.logs(alert)) || text.uncertain(alert), alert.getName());
            assertTrue(roles(row).containsAll(GbcsText.roles(alert)) || text.uncertain(alert), alert.getName());
        }
    }

    @Test
    void allUseCasesSayWhatTheTableSays() {
        Map<String, String> expected = new TreeMap<>();
        Table.read("gbcs-messages").rows().forEach(row -> expected.put(row.get("use_case"), "%s critical %s dated %s replay %s for %s with %s".formatted(row.get("message"),
                row.get("critical"), row.get("future_dated"), row.get("replay_protected"), row.get("roles"), row.get("elements"))));
        Map<String, String> actual = new TreeMap<>();
        text.allUseCases().forEach(useCase -> actual.put(useCase.getName(), describe(useCase, expected.getOrDefault(useCase.getName(), ""))));
        assertEquals(expected, actual);
        assertEquals(240, actual.size());
    }

    /** Describe a use case; where the table says nothing, nothing is expected to be said. */
    private String describe(UseCaseDecl useCase, String expected) {
        Set<String> unspecified = useCase.getLines().stream().filter(UnspecifiedLine.class::isInstance).flatMap(line -> ((UnspecifiedLine) line).getFacets().stream())
                .collect(Collectors.toSet());
        return "%s critical %s dated %s replay %s for %s with %d".formatted(useCase.getMessage(), flag(useCase.isCritical(), unspecified.contains("critical")),
                flag(useCase.isFuture(), expected.contains("dated  ")), flag(useCase.isReplay(), expected.contains("replay  ")),
                useCase.getRoles().stream().map(GbcsText::name).collect(Collectors.joining(" ")), text.elements(useCase));
    }

    private static String flag(boolean flag, boolean unspecified) {
        return unspecified ? "" : String.valueOf(flag);
    }

    @Test
    void allAlertCodesAreThere() {
        assertEquals(189, text.allAlerts().stream().map(AlertDecl::getCode).distinct().count());
        assertEquals(189, text.allAlerts().size());
    }

    @Test
    void theElementsOfTheTableStandInTheText() {
        int payload = (int) text.allAlerts().stream().flatMap(alert -> alert.getItems().stream()).filter(line -> line instanceof MessageLine message
                && message.getPayload() instanceof StructTypeExpr).count();
        assertEquals(903, text.allUseCases().stream().mapToInt(text::elements).sum());
        assertEquals(8, payload, "Alerts of outages, which carry two times");
    }

    private static Set<String> logs(Map<String, String> row) {
        Map<String, String> names = Map.of("security_log", "securityLog", "event_log", "eventLog", "power_event_log", "powerEventLog",
                "auxiliary_log", "auxiliaryEventLog");
        return names.keySet().stream().filter(column -> row.get(column).equals("Y")).map(names::get).collect(Collectors.toSet());
    }

    private static Set<String> roles(Map<String, String> row) {
        Map<String, String> names = Map.of("Supplier", "Supplier", "Network Operator", "NetworkOperator", "Access Control Broker",
                "AccessControlBroker", "WAN Provider", "WanProvider");
        return names.keySet().stream().filter(row.get("roles")::contains).map(names::get).collect(Collectors.toSet());
    }

    @Test
    void alertNamesAreUnique() {
        Set<String> seen = new HashSet<>();
        assertEquals(List.of(), text.alerts().stream().map(AlertDecl::getName).filter(name -> !seen.add(name)).toList());
    }
}
