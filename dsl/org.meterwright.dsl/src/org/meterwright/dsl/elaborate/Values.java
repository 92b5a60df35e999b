// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.FieldValue;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.NullValue;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.values.ValueTexts;

/**
 * Turns values of the text into values of the model. The expected type decides what a name or a number means: a literal, a bit, the
 * logical name of an object, a number in the attribute's scaler and unit.
 */
public final class Values {

	/** Finds the objects that a reference in a value means. */
	@FunctionalInterface
	public interface ObjectNames {
		/** Resolves a reference to objects or attributes; reports what does not resolve. */
		List<Referent> resolve(Ref ref, Scope scope);
	}

	/** What surrounds a value. */
	record Context(Scope scope, Optional<Scale> scale) {
	}

	private final Report report;
	private final SimpleValues simple;
	private final OpenValues open;
	private final ReferenceValues references;
	private final Numbers numbers;

	Values(Types types, Units units, Report report, ObjectNames objects) {
		this.report = report;
		this.numbers = new Numbers(units);
		this.references = new ReferenceValues(objects);
		this.simple = new SimpleValues(numbers, references);
		this.open = new OpenValues(this, simple);
	}

	/** Converts a value to a type; reports why it cannot be. */
	public Optional<Value> convert(ValueExpr expr, DataType type, Scope scope, Optional<Scale> scale) {
		try {
			return Optional.of(value(expr, type, new Context(scope, scale)));
		} catch (ValueProblem problem) {
			problem.tell(report);
			return Optional.empty();
		}
	}

	/** Converts a value to a type without scaler and unit. */
	public Optional<Value> convert(ValueExpr expr, DataType type, Scope scope) {
		return convert(expr, type, scope, Optional.empty());
	}

	/** Converts a value whose type nobody declares: a named fact. Texts are utf8-string, whole numbers the smallest of long, double-long and long64. */
	public Optional<Value> fact(ValueExpr expr) {
		try {
			return Optional.of(open.fact(expr));
		} catch (ValueProblem problem) {
			problem.tell(report);
			return Optional.empty();
		}
	}

	/** Converts a duration to whole seconds. */
	public Optional<Long> seconds(QuantityValue quantity) {
		DataType type = new DataType.Simple(DataTag.DOUBLE_LONG_UNSIGNED);
		return convert(quantity, type, Scope.METER, Optional.of(new Scale(0, 7))).map(value -> ((Value.Int) value).value().longValue());
	}

	Value value(ValueExpr expr, DataType type, Context context) {
		return switch (type.bare()) {
			case DataType.Any any -> open.any(expr, context);
			case DataType.Choice choice -> open.choice(expr, choice, context);
			case DataType.ArrayOf array -> array(expr, array, context);
			case DataType.CompactOf array -> compact(expr, array.element(), context);
			case DataType.StructureOf structure -> structure(expr, structure, context);
			case DataType.Enumeration enumeration -> simple.enumeration(expr, enumeration, context);
			case DataType.BitField bits -> simple.bits(expr, bits);
			case DataType.Simple plain when plain.tag().hasParts() -> parts(expr, plain.tag(), context);
			default -> simple.simple(expr, type, context);
		};
	}

	private Value compact(ValueExpr expr, DataType element, Context context) {
		if (!(expr instanceof ListValue list)) {
			throw new ValueProblem("MW-LANG-050", expr, "a compact-array is written as [a, b, c]", "[]");
		}
		return new Value.CompactArray(element, list.getItems().stream().map(item -> value(item, element, context)).toList());
	}

	private Value array(ValueExpr expr, DataType.ArrayOf array, Context context) {
		if (expr instanceof ListValue list) {
			List<Value> elements = new ArrayList<>(list.getItems().size());
			for (ValueExpr item : list.getItems()) {
				elements.addAll(element(item, array.element(), context));
			}
			if (!array.size().contains(elements.size())) {
				throw new ValueProblem("MW-LANG-051", expr, "the array has %d elements; it takes %s".formatted(elements.size(), sizeText(array.size())));
			}
			return new Value.Array(elements);
		}
		throw new ValueProblem("MW-LANG-050", expr, "an array is expected here, written as [a, b, c]", "[]");
	}

	/** A family in an array stands for its members. */
	private List<Value> element(ValueExpr item, DataType type, Context context) {
		if (item instanceof RefValue ref && !ref.isTyped() && ref.getMore().isEmpty()) {
			List<Value> members = references.spread(ref, type, context.scope());
			if (!members.isEmpty()) {
				return members;
			}
		}
		return List.of(value(item, type, context));
	}

	private Value structure(ValueExpr expr, DataType.StructureOf structure, Context context) {
		return switch (expr) {
			case StructValue it -> fields(it, structure, context);
			case QuantityValue it when Numbers.isScalerAndUnit(structure) -> numbers.scalerAndUnit(it, structure);
			case RefValue it when ReferenceValues.takesObject(structure) -> references.structure(it, structure, context.scope());
			default -> throw new ValueProblem("MW-LANG-050", expr, "%s is expected here, written as { %s }".formatted("a structure",
					structure.fields().stream().map(field -> "%s: ...".formatted(field.name())).collect(Collectors.joining(", "))), ValueTexts.zero(structure));
		};
	}

	private Value fields(StructValue expr, DataType.StructureOf structure, Context context) {
		Map<String, FieldValue> written = new LinkedHashMap<>();
		for (FieldValue field : expr.getFields()) {
			if (structure.fields().stream().noneMatch(each -> each.name().equals(field.getName()))) {
				List<String> names = structure.fields().stream().map(DataType.Field::name).toList();
				throw new ValueProblem("MW-LANG-052", field, "the structure has no field %s; it has %s".formatted(field.getName(), String.join(", ", names)),
						Suggest.nearest(field.getName(), names).map(each -> new String[] { each }).orElse(new String[0]));
			}
			if (written.put(field.getName(), field) != null) {
				throw new ValueProblem("MW-LANG-052", field, "field %s stands twice".formatted(field.getName()));
			}
		}
		List<String> missing = structure.fields().stream().map(DataType.Field::name).filter(name -> !written.containsKey(name)).toList();
		if (!missing.isEmpty()) {
			throw new ValueProblem("MW-LANG-052", expr, "missing in the structure: %s".formatted(String.join(", ", missing)),
					structure.fields().stream().filter(field -> missing.contains(field.name())).map(field -> "%s: %s".formatted(field.name(), ValueTexts.zero(field.type())))
							.collect(Collectors.joining(", ")));
		}
		Context inside = new Context(context.scope(), Optional.empty());
		return new Value.Structure(structure.fields().stream().map(field -> value(written.get(field.name()).getValue(), field.type(), inside)).toList());
	}

	/** Values of arrays and structures whose parts the class leaves open. */
	private Value parts(ValueExpr expr, DataTag tag, Context context) {
		Value value = open.any(expr, context);
		if (tag == DataTag.COMPACT_ARRAY && value instanceof Value.Array array && Narrowing.infer(array) instanceof DataType.ArrayOf type
				&& !(type.element() instanceof DataType.Any)) {
			return new Value.CompactArray(type.element(), array.elements());
		}
		if (value.tag() != tag) {
			throw new ValueProblem("MW-LANG-050", expr, "%s is expected here".formatted(tag.standardName()));
		}
		return value;
	}

	static String sizeText(DataType.Size size) {
		if (size.upper() == DataType.Size.UNBOUNDED) {
			return "%d and more".formatted(Math.max(0, size.lower()));
		}
		return size.lower() == size.upper() ? Long.toString(size.lower()) : "%d to %d".formatted(size.lower(), size.upper());
	}

	static boolean isNull(ValueExpr expr) {
		return expr instanceof NullValue;
	}

	static String name(DataType type) {
		return TypeNotation.brief(type);
	}
}
