// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Every interface class of the library becomes one of the COSEM model, with all its types and defaults. */
class LibraryClassesTest {
    private final LibraryText library = LibraryText.get();

    private Elaboration elaboration() {
        SyntaxFile meter = library.file("meter.cosem", "meter Empty { }");
        Declarations declarations = new Declarations(Stream.concat(library.files().stream(), Stream.of(meter)).toList());
        return new Elaboration(declarations, (MeterDecl) meter.root().getElements().get(0), Set.of());
    }

    @Test
    void classesElaborateWithoutFinding() {
        Elaboration elaboration = elaboration();
        library.all(ClassDecl.class).forEach(elaboration.classes()::of);
        assertEquals(List.of(), elaboration.report().findings());
    }

    @Test
    void defaultsFitTheirTypes() {
        Elaboration elaboration = elaboration();
        List<String> problems = new ArrayList<>();
        for (ClassDecl declaration : library.all(ClassDecl.class)) {
            for (AttributeDefinition attribute : elaboration.classes().of(declaration).getAttributes()) {
                if (attribute.getDefaultValue() != null) {
                    TypeCheck.problem(attribute.getType(), attribute.getDefaultValue())
                            .ifPresent(problem -> problems.add("%s.%s: %s".formatted(declaration.getName(), attribute.getName(), problem)));
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void typesSurviveTheirNotation() {
        Elaboration elaboration = elaboration();
        for (ClassDecl declaration : library.all(ClassDecl.class)) {
            InterfaceClass type = elaboration.classes().of(declaration);
            type.getAttributes().forEach(attribute -> assertEquals(attribute.getType(), TypeNotation.parse(attribute.getType().toString()),
                    () -> "%s version %d, %s".formatted(type.getName(), type.getVersion(), attribute.getName())));
        }
    }
}
