// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.dsl.cosemDsl.ArrayTypeExpr;
import org.meterwright.dsl.cosemDsl.AttributeDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.StructTypeExpr;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.cosemDsl.UnitFlag;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.ide.completion.Expected.Following;

/** Values that fit a type, and units. */
final class Values {
	private static final Set<String> TIME = Set.of("s", "min", "h", "d", "wk", "mo", "a");
	private final Setting setting;
	private final Things things;

	Values(Setting setting, Things things) {
		this.setting = setting;
		this.things = things;
	}

	/** Offers values of the type that is expected; where none is known, everything that has a name. */
	Stream<Candidate> at(Following following) {
		Optional<TypeExpr> type = setting.expectedType();
		if (type.isEmpty()) {
			return things.targets();
		}
		List<TypeExpr> options = setting.meanings().types().options(type.get());
		Stream<Candidate> literals = setting.meanings().types().literals(type.get()).map(Values::literal);
		Stream<Candidate> units = isUnit(type.get()) ? units() : Stream.empty();
		Stream<Candidate> whole = following.has("ValueExpr.first") ? options.stream().flatMap(this::skeleton) : Stream.empty(); // behind a bar stand names alone
		Stream<Candidate> objects = options.stream().anyMatch(this::takesObject) ? things.targets() : Stream.empty();
		return Stream.of(literals, units, whole, objects).flatMap(each -> each);
	}

	private static boolean isUnit(TypeExpr type) {
		return type instanceof NamedTypeExpr named && named.getName() != null && named.getName().endsWith("unit_code");
	}

	/** A name of an object can stand for a logical name, and for a structure of class and logical name; a family's name for a list of them. */
	private boolean takesObject(TypeExpr type) {
		return switch (type) {
			case NamedTypeExpr named -> "octet-string".equals(named.getName()) || "any".equals(named.getName());
			case StructTypeExpr structure -> structure.getFields().stream().anyMatch(field -> "logical_name".equals(field.getName()));
			case ArrayTypeExpr array -> array.getElement() != null && setting.meanings().types().options(array.getElement()).stream().anyMatch(this::takesObject);
			default -> false;
		};
	}

	private Stream<Candidate> skeleton(TypeExpr type) {
		return switch (type) {
			case StructTypeExpr structure when !structure.getFields().isEmpty() -> Stream.of(Candidate.snippet("{ ... }", "all fields", structure(structure)));
			case BitsTypeExpr bits -> Stream.of(Candidate.of("bits\"\"", "bits", Proposal.Kind.VALUE, 6));
			default -> Stream.empty();
		};
	}

	private String structure(StructTypeExpr structure) {
		StringBuilder text = new StringBuilder("{ ");
		int hole = 1;
		for (Field field : structure.getFields()) {
			text.append(hole == 1 ? "" : ", ").append(field.getName()).append(": ${").append(hole++).append(':').append(sample(field.getType())).append('}');
		}
		return text.append(" }$0").toString();
	}

	/** Returns a value that a type takes, to be replaced by the designer. */
	String sample(TypeExpr type) {
		TypeExpr bare = setting.meanings().types().options(type).stream().findFirst().orElse(type);
		return switch (bare) {
			case StructTypeExpr structure -> "{ }";
			case ArrayTypeExpr array -> "[]";
			case BitsTypeExpr bits -> "bits\"\"";
			case NamedTypeExpr named -> sample(String.valueOf(named.getName()));
			case null -> "0";
			default -> setting.meanings().types().literals(bare).findFirst().map(Literal::getName).orElse("0");
		};
	}

	private static String sample(String name) {
		return switch (name) {
			case "boolean" -> "false";
			case "octet-string" -> "hex\"\"";
			case "visible-string", "utf8-string" -> "\"\"";
			case "bit-string" -> "bits\"\"";
			case "null-data" -> "null";
			case "date" -> "*-*-*";
			case "time" -> "*:*";
			case "date-time" -> "*-*-* *:*";
			default -> "0";
		};
	}

	private static Candidate literal(Literal literal) {
		return Candidate.of(Parts.name(literal.getName()), literal.getText() == null ? literal.getValue() : "%s %s".formatted(literal.getValue(), literal.getText()),
				Proposal.Kind.LITERAL, 0);
	}

	/** Offers the literals of a named type of the standard. */
	Stream<Candidate> literals(String type) {
		return setting.meanings().types().named(setting.root(), type).stream().flatMap(setting.meanings().types()::literals)
				.map(literal -> Candidate.of(literal.getName(), literal.getText() == null ? literal.getValue() : literal.getText(), Proposal.Kind.LITERAL, 0));
	}

	/** Offers units: first those of the right dimension. */
	Stream<Candidate> units() {
		Set<String> fitting = fittingUnits();
		return setting.meanings().table().declarations().all(Sort.UNIT).values().stream().flatMap(List::stream).map(UnitDecl.class::cast)
				.map(unit -> Candidate.of(unit.getName(), unit.getTitle() == null ? "unit" : unit.getTitle(), Proposal.Kind.UNIT, fitting.contains(unit.getName()) ? 0 : 4));
	}

	private Set<String> fittingUnits() {
		Optional<AttributeLine> line = setting.around(AttributeLine.class);
		Optional<String> own = line.flatMap(each -> setting.meanings().classOfLine(each).stream().flatMap(declared -> setting.meanings().table().members(declared).stream())
				.filter(member -> member instanceof AttributeDecl && member.getName().equals(each.getName())).flatMap(member -> member.getFlags().stream())
				.filter(UnitFlag.class::isInstance).map(flag -> ((UnitFlag) flag).getUnit()).findFirst());
		if (own.isPresent()) {
			return TIME.contains(own.get()) ? TIME : Set.of(own.get());
		}
		return line.filter(each -> "scaler_unit".equals(each.getName())).isPresent() ? ofLogicalName() : line.isPresent() ? Set.of() : TIME;
	}

	private Set<String> ofLogicalName() {
		Set<Integer> codes = setting.object().map(ObjectDecl::getLn).flatMap(Headers::plain).flatMap(name -> ObisDictionaries.standard().find(name)).map(DictionaryEntry::units)
				.orElse(Set.of());
		return setting.meanings().table().declarations().all(Sort.UNIT).values().stream().flatMap(List::stream).map(UnitDecl.class::cast)
				.filter(unit -> unit.getCode() != null && codes.contains(Integer.valueOf(unit.getCode()))).map(UnitDecl::getName).collect(java.util.stream.Collectors.toSet());
	}
}
