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
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.IndexDecl;
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

    private final LibraryText library = LibraryText.get();
    private final Map<String, Integer> classIds = new HashMap<>();
    private final Map<String, Set<String>> objects = new LinkedHashMap<>();

    GbcsText() {
        library.all(ClassDecl.class).forEach(type -> classIds.put(type.getName(), Integer.parseInt(type.getClassId())));
        library.all(RequirementDecl.class).forEach(required -> objects.put(required.getObject().getName(), names(required.getObject())));
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

    List<UseCaseDecl> useCases() {
        return library.all(UseCaseDecl.class);
    }

    List<AlertDecl> alerts() {
        return library.all(AlertDecl.class);
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
