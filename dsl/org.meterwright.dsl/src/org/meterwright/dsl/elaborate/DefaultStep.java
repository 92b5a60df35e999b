// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.values.ValueTexts;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Reading;
import org.meterwright.rules.check.WatchedAttribute;

/**
 * The attributes that nobody wrote: logical_name, the catalogue's defaults, and for mandatory attributes without default the type's zero.
 * Optional attributes stay away unless they are written. A choice must be decided: null-data where the class offers it and the text is
 * silent, else the text has to say it.
 */
public final class DefaultStep implements Step {

	@Override
	public void run(Elaboration elaboration) {
		Desk.sideBySide(elaboration, (objects, desk) -> Reading.making(() -> objects.forEach(handle -> fill(desk, handle))));
	}

	/** Fills in what the text leaves open of an object. */
	static void fill(Desk desk, ObjectHandle handle) {
		fill(desk.report(), desk.ofLines(), handle);
	}

	private static void fill(Report report, Map<AttributeLine, List<Finding>> ofLines, ObjectHandle handle) {
		List<String> silent = new ArrayList<>();
		for (AttributeDefinition definition : handle.object().getInterfaceClass().getAttributes()) {
			Optional<Attribute> before = handle.attribute(definition.getIndex());
			if (before.isPresent()) {
				decideWritten(report, ofLines, handle, before.get());
			} else if (!definition.isOptional() || definition.getIndex() == 1) {
				fill(report, handle, definition, silent);
				handle.attribute(definition.getIndex()).filter(WatchedAttribute.class::isInstance).ifPresent(each -> ((WatchedAttribute) each).said());
			}
		}
		ModelOrder.sortAttributes(handle.object());
		if (!silent.isEmpty() && handle.entry().isPresent()) {
			ObjectDecl node = handle.entry().get().node();
			report.report("MW-LANG-040", node, CosemDslPackage.eINSTANCE.getObjectDecl_Name(),
					"%s: %s not written and without default; zero is taken".formatted(node.getName(), joined(silent)), silent.stream().map(name -> "%s = %s".formatted(name, zero(handle, name))).toArray(String[]::new));
		}
	}

	private static String zero(ObjectHandle handle, String name) {
		return handle.object().getAttributes().stream().filter(each -> name.equals(each.getName())).findFirst().map(each -> ValueTexts.zero(each.getType())).orElse("0");
	}

	/** Gives an attribute its default again after what filled it was taken away; an optional one stays absent. */
	public static void fillAgain(Elaboration elaboration, ObjectHandle handle, int index) {
		handle.definition(index).filter(definition -> !definition.isOptional()).ifPresent(definition -> fill(elaboration.report(), handle, definition, new ArrayList<>()));
	}

	private static String joined(List<String> names) {
		return names.size() == 1 ? "%s is".formatted(names.getFirst()) : "%s are".formatted(String.join(", ", names));
	}

	private static void fill(Report report, ObjectHandle handle, AttributeDefinition definition, List<String> silent) {
		Attribute attribute = handle.put(definition.getIndex()).orElseThrow();
		attribute.getOrigins().add(origin(handle));
		attribute.getOrigins().addAll(handle.body().removed(definition.getName()));
		if (definition.getIndex() == 1) {
			attribute.setStorage(Storage.ROM);
			attribute.setValue(new Value.Octets(handle.object().getLogicalName().bytes()));
			return;
		}
		boolean dynamic = definition.getDynamics() == Dynamics.DYNAMIC;
		attribute.setStorage(dynamic ? Storage.RAM : Storage.ROM);
		attribute.setValue(definition.getDefaultValue());
		if (definition.getDefaultValue() == null && definition.getDynamics() == Dynamics.STATIC && !SilentTypes.isOpen(definition.getType()) && !definition.isSecret()) {
			silent.add(definition.getName());
		}
		decide(report, handle, attribute, null);
	}

	/** What is found on an attribute line is noted as found on it by itself. */
	private static void decideWritten(Report report, Map<AttributeLine, List<Finding>> ofLines, ObjectHandle handle, Attribute attribute) {
		int before = report.count();
		Body.Line<AttributeLine> line = handle.body().attributes().get(attribute.getName());
		decide(report, handle, attribute, line);
		if (line != null && report.count() > before) {
			ofLines.computeIfAbsent(line.node(), key -> new ArrayList<>(1)).addAll(report.since(before));
		}
	}

	private static Origin origin(ObjectHandle handle) {
		return handle.object().getOrigins().stream().findFirst().orElse(new Origin("", 1, 0, 0, "default")).as("default", handle.object().getInterfaceClass().getName());
	}

	/**
	 * Decides what a choice is in this object.
	 *
	 * @param line what the text says of the attribute; null: nothing
	 */
	static void decide(Report report, ObjectHandle handle, Attribute attribute, Body.Line<AttributeLine> line) {
		DataType type = WatchedAttribute.peekType(attribute);
		if (!SilentTypes.isOpen(type)) {
			return;
		}
		Value value = WatchedAttribute.peek(attribute);
		if (value != null) {
			set(attribute, Narrowing.byValue(type, value));
			return;
		}
		Optional<DataType> decided = line == null || SilentTypes.structured(type).isPresent() ? SilentTypes.of(type, attribute.getDefinition().getIndex()) : Optional.empty();
		if (decided.isPresent()) {
			set(attribute, decided.get());
			return;
		}
		DataType plausible = Narrowing.plausible(type);
		set(attribute, plausible);
		boolean told = line != null && line.node().getValue() != null;
		if (handle.entry().isPresent() && !told) {
			String options = type.bare() instanceof DataType.Choice ? Values.name(type) : "any type";
			String message = "%s.%s is %s; say which, as in %s: %s".formatted(handle.entry().get().node().getName(), attribute.getName(), options, attribute.getName(),
					Values.name(plausible));
			if (line == null) {
				report.report("MW-LANG-041", handle.entry().get().node(), CosemDslPackage.eINSTANCE.getObjectDecl_Name(), message, attribute.getName(), Values.name(plausible));
			} else {
				report.report("MW-LANG-041", line.node(), CosemDslPackage.eINSTANCE.getAttributeLine_Name(), message, attribute.getName(), Values.name(plausible));
			}
		}
	}

	private static void set(Attribute attribute, DataType type) {
		if (attribute instanceof WatchedAttribute watched) {
			watched.decide(type);
		} else {
			attribute.setType(type);
		}
	}

	/** A choice between ways to write the same structured data takes the first. */
}
