// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.LogLine;
import org.meterwright.dsl.cosemDsl.MessageLine;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.ToLine;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;

/** The GBCS companion as the library's text has it: objects by name with families expanded, use cases, Alerts. */
final class GbcsText {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\w+(?:\\+(\\d+))?}");

    private static final String METER = "gbcs.v4.esme";

    private final LibraryText library = LibraryText.get();
    private final Map<String, Integer> classIds = new HashMap<>();
    private final Map<String, Set<String>> objects = new LinkedHashMap<>();

    GbcsText() {
        library.all(ClassDecl.class).forEach(type -> classIds.put(type.getName(), Integer.parseInt(type.getClassId())));
        library.all(RequirementDecl.class).stream().filter(GbcsText::isMeters).forEach(required -> objects.put(required.getObject().getName(), names(required.getObject())));
    }

    /** Return class id and logical name of each required object, as {@code 3/1-0:2.8.0.255}, by the object's name. */
    Map<String, Set<String>> objects() {
        return objects;
    }

    private Set<String> names(ObjectDecl object) {
        String name = "%d/%s".formatted(classIds.get(object.getInterfaceClass()), object.getLn().replace('*', '.'));
        if (object.getFamily() == null) {
            return Set.of(name);
        }
        return index(object.getFamily().getIndex()).stream().map(value -> expand(name, value)).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Integer> index(String name) {
        IndexDecl index = library.all(IndexDecl.class).stream().filter(i -> i.getName().equals(name)).findAny().orElseThrow();
        if (index.getRanges().isEmpty()) {
            return index.getEntries().stream().map(entry -> Integer.valueOf(entry.getValue())).toList();
        }
        int first = Integer.parseInt(index.getRanges().getFirst().getLower());
        int last = Integer.parseInt(index.getRanges().getFirst().getUpper());
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static String expand(String name, int value) {
        return TEMPLATE.matcher(name).replaceAll(match -> Integer.toString(value + offset(match.group(1))));
    }

    private static int offset(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Return the use cases of the electricity meter. */
    List<UseCaseDecl> useCases() {
        return library.all(UseCaseDecl.class).stream().filter(GbcsText::isMeters).toList();
    }

    /** Return the use cases of all devices, and those that later versions withdrew. */
    List<UseCaseDecl> allUseCases() {
        return library.all(UseCaseDecl.class);
    }

    /** Return the Alerts of the electricity meter. */
    List<AlertDecl> alerts() {
        return library.all(AlertDecl.class).stream().filter(GbcsText::isMeters).toList();
    }

    /** Return the Alerts of all devices. */
    List<AlertDecl> allAlerts() {
        return library.all(AlertDecl.class);
    }

    private static boolean isMeters(EObject node) {
        LayerDecl layer = EcoreUtil2.getContainerOfType(node, LayerDecl.class);
        CompanionDecl companion = EcoreUtil2.getContainerOfType(node, CompanionDecl.class);
        return layer != null && layer.getTarget().equals(METER) || companion != null && companion.getName().equals(METER);
    }

    /** Count the parts that the steps of a use case carry, those on families once for each member. */
    int elements(UseCaseDecl useCase) {
        return useCase.getSteps().stream().mapToInt(step -> step.getItems().size() * Math.max(1, objects.getOrDefault(step.getTarget().getSegments().getFirst().getName(), Set.of()).size())).sum();
    }

    static String message(AlertDecl alert) {
        return alert.getItems().stream().filter(MessageLine.class::isInstance).map(line -> ((MessageLine) line).getCode()).findAny().orElse("");
    }

    static Set<String> logs(AlertDecl alert) {
        return alert.getItems().stream().filter(LogLine.class::isInstance).flatMap(line -> ((LogLine) line).getLogs().stream())
                .map(GbcsText::name).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> roles(AlertDecl alert) {
        return alert.getItems().stream().filter(ToLine.class::isInstance).flatMap(line -> ((ToLine) line).getRoles().stream())
                .map(GbcsText::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Write a reference as in the text, without indexes. */
    static String name(Ref ref) {
        return ref.getSegments().stream().map(segment -> segment.getName()).collect(Collectors.joining("."));
    }

    boolean uncertain(AlertDecl alert) {
        return library.documentation(alert).contains("@uncertain");
    }
}
