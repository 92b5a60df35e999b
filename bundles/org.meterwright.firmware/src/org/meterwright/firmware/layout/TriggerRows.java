// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.FirmwareException;

/** Rows that say what happens: triggers, steps, sources, pushes, alerts, activations. */
final class TriggerRows {
	/** Mark of a log whose argument is the alert's code, and of a push that carries the alert. */
	private static final int WITH_ALERT = 0x80;
	private static final int MOST_BLOCKS = 0xFFFF;
	private static final int CRITICAL = 1;
	private static final int ALWAYS = 2;
	private static final int PUSH_OBJECT_LIST = 2;

	private final TableLayout layout;
	private final ColumnRows columns;
	private final List<Integer> logs;
	private final SortedMap<String, Block> blocks = new TreeMap<>();
	private final SortedMap<String, List<Triggers.Step>> sequences = new TreeMap<>();
	/** Numbers of blocks by name, once all are known. */
	private final Map<String, Integer> blockNumbers = new HashMap<>();

	/** Names of blocks by the number of the trigger; empty: it needs none. */
	private final List<String> blockNames = new ArrayList<>();

	private record Block(int guard, List<Triggers.Step> steps, String stepsName) {
	}

	TriggerRows(TableLayout layout, ColumnRows columns) {
		this.layout = layout;
		this.columns = columns;
		logs = layout.triggers().stream().map(trigger -> trigger.steps().isEmpty() ? null : trigger.steps().getFirst())
				.filter(step -> step != null && step.op() == Triggers.Op.LOG && CompactTrigger.isShort(step)).map(Triggers.Step::target).distinct().sorted()
				.limit(CompactTrigger.IN_BLOCK).toList();
		layout.triggers().forEach(this::addBlock);
		layout.thresholds().forEach(row -> {
			layout.constants().add(row.threshold(), "threshold");
			if (row.back().length() > 0) {
				layout.constants().add(row.back(), "threshold of the way back");
			}
		});
		if (blocks.size() > MOST_BLOCKS) {
			throw new FirmwareException(Text.of("the reactions need %d blocks of steps; tables hold at most %d", blocks.size(), MOST_BLOCKS));
		}
		layout.meter().getPushes().stream().filter(push -> !push.getColumns().isEmpty()).forEach(push -> addList(listName(push), push.getColumns(), twin(push)));
		layout.meter().getAlerts().stream().filter(alert -> !alert.getColumns().isEmpty()).forEach(alert -> addList(listName(alert), alert.getColumns(), ""));
	}

	private void addBlock(Triggers.Trigger trigger) {
		CompactTrigger compact = CompactTrigger.of(trigger, logs);
		if (!compact.isInBlock()) {
			blockNames.add("");
			return;
		}
		compact.rest().forEach(this::addConstant);
		String words = compact.rest().toString();
		String stepsName = compact.rest().isEmpty() ? "" : Text.of("steps_%s", ContentNames.digits(words));
		blockNames.add(Text.of("block_%s", ContentNames.digits(Text.of("%d %s", trigger.guard(), words))));
		blocks.put(blockNames.getLast(), new Block(trigger.guard(), compact.rest(), stepsName));
		if (!stepsName.isEmpty()) {
			sequences.put(stepsName, compact.rest());
		}
	}

	private void addConstant(Triggers.Step step) {
		if (step.param() instanceof Triggers.Constant(Bytes encoding)) {
			layout.constants().add(encoding, "parameter of a step");
		}
	}

	private String listName(Push push) {
		return Text.of("push_%d", layout.meter().getPushes().indexOf(push));
	}

	private static String listName(Alert alert) {
		return Text.of("alert_%d", TriggerPlanner.code(alert));
	}

	/** Returns the name of the list that a push object sends. */
	private String twin(Push push) {
		return push.getObject() == null ? "" : Text.of("%s_a%d", layout.order().tag(push.getObject()), PUSH_OBJECT_LIST);
	}

	private void addList(String name, List<Column> list, String twin) {
		columns.add(name, list.stream().map(this::column).toList(), twin);
	}

	private ColumnRows.Column column(Column column) {
		int newest = switch (column.getSelection()) {
			case ALL -> 0;
			case NEWEST -> 1;
			case LAST -> column.getCount();
		};
		return new ColumnRows.Column(layout.number(column.getObject()), column.getAttribute(), column.getDataIndex(), newest);
	}

	/** Makes the tables; the pool must have been placed. */
	List<Table> tables() {
		List<Table.Row> logRows = logs.stream().map(log -> Table.Row.of(layout.label(log), log).named(logName(log), 1)).toList();
		List<Table.Row> sourceRows = layout.sources().stream()
				.map(source -> Table.Row.of(label(source), source.object(), source.kind(), source.way()).named(source.name(layout.order()), 1)).toList();
		return List.of(new Table("trigger", "mw_trigger_t", IntStream.range(0, layout.triggers().size()).mapToObj(this::trigger).toList()), new Table("log", "uint16_t", logRows),
				new Table("block", "mw_block_t", blockRows()), new Table("step", "mw_step_t", stepRows()), new Table("source", "mw_source_t", sourceRows),
				new Table("threshold", "mw_threshold_t", thresholds()),
				new Table("push", "mw_push_t", layout.meter().getPushes().stream().map(this::push).toList()), new Table("alert", "mw_alert_t", alerts()),
				new Table("activation", "mw_activation_t", activations()));
	}

	private String logName(int log) {
		return Text.of("log_%s", layout.order().tag(layout.objects().get(log).object()));
	}

	private List<Table.Row> blockRows() {
		Map<String, Integer> offsets = new HashMap<>();
		int at = 0;
		for (Map.Entry<String, List<Triggers.Step>> sequence : sequences.entrySet()) {
			offsets.put(sequence.getKey(), at);
			at += sequence.getValue().size();
		}
		return blocks.entrySet().stream().map(entry -> {
			Block block = entry.getValue();
			Cell first = block.stepsName().isEmpty() ? Cell.of(0) : Cell.row(offsets.get(block.stepsName()), block.stepsName());
			return Table.Row.of("", Cell.of(block.guard()), first, Cell.of(block.steps().size())).named(entry.getKey(), 1);
		}).toList();
	}

	private List<Table.Row> stepRows() {
		return sequences.entrySet().stream().map(sequence -> {
			Cell[] cells = sequence.getValue().stream()
					.flatMap(step -> Stream.of(Cell.of(step.op().code()), Cell.of(step.index()), Cell.of(step.target()), param(step.param()))).toArray(Cell[]::new);
			return Table.Row.of(sequence.getValue().stream().map(step -> step.op().toString()).collect(Collectors.joining(", ")), cells).named(sequence.getKey(),
					sequence.getValue().size());
		}).toList();
	}

	private Cell param(Triggers.Param param) {
		return switch (param) {
			case Triggers.NoParam none -> Cell.of(Triggers.NONE);
			case Triggers.AlertCode code -> Cell.of(Triggers.PARAM_ALERT);
			case Triggers.Number number -> Cell.of(number.number());
			case Triggers.Constant constant -> layout.constants().cell(constant.encoding());
		};
	}

	private Table.Row trigger(int number) {
		Triggers.Trigger trigger = layout.triggers().get(number);
		CompactTrigger compact = CompactTrigger.of(trigger, logs);
		Cell alert = compact.isInBlock() ? block(blockNames.get(number)) : Cell.of(compact.alert());
		Cell log = compact.log() >= CompactTrigger.IN_BLOCK ? Cell.of(compact.log()) : Cell.row(compact.log(), logName(logs.get(compact.log())));
		return Table.Row.of(eventLabel(trigger.event()), event(trigger.event()), alert, log.plus(compact.argument() ? WITH_ALERT : 0),
				Cell.of(compact.push() | (compact.carries() ? WITH_ALERT : 0))).about(trigger.reaction());
	}

	private Cell block(String name) {
		if (blockNumbers.isEmpty()) {
			blocks.keySet().forEach(each -> blockNumbers.put(each, blockNumbers.size()));
		}
		return Cell.row(blockNumbers.get(name), name);
	}

	/** Returns an event; those of schedules and monitors are said by name. */
	private Cell event(int event) {
		int source = event - Triggers.SOURCE_EVENT;
		return source < 0 ? Cell.of(event) : Cell.row(source, layout.sources().get(source).name(layout.order())).plus(Triggers.SOURCE_EVENT);
	}

	private String eventLabel(int event) {
		if (event >= Triggers.SOURCE_EVENT) {
			return label(layout.sources().get(event - Triggers.SOURCE_EVENT));
		}
		return name(layout.meter().getEvents().get(event));
	}

	private String label(Triggers.Source source) {
		int row = source.object() - layout.objects().size();
		return row < 0 ? layout.label(source.object()) : name((Element) layout.thresholds().get(row).reaction());
	}

	private List<Table.Row> thresholds() {
		return layout.thresholds().stream().map(this::threshold).toList();
	}

	private Table.Row threshold(Triggers.Threshold row) {
		int object = row.monitored().map(Descriptor.Reference::object).orElse(Triggers.NONE);
		int attribute = row.monitored().map(Descriptor.Reference::attribute).orElse(0);
		int part = row.monitored().map(Descriptor.Reference::dataIndex).orElse(0);
		Cell back = row.back().length() == 0 ? Cell.of(Triggers.NONE) : layout.constants().cell(row.back());
		return Table.Row.of(name((Element) row.reaction()), Cell.of(row.durations()[0]), Cell.of(row.durations()[1]), Cell.of(object), layout.constants().cell(row.threshold()), back,
				Cell.of(0), Cell.of(attribute), Cell.of(part), Cell.of(row.comparison()), Cell.of(0)).about(row.reaction());
	}

	private static String name(Element element) {
		return element.getName() == null ? "" : element.getName();
	}

	private Table.Row push(Push push) {
		Cell list = push.getColumns().isEmpty() ? Cell.of(Triggers.NONE) : columns.list(listName(push));
		int partner = push.getPartner() == null ? Triggers.NONE8 : layout.associations().indexOf(push.getPartner());
		return Table.Row.of(name(push), Cell.of(optional(push.getObject())), list, Cell.of(optional(push.getSecurity())), Cell.of(partner), Cell.of(push.getProtection()))
				.about(push);
	}

	private int optional(CosemObject object) {
		return object == null ? Triggers.NONE : layout.number(object);
	}

	private List<Table.Row> alerts() {
		return layout.meter().getAlerts().stream().filter(alert -> !alert.getColumns().isEmpty() || alert.getProtection() != null || alert.isAlways())
				.sorted(Comparator.comparingInt(Alert::getCode)).map(this::alert).toList();
	}

	private Table.Row alert(Alert alert) {
		Cell list = alert.getColumns().isEmpty() ? Cell.of(Triggers.NONE) : columns.list(listName(alert));
		int push = alert.getPush() == null ? Triggers.NONE8 : layout.meter().getPushes().indexOf(alert.getPush());
		int flags = (alert.isCritical() ? CRITICAL : 0) | (alert.isAlways() ? ALWAYS : 0);
		return Table.Row.of(name(alert), Cell.of(TriggerPlanner.code(alert)), list, Cell.of(optional(alert.getProtection())), Cell.of(push & Triggers.NONE8), Cell.of(flags))
				.about(alert);
	}

	private List<Table.Row> activations() {
		return layout.objects().stream().filter(object -> object.object().getActive() != null && object.object().getActivation() != null).map(object -> {
			Column time = object.object().getActivation();
			return Table.Row.of(layout.label(object.number()), object.number(), layout.number(object.object().getActive()), layout.number(time.getObject()),
					time.getAttribute(), 0).about(object.object());
		}).toList();
	}
}
