// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.cosemDsl.WhenExpr;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Want;

/** Thresholds of {@code when}, and the Register monitor (21) or Limiter (71) that watches them. */
final class Thresholds {
	private static final Map<String, Comparison> OPERATORS = Map.of("<", Comparison.LESS, "<=", Comparison.LESS_OR_EQUAL, ">", Comparison.GREATER, ">=",
			Comparison.GREATER_OR_EQUAL, "==", Comparison.EQUAL);

	private final Workshop workshop;
	private final GeneratedScripts scripts;
	private final EventLogs logs;

	Thresholds(Workshop workshop, GeneratedScripts scripts) {
		this.workshop = workshop;
		this.scripts = scripts;
		this.logs = new EventLogs();
	}

	void fill(Piece<ReactionDecl, Reaction> piece, WhenExpr when) {
		logs.complete(piece.element(), piece.entry(), List.of());
		Optional<Referent> left = workshop.elaboration().resolver().one(when.getLeft(), piece.scope(), Want.OBJECT_OR_ATTRIBUTE);
		Optional<Column> monitored = left.flatMap(referent -> new Columns(workshop.elaboration()).of(referent, when));
		Optional<Attribute> attribute = monitored.flatMap(column -> CosemObjects.attribute(column.getObject(), column.getAttribute()));
		if (attribute.isEmpty()) {
			return;
		}
		Optional<Value> threshold = value(piece, when.getRight(), monitored.get(), attribute.get());
		Optional<Value> back = when.getBack() == null ? threshold : value(piece, when.getBack(), monitored.get(), attribute.get());
		if (threshold.isEmpty() || back.isEmpty() || isBackwards(when, threshold.get(), back.get())) {
			return;
		}
		ThresholdTrigger trigger = trigger(when, monitored.get(), threshold.get());
		if (when.getBack() != null) {
			trigger.setBackThreshold(back.get());
		}
		piece.element().setTrigger(trigger);
		piece.handle().ifPresent(handle -> object(piece, handle, trigger, attribute.get().getType()));
	}

	private Optional<Value> value(Piece<ReactionDecl, Reaction> piece, ValueExpr expr, Column column, Attribute attribute) {
		return workshop.elaboration().values().convert(expr, attribute.getType(), piece.scope(), workshop.elaboration().scale(column.getObject(),
				column.getAttribute()));
	}

	private ThresholdTrigger trigger(WhenExpr when, Column monitored, Value threshold) {
		ThresholdTrigger trigger = CosemFactory.eINSTANCE.createThresholdTrigger();
		trigger.setMonitored(monitored);
		trigger.setComparison(OPERATORS.get(when.getOp()));
		trigger.setThreshold(threshold);
		trigger.setDuration(seconds(when.getDuration()));
		trigger.setBackDuration(seconds(when.getBackDuration()));
		return trigger;
	}

	private long seconds(QuantityValue quantity) {
		return quantity == null ? 0 : workshop.elaboration().values().seconds(quantity).orElse(0L);
	}

	private boolean isBackwards(WhenExpr when, Value threshold, Value back) {
		Optional<BigDecimal> there = number(threshold);
		Optional<BigDecimal> home = number(back);
		if (when.getBack() == null || there.isEmpty() || home.isEmpty()) {
			return false;
		}
		int order = home.get().compareTo(there.get());
		boolean durations = when.getDuration() != null || when.getBackDuration() != null;
		if (durations && order != 0) {
			workshop.elaboration().report().report("MW-LANG-225", when.getBack(),
					"a Limiter has one threshold for both ways: with for, until takes the same value as when");
			return true;
		}
		boolean rises = MonitorValues.rises(OPERATORS.get(when.getOp()));
		if (rises ? order > 0 : order < 0) {
			workshop.elaboration().report().report("MW-LANG-226", when.getBack(), "until must be %s than when, or the way back would never end"
					.formatted(rises ? "lower" : "higher"));
			return true;
		}
		return false;
	}

	private static Optional<BigDecimal> number(Value value) {
		return switch (value) {
			case Value.Float32 it -> Optional.of(new BigDecimal(it.value()));
			case Value.Float64 it -> Optional.of(new BigDecimal(it.value()));
			default -> Values.bigNumber(value).map(BigDecimal::new);
		};
	}

	private void object(Piece<ReactionDecl, Reaction> piece, ObjectHandle handle, ThresholdTrigger trigger, DataType type) {
		ScriptCall there = scripts.call(piece, piece.element().getActions(), "");
		ScriptCall back = scripts.call(piece, piece.element().getReturnActions(), "_return");
		if (handle.object().getInterfaceClass().getClassId() == Reactions.LIMITER) {
			limiter(piece, handle, trigger, type, there, back);
		} else {
			monitor(piece, handle, trigger, type, there, back);
		}
	}

	private static Value reference(Column column) {
		return new AttributeReference(column.getObject().getInterfaceClass().getClassId(), column.getObject().getLogicalName(), column.getAttribute())
				.valueDefinition();
	}

	private static void monitor(Piece<ReactionDecl, Reaction> piece, ObjectHandle handle, ThresholdTrigger trigger, DataType type, ScriptCall there,
			ScriptCall back) {
		MonitorValues values = trigger.getBackThreshold() == null ? MonitorValues.single(trigger.getComparison(), trigger.getThreshold(), there, back)
				: MonitorValues.hysteresis(trigger.getComparison(), trigger.getThreshold(), trigger.getBackThreshold(), there, back);
		handle.set(2, new DataType.ArrayOf(DataType.Size.ANY, type), values.thresholds(), Storage.ROM, List.of(piece.sugar(piece.node().getTrigger())));
		AssociationContents.set(handle, 3, reference(trigger.getMonitored()), piece.sugar(piece.node().getTrigger()));
		AssociationContents.set(handle, 4, values.actions(), piece.sugar(piece.node()));
	}

	private static void limiter(Piece<ReactionDecl, Reaction> piece, ObjectHandle handle, ThresholdTrigger trigger, DataType type, ScriptCall there,
			ScriptCall back) {
		LimiterValues values = LimiterValues.of(trigger.getComparison(), trigger.getDuration(), trigger.getBackDuration(), there, back);
		var origin = piece.sugar(piece.node().getTrigger());
		AssociationContents.set(handle, 2, reference(trigger.getMonitored()), origin);
		handle.set(3, type, trigger.getThreshold(), Storage.RAM, List.of(origin));
		handle.set(4, type, trigger.getThreshold(), Storage.ROM, List.of(origin));
		handle.set(5, type, trigger.getThreshold(), Storage.ROM, List.of(origin));
		AssociationContents.set(handle, 6, values.over(), origin);
		AssociationContents.set(handle, 7, values.under(), origin);
		AssociationContents.set(handle, 11, values.actions(), piece.sugar(piece.node()));
	}
}
