// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.Flag;
import org.meterwright.dsl.cosemDsl.KindFlag;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.SelectFlag;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.UncertainFlag;

/** The interface classes as the library's text has them. */
final class CatalogueText {
    private static final int FIRST_OF_MAKERS = 8192;

    private final LibraryText library = LibraryText.get();
    private final TextType types;
    private final Map<MemberKey, Member> members = new LinkedHashMap<>();
    private final Map<String, String> classNames = new LinkedHashMap<>();

    CatalogueText() {
        Map<String, TypeExpr> named = new HashMap<>();
        library.all(TypeDecl.class).forEach(type -> named.put(type.getName(), type.getType()));
        types = new TextType(named);
        library.all(ClassDecl.class).stream().filter(type -> Integer.parseInt(type.getClassId()) < FIRST_OF_MAKERS).forEach(this::add);
    }

    /** Return all attributes and methods. */
    Map<MemberKey, Member> members() {
        return members;
    }

    /** Return the standard's name of each class, which begins its documentation, by id and version as {@code 7.1}. */
    Map<String, String> classNames() {
        return classNames;
    }

    private void add(ClassDecl type) {
        String documentation = library.documentation(type);
        int end = documentation.indexOf(':');
        classNames.put("%s.%s".formatted(type.getClassId(), type.getVersion()), documentation.substring(0, Math.max(end, 0)).trim());
        for (ClassMember member : type.getMembers()) {
            Member read = member(type, member, type.getUncertain() != null);
            if (members.put(read.key(), read) != null) {
                throw new IllegalStateException("%s is declared twice".formatted(read.key()));
            }
        }
    }

    private Member member(ClassDecl owner, ClassMember member, boolean ownerUncertain) {
        String kind = member instanceof AttributeDecl ? "attribute" : "method";
        MemberKey key = new MemberKey(Integer.parseInt(owner.getClassId()), Integer.parseInt(owner.getVersion()), kind,
                Integer.parseInt(member.getIndex()));
        boolean uncertain = ownerUncertain || member.getFlags().stream().anyMatch(UncertainFlag.class::isInstance);
        String presence = has(member, "optional") ? "optional" : "mandatory";
        return new Member(key, member.getName(), type(member), dynamics(member), presence, selectors(member), uncertain);
    }

    private String type(ClassMember member) {
        return switch (member) {
            case AttributeDecl attribute -> types.normal(attribute.getType());
            case MethodDecl method when method.getParameter() == null -> "";
            case MethodDecl method -> types.normal(method.getParameter());
            default -> throw new IllegalArgumentException("unknown member %s".formatted(member.getName()));
        };
    }

    private static String dynamics(ClassMember member) {
        return has(member, "static") ? "static" : has(member, "dynamic") ? "dynamic" : "";
    }

    private static boolean has(ClassMember member, String keyword) {
        return member.getFlags().stream().anyMatch(flag -> flag instanceof KindFlag kind && kind.getKind().equals(keyword));
    }

    private Map<Integer, String> selectors(ClassMember member) {
        Map<Integer, String> selectors = new TreeMap<>();
        for (Flag flag : member.getFlags()) {
            if (flag instanceof SelectFlag select) {
                selectors.put(Integer.parseInt(select.getSelector()), types.normal(select.getType()));
            }
        }
        return selectors;
    }
}
