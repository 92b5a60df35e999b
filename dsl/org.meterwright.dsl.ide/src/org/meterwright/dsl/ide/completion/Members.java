// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ClassMember;
import org.meterwright.dsl.cosemDsl.EnumTypeExpr;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.ScriptLine;
import org.meterwright.dsl.cosemDsl.TypeExpr;

/** The names that objects, classes and types offer. */
final class Members {
	private static final Set<String> BOTH = Set.of("show", "on", "except", "omit", "remove", "accept", "entry");
	private final DeclaredNames names;

	Members(DeclaredNames names) {
		this.names = names;
	}

	Optional<ClassDecl> classOf(ObjectDecl object) {
		return names.interfaceClass(object.getInterfaceClass(), object.getVersion());
	}

	Stream<AttributeDecl> attributes(ObjectDecl object) {
		return classOf(object).stream().flatMap(declared -> declared.getMembers().stream()).filter(AttributeDecl.class::isInstance).map(AttributeDecl.class::cast);
	}

	/** Offers the attributes that the body does not say yet; logical_name is said by the header. */
	Stream<Candidate> unwritten(ObjectDecl object) {
		Set<String> written = object.getBody().stream().filter(AttributeLine.class::isInstance).map(line -> ((AttributeLine) line).getName()).collect(Collectors.toSet());
		return attributes(object).filter(attribute -> !"logical_name".equals(attribute.getName()) && !written.contains(attribute.getName())).map(this::attribute);
	}

	/** Offers what may follow a dot behind an object; what a call or run wants leaves the attributes out. */
	Stream<Candidate> of(ObjectDecl object, String governing) {
		Stream<Candidate> scripts = object.getBody().stream().filter(ScriptLine.class::isInstance)
				.map(line -> new Candidate(((ScriptLine) line).getName(), "script %s".formatted(((ScriptLine) line).getId()), Proposal.Kind.SCRIPT));
		if (governing.equals("run")) {
			return scripts;
		}
		boolean methodsOnly = governing.equals("call");
		boolean both = methodsOnly || BOTH.contains(governing);
		Stream<Candidate> members = classOf(object).stream().flatMap(declared -> declared.getMembers().stream())
				.filter(member -> member instanceof MethodDecl ? both : !methodsOnly).map(this::member);
		return members;
	}

	private Candidate member(ClassMember member) {
		return member instanceof AttributeDecl attribute ? attribute(attribute)
				: new Candidate(member.getName(), "method %s".formatted(member.getIndex()), Proposal.Kind.METHOD);
	}

	private Candidate attribute(AttributeDecl attribute) {
		return new Candidate(attribute.getName(), "attribute %s".formatted(attribute.getIndex()), Proposal.Kind.ATTRIBUTE);
	}

	Stream<Candidate> targets() {
		Stream<Candidate> groups = names.all(GroupDecl.class).stream().map(group -> new Candidate(group.getName(), "group", Proposal.Kind.OBJECT));
		return Stream.concat(names.all(ObjectDecl.class).stream().map(Members::object), groups);
	}

	Stream<Candidate> objects(String... classes) {
		List<String> wanted = Arrays.asList(classes);
		return names.all(ObjectDecl.class).stream().filter(object -> wanted.contains(simpleName(object.getInterfaceClass()))).map(Members::object);
	}

	private static String simpleName(String name) {
		return name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
	}

	private static Candidate object(ObjectDecl object) {
		return new Candidate(object.getName(), "%s %s".formatted(object.getInterfaceClass(), object.getLn()), Proposal.Kind.OBJECT);
	}

	Stream<Candidate> classes() {
		return names.classes().sequencedKeySet().stream().map(name -> new Candidate(name, classId(name), Proposal.Kind.CLASS));
	}

	/** Offers each class as the header of an object wants it: with the version where there is a choice. */
	Stream<Candidate> classesWithVersion() {
		return names.classes().sequencedEntrySet().stream().flatMap(entry -> entry.getValue().size() == 1
				? Stream.of(new Candidate(entry.getKey(), classId(entry.getKey()), Proposal.Kind.CLASS))
				: entry.getValue().stream().map(declared -> new Candidate("%s version %s".formatted(entry.getKey(), declared.getVersion()),
						classId(entry.getKey()), Proposal.Kind.CLASS)));
	}

	private String classId(String name) {
		return "class %s".formatted(names.classes().get(name).getFirst().getClassId());
	}

	Stream<Candidate> simpleTypes() {
		Stream<Candidate> builtIn = Arrays.stream(DataTag.values()).filter(tag -> tag != DataTag.DONT_CARE)
				.map(tag -> new Candidate(tag.standardName(), "tag %d".formatted(tag.code()), Proposal.Kind.TYPE));
		return Stream.concat(builtIn, names.types().stream().map(type -> new Candidate(type.getName(), "type", Proposal.Kind.TYPE)));
	}

	Stream<Candidate> literals(String typeName) {
		return names.type(typeName).stream().flatMap(type -> literals(type.getType()));
	}

	Stream<Candidate> literals(TypeExpr type) {
		return switch (type) {
			case EnumTypeExpr enumeration -> enumeration.getLiterals().stream().map(Members::literal);
			case BitsTypeExpr bits -> bits.getLiterals().stream().map(Members::literal);
			case NamedTypeExpr named when "boolean".equals(named.getName()) -> Stream.of("true", "false").map(word -> new Candidate(word, "boolean", Proposal.Kind.LITERAL));
			case NamedTypeExpr named -> literals(named.getName());
			case null, default -> Stream.empty();
		};
	}

	private static Candidate literal(Literal literal) {
		return new Candidate(literal.getName(), literal.getText() == null ? literal.getValue() : "%s %s".formatted(literal.getValue(), literal.getText()),
				Proposal.Kind.LITERAL);
	}

	/** Offers objects where a logical name is expected. */
	Stream<Candidate> references(TypeExpr type) {
		boolean logicalName = type instanceof NamedTypeExpr named && named.getSize() != null && "octet-string".equals(named.getName()) && "6".equals(named.getSize().getLower());
		return logicalName ? targets() : Stream.empty();
	}
}
