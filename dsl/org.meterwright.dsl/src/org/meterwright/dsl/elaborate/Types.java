// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.dsl.cosemDsl.ArrayTypeExpr;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.ChoiceTypeExpr;
import org.meterwright.dsl.cosemDsl.CompactTypeExpr;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.EnumTypeExpr;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.RangeExpr;
import org.meterwright.dsl.cosemDsl.StructTypeExpr;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Turns types of the text into types of the model, to the leaf. A named type keeps its name. */
public final class Types {
	private static final Set<DataTag> PLAIN = Set.of(DataTag.ENUM, DataTag.ARRAY, DataTag.STRUCTURE, DataTag.COMPACT_ARRAY);

	private final Names names;
	private final Report report;
	private final Map<TypeDecl, DataType> known = new IdentityHashMap<>();
	private final Set<TypeDecl> open = new LinkedHashSet<>();

	/** Makes an elaborator of types. */
	public Types(Names names, Report report) {
		this.names = names;
		this.report = report;
	}

	/** Returns the names of the built-in types. */
	public static List<String> builtIn() {
		List<String> all = new ArrayList<>(List.of("any"));
		for (DataTag tag : DataTag.values()) {
			if (!PLAIN.contains(tag)) {
				all.add(tag.standardName());
			}
		}
		return List.copyOf(all);
	}

	/** Returns the type that a text says; any type after a finding. */
	public DataType type(TypeExpr expr) {
		return switch (expr) {
			case StructTypeExpr it -> it.isBraced() ? new DataType.StructureOf(fields(it)) : new DataType.Simple(DataTag.STRUCTURE);
			case ArrayTypeExpr it -> new DataType.ArrayOf(size(it.getSize()), type(it.getElement()));
			case CompactTypeExpr it -> compact(it);
			case ChoiceTypeExpr it -> new DataType.Choice(it.getOptions().stream().map(this::type).toList());
			case EnumTypeExpr it -> it.getLiterals().isEmpty() ? new DataType.Simple(DataTag.ENUM) : new DataType.Enumeration(literals(it.getLiterals(), 255));
			case BitsTypeExpr it -> bits(it);
			case NamedTypeExpr it -> named(it);
			default -> new DataType.Any();
		};
	}

	private DataType compact(CompactTypeExpr expr) {
		return expr.getElement() == null ? new DataType.Simple(DataTag.COMPACT_ARRAY) : new DataType.CompactOf(type(expr.getElement()));
	}

	private List<DataType.Field> fields(StructTypeExpr expr) {
		List<DataType.Field> fields = new ArrayList<>();
		Set<String> seen = new LinkedHashSet<>();
		for (Field field : expr.getFields()) {
			if (!seen.add(field.getName())) {
				report.report("MW-LANG-031", field, "the structure has field %s twice".formatted(field.getName()));
			} else {
				fields.add(new DataType.Field(field.getName(), type(field.getType())));
			}
		}
		return fields;
	}

	private List<DataType.Literal> literals(List<Literal> literals, int highest) {
		List<DataType.Literal> all = new ArrayList<>();
		Set<String> seen = new LinkedHashSet<>();
		for (Literal literal : literals) {
			int value = Numerals.clampedInt(literal.getValue());
			int upper = literal.getUpper() == null ? value : Numerals.clampedInt(literal.getUpper());
			if (value < 0 || upper > highest || upper < value) {
				report.report("MW-LANG-031", literal, "%s = %s is outside 0 to %d".formatted(literal.getName(), literal.getValue(), highest));
			} else if (!seen.add(literal.getName())) {
				report.report("MW-LANG-031", literal, "%s stands twice".formatted(literal.getName()));
			} else {
				all.add(new DataType.Literal(literal.getName(), value, upper, literal.getText() == null ? "" : literal.getText()));
			}
		}
		return all;
	}

	private DataType bits(BitsTypeExpr expr) {
		if (expr.getCarrier() == null) {
			int size = Numerals.clampedInt(expr.getSize());
			if (size > 65_535) {
				report.report("MW-LANG-031", expr, "a bit-string of %s bits is too long: 65535 at most".formatted(expr.getSize()));
				return new DataType.Any();
			}
			return new DataType.BitField(DataTag.BIT_STRING, size, literals(expr.getLiterals(), Math.max(0, size - 1)));
		}
		Optional<DataTag> carrier = DataTag.ofName(expr.getCarrier()).filter(tag -> tag == DataTag.ENUM || tag.isInteger());
		if (carrier.isEmpty()) {
			report.report("MW-LANG-031", expr, "%s carries no bits; write enum or the name of an integer type".formatted(expr.getCarrier()));
			return new DataType.Any();
		}
		return new DataType.BitField(carrier.get(), 0, literals(expr.getLiterals(), Math.max(8, carrier.get().width() * 8) - 1));
	}

	private DataType named(NamedTypeExpr expr) {
		String name = expr.getName();
		if (name.equals("any")) {
			return new DataType.Any();
		}
		Optional<DataTag> tag = DataTag.ofName(name).filter(each -> !PLAIN.contains(each));
		if (tag.isPresent()) {
			return new DataType.Simple(tag.get(), size(expr.getSize()));
		}
		if (expr.getSize() != null) {
			report.report("MW-LANG-031", expr.getSize(), "only strings have a length and only integers a range; %s is neither".formatted(name));
		}
		List<EObject> found = names.declarations().find(Sort.TYPE, SyntaxFile.of(expr), name);
		if (found.isEmpty()) {
			unknown(expr, name);
			return new DataType.Any();
		}
		return names.one(Sort.TYPE, expr, CosemDslPackage.eINSTANCE.getNamedTypeExpr_Name(), name, TypeDecl.class).map(this::declared).orElse(new DataType.Any());
	}

	private void unknown(NamedTypeExpr expr, String name) {
		if (Suggest.namespaceOf(name, names.declarations().names(Sort.TYPE)).isPresent()) {
			names.unknown(Sort.TYPE, expr, CosemDslPackage.eINSTANCE.getNamedTypeExpr_Name(), name);
			return;
		}
		List<String> candidates = new ArrayList<>(builtIn());
		candidates.addAll(names.declarations().names(Sort.TYPE));
		Optional<String> near = Suggest.nearest(name, candidates);
		report.report("MW-LANG-002", expr, CosemDslPackage.eINSTANCE.getNamedTypeExpr_Name(),
				"no type %s%s".formatted(name, near.map("; did you mean %s?"::formatted).orElse("")), near.map(each -> new String[] { each }).orElse(new String[0]));
	}

	/** Returns the type of a declaration, with its name. */
	public DataType declared(TypeDecl declaration) {
		DataType before = known.get(declaration);
		if (before != null) {
			return before;
		}
		if (!open.add(declaration)) {
			report.report("MW-LANG-030", declaration, "type %s contains itself".formatted(declaration.getName()));
			known.put(declaration, new DataType.Any());
			return known.get(declaration);
		}
		DataType type = type(declaration.getType());
		open.remove(declaration);
		return known.computeIfAbsent(declaration, key -> new DataType.Named(declaration.getName(), type));
	}

	private DataType.Size size(RangeExpr range) {
		if (range == null) {
			return DataType.Size.ANY;
		}
		long lower = Numerals.longOf(range.getLower());
		long upper = range.isMany() ? DataType.Size.UNBOUNDED : range.getUpper() == null ? lower : Numerals.longOf(range.getUpper());
		if (upper < lower) {
			report.report("MW-LANG-031", range, "the range %d..%d runs backwards".formatted(lower, upper));
			return DataType.Size.ANY;
		}
		return new DataType.Size(lower, upper);
	}
}
