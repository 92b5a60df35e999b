// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.meterwright.dsl.cosemDsl.ArrayTypeExpr;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.ChoiceTypeExpr;
import org.meterwright.dsl.cosemDsl.CompactTypeExpr;
import org.meterwright.dsl.cosemDsl.EnumTypeExpr;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.RangeExpr;
import org.meterwright.dsl.cosemDsl.StructTypeExpr;
import org.meterwright.dsl.cosemDsl.TypeExpr;

/**
 * Writes types of the library in the tables' normal form: named types to the leaf; bounds of arrays and of integers, which the
 * tables do not have, are left out, except an integer that is always the same.
 */
final class TextType {
    private static final Set<String> INTEGERS = Set.of("integer", "long", "double-long", "long64", "unsigned", "long-unsigned",
            "double-long-unsigned", "long64-unsigned");

    private final Map<String, TypeExpr> named;

    /**
     * @param named the library's types by name
     */
    TextType(Map<String, TypeExpr> named) {
        this.named = named;
    }

    String normal(TypeExpr type) {
        return switch (type) {
            case StructTypeExpr struct when !struct.isBraced() -> "structure";
            case StructTypeExpr struct -> "structure{%s}".formatted(struct.getFields().stream()
                    .map(field -> "%s:%s".formatted(field.getName(), normal(field.getType()))).collect(Collectors.joining(",")));
            case ArrayTypeExpr array -> "array<%s>".formatted(normal(array.getElement()));
            case CompactTypeExpr compact -> "compact-array";
            case ChoiceTypeExpr choice ->
                "choice{%s}".formatted(choice.getOptions().stream().map(this::normal).collect(Collectors.joining(",")));
            case EnumTypeExpr enumeration when enumeration.getLiterals().isEmpty() -> "enum";
            case EnumTypeExpr enumeration -> "enum{%s}".formatted(literals(enumeration.getLiterals()));
            case BitsTypeExpr bits when bits.getSize() != null -> "bit-string(%s)".formatted(bits.getSize());
            case BitsTypeExpr bits when "enum".equals(bits.getCarrier()) -> "bits of enum{%s}".formatted(literals(bits.getLiterals()));
            case BitsTypeExpr bits -> bits.getCarrier();
            case NamedTypeExpr name -> simple(name);
            default -> throw new IllegalArgumentException("unknown type %s".formatted(type));
        };
    }

    private String simple(NamedTypeExpr type) {
        if (type.getName().equals("unit_code")) {
            return "unit_code";
        }
        TypeExpr definition = named.get(type.getName());
        return definition != null ? normal(definition) : type.getName() + size(type);
    }

    private static String size(NamedTypeExpr type) {
        RangeExpr size = type.getSize();
        if (size == null) {
            return "";
        }
        boolean constant = size.getUpper() == null && !size.isMany();
        if (constant) {
            return "(%s)".formatted(size.getLower());
        }
        return INTEGERS.contains(type.getName()) ? "" : "(%s..%s)".formatted(size.getLower(), size.isMany() ? "*" : size.getUpper());
    }

    private static String literals(List<Literal> literals) {
        return literals.stream().map(TextType::literal).collect(Collectors.joining(","));
    }

    private static String literal(Literal literal) {
        String upper = literal.getUpper() == null ? "" : ".." + literal.getUpper();
        return "%s%s %s".formatted(literal.getValue(), upper, literal.getName());
    }
}
