// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.BitsValue;
import org.meterwright.dsl.cosemDsl.BoolValue;
import org.meterwright.dsl.cosemDsl.EnumValue;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.NullValue;
import org.meterwright.dsl.cosemDsl.ObisValue;
import org.meterwright.dsl.cosemDsl.OctetsValue;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.TemporalValue;
import org.meterwright.dsl.cosemDsl.TextValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.elaborate.Values.Context;

/** Values where the type is open: any type, or a choice. What is written must tell the type by itself, as in {@code long-unsigned(5)}. */
final class OpenValues {
	private final Values values;
	private final SimpleValues simple;

	OpenValues(Values values, SimpleValues simple) {
		this.values = values;
		this.simple = simple;
	}

	Value any(ValueExpr expr, Context context) {
		return switch (expr) {
			case RefValue it when it.isTyped() -> typed(it, context);
			case RefValue it when Resolver.text(it.getFirst()).equals("dont-care") -> new Value.DontCare();
			case ListValue it -> new Value.Array(it.getItems().stream().map(item -> any(item, context)).toList());
			case StructValue it -> new Value.Structure(it.getFields().stream().map(field -> any(field.getValue(), context)).toList());
			case TemporalValue it -> plain(it, it.getDate() == null ? DataTag.TIME : it.getTime() == null ? DataTag.DATE : DataTag.DATE_TIME, context);
			case QuantityValue it -> throw new ValueProblem("MW-LANG-058", it, "the type of the number is not known; write it as long-unsigned(%s)".formatted(it.getNumber()),
					it.getNumber());
			case TextValue it -> throw new ValueProblem("MW-LANG-058", it, "the type of the text is not known; write it as octet-string(\"...\"), visible-string(\"...\") or utf8-string(\"...\")");
			case BoolValue it -> plain(it, DataTag.BOOLEAN, context);
			case NullValue it -> new Value.Null();
			case BitsValue it -> plain(it, DataTag.BIT_STRING, context);
			case EnumValue it -> plain(it, DataTag.ENUM, context);
			default -> plain(expr, DataTag.OCTET_STRING, context);
		};
	}

	private Value plain(ValueExpr expr, DataTag tag, Context context) {
		return simple.simple(expr, new DataType.Simple(tag), context);
	}

	private Value typed(RefValue expr, Context context) {
		String name = Resolver.text(expr.getFirst());
		DataTag tag = DataTag.ofName(name).orElseThrow(() -> new ValueProblem("MW-LANG-050", expr, "%s is no built-in type%s".formatted(name,
				Suggest.nearest(name, Types.builtIn()).map("; did you mean %s?"::formatted).orElse(""))));
		return plain(expr.getArgument(), tag, context);
	}

	/** Takes the only option that the value can be. */
	Value choice(ValueExpr expr, DataType.Choice choice, Context context) {
		Map<Value, DataType> fitting = new LinkedHashMap<>();
		List<ValueProblem> problems = new ArrayList<>();
		for (DataType option : choice.options()) {
			if (mayBe(expr, option)) {
				try {
					fitting.putIfAbsent(values.value(expr, option, context), option);
				} catch (ValueProblem problem) {
					problems.add(problem);
				}
			}
		}
		if (fitting.size() == 1) {
			return fitting.keySet().iterator().next();
		}
		if (fitting.isEmpty() && problems.size() == 1) {
			throw problems.getFirst();
		}
		String options = (fitting.isEmpty() ? choice.options() : fitting.values()).stream().map(Values::name).collect(Collectors.joining(", "));
		throw new ValueProblem("MW-LANG-058", expr, fitting.isEmpty() ? "%s fits none of %s".formatted(Describe.value(expr), options)
				: "%s could be %s; say which, as in %s(...)".formatted(Describe.value(expr), options, Values.name(fitting.values().iterator().next())));
	}

	/** Tells whether trying an option makes sense, so that a reference is not resolved in vain. */
	private static boolean mayBe(ValueExpr expr, DataType option) {
		Optional<DataTag> tag = option.bare() instanceof DataType.Simple plain ? Optional.of(plain.tag()) : Optional.empty();
		return switch (expr) {
			case NullValue it -> tag.filter(DataTag.NULL_DATA::equals).isPresent();
			case RefValue it when it.isTyped() -> tag.filter(each -> each.standardName().equals(Resolver.text(it.getFirst()))).isPresent();
			case OctetsValue it -> tag.isPresent();
			case ObisValue it -> tag.isPresent();
			default -> true;
		};
	}

	Value fact(ValueExpr expr) {
		return switch (expr) {
			case TextValue it -> new Value.Utf8(it.getText());
			case QuantityValue it when it.getUnit() == null -> number(it);
			case RefValue it when !it.isTyped() && it.getMore().isEmpty() -> new Value.Utf8(Resolver.text(it.getFirst()));
			default -> any(expr, new Context(Scope.METER, Optional.empty()));
		};
	}

	private Value number(QuantityValue quantity) {
		BigDecimal number = Numerals.decimal(quantity.getNumber());
		boolean whole = number.stripTrailingZeros().scale() <= 0;
		int bits = whole ? number.toBigInteger().bitLength() : 0;
		DataTag tag = !whole ? DataTag.FLOAT64 : bits < 16 ? DataTag.LONG : bits < 32 ? DataTag.DOUBLE_LONG : DataTag.LONG64;
		return plain(quantity, tag, new Context(Scope.METER, Optional.empty()));
	}
}
