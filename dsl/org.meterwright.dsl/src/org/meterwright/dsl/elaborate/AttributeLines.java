// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;
import java.util.function.BiFunction;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.StorageExpr;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.rules.check.WatchedAttribute;

/** Applies attribute lines: type, value, storage, range and longest length. */
final class AttributeLines {
	private final Desk desk;
	private final BiFunction<CosemObject, Integer, Optional<Scale>> scales;

	/** Makes an applier. */
	AttributeLines(Desk desk) {
		this(desk, Scales::of);
	}

	/** Makes an applier that is told in what each attribute of an object counts. */
	AttributeLines(Desk desk, BiFunction<CosemObject, Integer, Optional<Scale>> scales) {
		this.desk = desk;
		this.scales = scales;
	}

	/** Applies a line to an attribute of an object. */
	void apply(ObjectHandle handle, AttributeDefinition definition, Body.Line<AttributeLine> line) {
		handle.put(definition.getIndex()).ifPresent(attribute -> {
			attribute.getOrigins().clear();
			attribute.getOrigins().addAll(line.origins());
			fill(handle, attribute, line);
			if (attribute instanceof WatchedAttribute watched) {
				watched.said();
			}
		});
	}

	/** Lets an attribute say what a line says of an object. */
	void fill(ObjectHandle handle, Attribute attribute, Body.Line<AttributeLine> line) {
		AttributeLine node = line.node();
		AttributeDefinition definition = attribute.getDefinition();
		attribute.setType(type(definition, node));
		value(handle, attribute, line);
		storage(definition, attribute, node);
		bounds(handle, attribute, line);
	}

	private DataType type(AttributeDefinition definition, AttributeLine node) {
		if (node.getType() == null) {
			return definition.getType();
		}
		DataType written = desk.types().type(node.getType());
		Optional<DataType> agreed = TypeAgreement.agree(written, definition.getType());
		if (agreed.isEmpty()) {
			desk.report().report("MW-LANG-041", node.getType(), "%s is not what the class says: %s".formatted(Values.name(written),
					Values.name(definition.getType())));
		}
		return agreed.orElse(written);
	}

	private void value(ObjectHandle handle, Attribute attribute, Body.Line<AttributeLine> line) {
		ValueExpr expr = line.node().getValue();
		if (expr == null) {
			return;
		}
		desk.values().convert(expr, attribute.getType(), line.scope(), scales.apply(handle.object(), attribute.getDefinition().getIndex()))
				.ifPresent(value -> set(attribute, expr, value));
	}

	private void set(Attribute attribute, ValueExpr expr, Value value) {
		attribute.setValue(value);
		DataType type = attribute.getType();
		boolean open = type.bare() instanceof DataType.Choice || type.bare() instanceof DataType.Any;
		if (!open) {
			TypeCheck.problem(type, value).ifPresent(problem -> desk.report().report("MW-LANG-051", expr, "%s: %s".formatted(attribute.getName(), problem)));
		}
		attribute.setType(open ? Narrowing.byValue(type, value) : type);
	}

	private static void storage(AttributeDefinition definition, Attribute attribute, AttributeLine node) {
		StorageExpr storage = node.getStorage();
		if (storage == null) {
			boolean dynamic = definition.getDynamics() == Dynamics.DYNAMIC || definition.getDynamics() == Dynamics.INSTANCE && attribute.getValue() == null;
			attribute.setStorage(dynamic ? Storage.RAM : Storage.ROM);
			return;
		}
		attribute.setStorage(Storage.getByName(storage.getKind()));
		attribute.setHandler(storage.getHandler());
	}

	private void bounds(ObjectHandle handle, Attribute attribute, Body.Line<AttributeLine> line) {
		AttributeLine node = line.node();
		if (node.getRange() != null) {
			Optional<Scale> scale = scales.apply(handle.object(), attribute.getDefinition().getIndex());
			desk.values().convert(node.getRange().getLower(), attribute.getType(), line.scope(), scale).ifPresent(attribute::setMinimum);
			desk.values().convert(node.getRange().getUpper(), attribute.getType(), line.scope(), scale).ifPresent(attribute::setMaximum);
			checkRange(attribute, node);
		}
		if (node.getMax() != null) {
			long max = Numerals.longOf(node.getMax());
			if (max < 1 || max > 65_535) {
				desk.report().report("MW-LANG-043", node, CosemDslPackage.eINSTANCE.getAttributeLine_Max(), "max is 1 to 65535, not %d".formatted(max));
			}
			attribute.setMaximumLength(Math.clamp(max, 0, 65_535));
		}
	}

	private void checkRange(Attribute attribute, AttributeLine node) {
		if (attribute.getMinimum() instanceof Value.Int lower && attribute.getMaximum() instanceof Value.Int upper) {
			if (lower.value().compareTo(upper.value()) > 0) {
				desk.report().report("MW-LANG-043", node.getRange(), "the range runs backwards: %s is above %s".formatted(lower.value(), upper.value()));
			}
		}
	}
}
