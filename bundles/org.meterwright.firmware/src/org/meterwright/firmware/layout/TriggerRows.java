// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.FirmwareException;

/** Rows that say what happens: triggers, steps, sources, pushes, alerts, activations. */
final class TriggerRows {
	private static final int ARGUMENT = 0x8000;
	private static final int CARRIES = 0x4000;
	private static final int NO_BLOCK = 0x3FFF;
	private static final int SELECTED = 0x8000;
	private static final int CRITICAL = 1;
	private static final int ALWAYS = 2;

	private final TableLayout layout;
	private final List<Integer> logs;
	private final SequencePool<Triggers.Step> steps = new SequencePool<>("steps");
	private final Map<Block, Integer> blocks = new LinkedHashMap<>();

	private record Block(int guard, List<Triggers.Step> steps) {
	}

	TriggerRows(TableLayout layout) {
		this.layout = layout;
		logs = layout.triggers().stream().flatMap(trigger -> trigger.steps().stream()).filter(step -> step.op() == Triggers.Op.LOG).map(Triggers.Step::target)
				.distinct().limit(Triggers.NONE8).toList();
		for (Triggers.Trigger trigger : layout.triggers()) {
			CompactTrigger compact = CompactTrigger.of(trigger, logs);
			if (needsBlock(trigger, compact)) {
				compact.rest().forEach(this::addConstant);
				steps.add(compact.rest());
				blocks.putIfAbsent(new Block(trigger.guard(), compact.rest()), blocks.size());
			}
		}
		steps.place();
		if (blocks.size() >= NO_BLOCK) {
			throw new FirmwareException(Text.of("the reactions need %d blocks of steps; tables hold at most %d", blocks.size(), NO_BLOCK - 1));
		}
	}

	private static boolean needsBlock(Triggers.Trigger trigger, CompactTrigger compact) {
		return !compact.rest().isEmpty() || trigger.guard() != Triggers.NONE;
	}

	private void addConstant(Triggers.Step step) {
		if (step.param() instanceof Triggers.Constant(Bytes encoding)) {
			layout.constants().add(encoding);
		}
	}

	/** Returns the lists of pushes and alerts. */
	List<ShapeRows.ColumnList> columnLists() {
		List<ShapeRows.ColumnList> lists = new ArrayList<>();
		layout.meter().getPushes().stream().filter(push -> !push.getColumns().isEmpty()).map(push -> list(push.getColumns())).forEach(lists::add);
		layout.meter().getAlerts().stream().filter(alert -> !alert.getColumns().isEmpty()).map(alert -> list(alert.getColumns())).forEach(lists::add);
		return lists;
	}

	private ShapeRows.ColumnList list(List<Column> columns) {
		boolean selected = columns.stream().anyMatch(column -> column.getSelection() != Selection.ALL);
		List<ShapeRows.Column> rows = new ArrayList<>();
		for (Column column : columns) {
			rows.add(new ShapeRows.Column(layout.number(column.getObject()), column.getAttribute(), column.getDataIndex()));
			if (selected) {
				rows.add(new ShapeRows.Column(column.getCount(), column.getSelection().getValue(), 0));
			}
		}
		return new ShapeRows.ColumnList(rows, columns.size(), selected ? SELECTED : 0);
	}

	/** Makes the tables; the pool must have been placed. */
	List<Table> tables(ShapeRows shapes) {
		List<Table.Row> logRows = logs.stream().map(log -> Table.Row.of(ObjectRows.label(layout.objects().get(log).object()), log)).toList();
		List<Table.Row> blockRows = blocks.keySet().stream().map(block -> Table.Row.of("", block.guard(), steps.offset(block.steps()), block.steps().size())).toList();
		List<Table.Row> stepRows = steps.rows().stream()
				.map(step -> Table.Row.of(step.op().toString(), step.op().code(), step.index(), step.target(), param(step.param()))).toList();
		List<Table.Row> sourceRows = layout.sources().stream()
				.map(source -> Table.Row.of(ObjectRows.label(layout.objects().get(source.object()).object()), source.object(), source.kind(), 0)).toList();
		return List.of(new Table("trigger", "mw_trigger_t", layout.triggers().stream().map(this::trigger).toList()), new Table("log", "uint16_t", logRows),
				new Table("block", "mw_block_t", blockRows), new Table("step", "mw_step_t", stepRows), new Table("source", "mw_source_t", sourceRows),
				new Table("push", "mw_push_t", layout.meter().getPushes().stream().map(push -> push(push, shapes)).toList()),
				new Table("alert", "mw_alert_t", alerts(shapes)), new Table("activation", "mw_activation_t", activations()));
	}

	private int param(Triggers.Param param) {
		return switch (param) {
			case Triggers.NoParam none -> Triggers.NONE;
			case Triggers.AlertCode code -> Triggers.PARAM_ALERT;
			case Triggers.Number number -> number.number();
			case Triggers.Constant constant -> layout.constants().offset(constant.encoding());
		};
	}

	private Table.Row trigger(Triggers.Trigger trigger) {
		CompactTrigger compact = CompactTrigger.of(trigger, logs);
		int block = needsBlock(trigger, compact) ? blocks.get(new Block(trigger.guard(), compact.rest())) : NO_BLOCK;
		int more = block | (compact.argument() ? ARGUMENT : 0) | (compact.carries() ? CARRIES : 0);
		return Table.Row.of(eventLabel(trigger.event()), trigger.event(), compact.alert(), compact.log(), compact.push(), more).about(trigger.reaction());
	}

	private String eventLabel(int event) {
		if (event >= Triggers.SOURCE_EVENT) {
			return ObjectRows.label(layout.objects().get(layout.sources().get(event - Triggers.SOURCE_EVENT).object()).object());
		}
		return name(layout.meter().getEvents().get(event));
	}

	private static String name(Element element) {
		return element.getName() == null ? "" : element.getName();
	}

	private Table.Row push(Push push, ShapeRows shapes) {
		int list = push.getColumns().isEmpty() ? Triggers.NONE : shapes.number(list(push.getColumns()));
		int partner = push.getPartner() == null ? Triggers.NONE8 : layout.associations().indexOf(push.getPartner());
		return Table.Row.of(name(push), optional(push.getObject()), list, optional(push.getSecurity()), partner, push.getProtection()).about(push);
	}

	private int optional(CosemObject object) {
		return object == null ? Triggers.NONE : layout.number(object);
	}

	private List<Table.Row> alerts(ShapeRows shapes) {
		return layout.meter().getAlerts().stream().filter(alert -> !alert.getColumns().isEmpty() || alert.getProtection() != null)
				.sorted(Comparator.comparingInt(Alert::getCode)).map(alert -> alert(alert, shapes)).toList();
	}

	private Table.Row alert(Alert alert, ShapeRows shapes) {
		int list = alert.getColumns().isEmpty() ? Triggers.NONE : shapes.number(list(alert.getColumns()));
		int push = alert.getPush() == null ? Triggers.NONE8 : layout.meter().getPushes().indexOf(alert.getPush());
		int flags = (alert.isCritical() ? CRITICAL : 0) | (alert.isAlways() ? ALWAYS : 0);
		return Table.Row.of(name(alert), TriggerPlanner.code(alert), list, optional(alert.getProtection()), push & Triggers.NONE8, flags).about(alert);
	}

	private List<Table.Row> activations() {
		return layout.objects().stream().filter(object -> object.object().getActive() != null && object.object().getActivation() != null).map(object -> {
			Column time = object.object().getActivation();
			return Table.Row.of(ObjectRows.label(object.object()), object.number(), layout.number(object.object().getActive()), layout.number(time.getObject()),
					time.getAttribute(), 0).about(object.object());
		}).toList();
	}
}
