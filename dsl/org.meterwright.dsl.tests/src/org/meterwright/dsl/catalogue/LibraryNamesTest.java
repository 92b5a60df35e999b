// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.cosemDsl.UnitFlag;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.UseCaseStepLine;

/** Every name that the library's text uses is declared in it or built in. */
class LibraryNamesTest {
    private static final Set<String> BUILT_IN = Set.of("null-data", "boolean", "bit-string", "double-long", "double-long-unsigned",
            "octet-string", "visible-string", "utf8-string", "bcd", "integer", "long", "unsigned", "long-unsigned", "long64",
            "long64-unsigned", "float32", "float64", "date-time", "date", "time", "any");

    private final LibraryText library = LibraryText.get();

    private <T extends EObject> Set<String> names(Class<T> kind, Function<T, String> name) {
        return library.all(kind).stream().map(name).collect(Collectors.toSet());
    }

    private <T extends EObject> List<String> unknown(Class<T> kind, Function<T, String> name, Set<String> known) {
        return library.all(kind).stream().map(name).filter(used -> !known.contains(used)).distinct().toList();
    }

    @Test
    void typesAreDeclared() {
        Set<String> known = names(TypeDecl.class, TypeDecl::getName);
        known.addAll(BUILT_IN);
        assertEquals(List.of(), unknown(NamedTypeExpr.class, NamedTypeExpr::getName, known));
    }

    @Test
    void typesAreDeclaredOnce() {
        Set<String> seen = new HashSet<>();
        assertEquals(List.of(), library.all(TypeDecl.class).stream().map(type -> "%s.%s".formatted(((File) type.eContainer()).getName(), type.getName()))
                .filter(name -> !seen.add(name)).toList());
    }

    @Test
    void everyTypeIsUsed() {
        Set<String> used = names(NamedTypeExpr.class, NamedTypeExpr::getName);
        used.addAll(Set.of("mechanism_id", "context_id"));
        Table.read("status-bits").rows().forEach(row -> used.add(row.get("type")));
        used.add("profile_status");
        assertEquals(List.of(), unknown(TypeDecl.class, TypeDecl::getName, used));
    }

    @Test
    void unitsAreDeclared() {
        assertEquals(List.of(), unknown(UnitFlag.class, UnitFlag::getUnit, names(UnitDecl.class, UnitDecl::getName)));
    }

    @Test
    void dictionaryNamesClasses() {
        Set<String> classes = names(ClassDecl.class, ClassDecl::getName);
        assertEquals(List.of(), library.all(ObisDecl.class).stream().flatMap(entry -> entry.getClasses().stream())
                .filter(name -> !classes.contains(name)).distinct().toList());
    }

    private static String namespace(EObject node) {
        return ((File) EcoreUtil.getRootContainer(node)).getName();
    }

    @Test
    void dictionaryHasEachNameOnce() {
        Set<String> seen = new HashSet<>();
        assertEquals(List.of(), library.all(ObisDecl.class).stream().filter(each -> !seen.add(namespace(each) + each.getCode()))
                .map(ObisDecl::getCode).toList());
    }

    @Test
    void indexesOfMembersAreUnique() {
        for (ClassDecl type : library.all(ClassDecl.class)) {
            Set<String> seen = new HashSet<>();
            List<String> twice = type.getMembers().stream().map(member -> kind(member) + member.getIndex()).filter(key -> !seen.add(key)).toList();
            assertEquals(List.of(), twice, () -> "%s version %s".formatted(type.getName(), type.getVersion()));
        }
    }

    private static String kind(ClassMember member) {
        return member instanceof AttributeDecl ? "attribute " : "method ";
    }

    @Test
    void requiredObjectsHaveTheAttributesOfTheirClass() {
        for (RequirementDecl requirement : library.all(RequirementDecl.class)) {
            ObjectDecl object = requirement.getObject();
            Set<String> attributes = members(object, AttributeDecl.class);
            List<String> unknown = object.getBody().stream().filter(AttributeLine.class::isInstance)
                    .map(line -> ((AttributeLine) line).getName()).filter(name -> !attributes.contains(name)).toList();
            assertEquals(List.of(), unknown, object.getName());
        }
    }

    private Set<String> members(ObjectDecl object, Class<? extends ClassMember> kind) {
        Set<String> members = library.all(ClassDecl.class).stream().filter(type -> type.getName().equals(object.getInterfaceClass()))
                .flatMap(type -> type.getMembers().stream()).filter(kind::isInstance).map(ClassMember::getName).collect(Collectors.toSet());
        assertEquals(false, members.isEmpty() && kind == AttributeDecl.class, () -> "no class %s".formatted(object.getInterfaceClass()));
        return members;
    }

    @Test
    void useCasesNameAttributesAndMethods() {
        Map<String, ObjectDecl> objects = new HashMap<>();
        library.all(RequirementDecl.class).forEach(required -> objects.put(required.getObject().getName(), required.getObject()));
        for (UseCaseDecl useCase : library.all(UseCaseDecl.class)) {
            List<String> unknown = useCase.getSteps().stream().filter(step -> !reaches(step, objects))
                    .map(step -> GbcsText.name(step.getTarget())).toList();
            assertEquals(List.of(), unknown, useCase.getName());
        }
    }

    private boolean reaches(UseCaseStepLine step, Map<String, ObjectDecl> objects) {
        ObjectDecl object = objects.get(step.getTarget().getSegments().get(0).getName());
        String member = step.getTarget().getSegments().get(1).getName();
        return object != null && members(object, step.getVerb().equals("call") ? MethodDecl.class : AttributeDecl.class).contains(member);
    }

    @Test
    void rolesAndLogsAreDeclared() {
        Set<String> roles = names(RoleDecl.class, RoleDecl::getName);
        Set<String> objects = names(RequirementDecl.class, required -> required.getObject().getName());
        Stream<String> used = library.all(UseCaseDecl.class).stream().flatMap(useCase -> useCase.getRoles().stream()).map(GbcsText::name);
        assertEquals(List.of(), used.filter(role -> !roles.contains(role)).toList());
        for (AlertDecl alert : library.all(AlertDecl.class)) {
            assertEquals(List.of(), GbcsText.roles(alert).stream().filter(role -> !roles.contains(role)).toList(), alert.getName());
            assertEquals(List.of(), GbcsText.logs(alert).stream().filter(log -> !objects.contains(log)).toList(), alert.getName());
        }
    }
}
