// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Origins;
import org.meterwright.cosem.words.AccessWords;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaborator;
import org.meterwright.dsl.elaborate.Traced;

/** Traces an element of a meter: an object with its attributes, rights and columns, one attribute of it, or anything else that has a name. */
public final class Tracer {
	private static final int LONGEST = 96;

	private final Meter model;
	private final Traced traced;
	private final String name;
	private final String member;

	private Tracer(Meter model, Traced traced, String name, String member) {
		this.model = model;
		this.traced = traced;
		this.name = name;
		this.member = member;
	}

	/**
	 * Traces an element in one variant.
	 *
	 * @param wanted as in {@code billingLog}, {@code importRate[3]} or {@code billingLog.profile_entries}
	 * @return lines without the name of the variant; none when the variant has no such element
	 */
	public static List<String> trace(Declarations declarations, MeterDecl meter, Set<String> switches, String wanted) {
		int dot = wanted.indexOf('.');
		String name = dot < 0 ? wanted : wanted.substring(0, dot);
		Traced traced = new Traced(name);
		Elaborator.Result result = Elaborator.elaborate(declarations, meter, switches, traced);
		return new Tracer(result.model(), traced, name, dot < 0 ? "" : wanted.substring(dot + 1)).lines();
	}

	private List<String> lines() {
		Optional<CosemObject> object = model.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(each -> name.equals(each.getName())).findFirst();
		List<String> lines = new ArrayList<>();
		if (object.isPresent() && member.isEmpty()) {
			whole(object.get(), lines);
		} else if (object.isPresent()) {
			CosemObjects.attribute(object.get(), member).ifPresent(attribute -> attribute(object.get(), attribute, lines, ""));
			object.get().getInterfaceClass().getMethods().stream().filter(method -> member.equals(method.getName())).findFirst()
					.ifPresent(method -> method(object.get(), method, lines));
		}
		if (member.isEmpty()) {
			others().filter(element -> name.equals(element.getName())).forEach(element -> {
				lines.add("%s %s".formatted(element.eClass().getName().toLowerCase(Locale.ROOT), element.getName()));
				steps(element, "  ", lines);
			});
		}
		return lines;
	}

	private Stream<Element> others() {
		Stream<Association> associations = model.getDevices().stream().map(LogicalDevice::getAssociations).flatMap(List::stream);
		return Stream.of(associations, model.getPushes().stream(), model.getReactions().stream(), model.getEvents().stream(), model.getAlerts().stream(),
				model.getRoles().stream(), model.getProperties().stream(), model.getDevices().stream()).flatMap(each -> each.map(Element.class::cast));
	}

	private void whole(CosemObject object, List<String> lines) {
		lines.add("object %s: %s version %d %s".formatted(object.getName(), object.getInterfaceClass().getName(), object.getInterfaceClass().getVersion(),
				object.getLogicalName()));
		steps(object, "  ", lines);
		object.getAttributes().stream().filter(attribute -> attribute.getDefinition().getIndex() > 1).forEach(attribute -> attribute(object, attribute, lines, "  "));
		rights(object).forEach(right -> lines.add("  %s".formatted(right)));
	}

	private void attribute(CosemObject object, Attribute attribute, List<String> lines, String indent) {
		AttributeDefinition definition = attribute.getDefinition();
		String value = attribute.getValue() == null ? "" : " = %s".formatted(shortened(ValueWords.of(attribute).orElseGet(() -> attribute.getValue().toString())));
		lines.add("%s%s%s%s".formatted(indent, member.isEmpty() ? "" : "attribute %s.".formatted(object.getName()), definition.getName(), value));
		steps(attribute, indent + "  ", lines);
		if (definition.getName().endsWith("capture_objects") || definition.getName().equals("push_object_list")) {
			columns().forEach(column -> lines.add("%s  %s".formatted(indent, column)));
		}
		if (!member.isEmpty()) {
			rights(definition.getIndex(), false).forEach(right -> lines.add("%s  %s".formatted(indent, right)));
		}
	}

	private void method(CosemObject object, MethodDefinition method, List<String> lines) {
		lines.add("method %s.%s()".formatted(object.getName(), method.getName()));
		List<String> rights = rights(method.getIndex(), true);
		(rights.isEmpty() ? List.of("nobody may call it") : rights).forEach(right -> lines.add("  %s".formatted(right)));
	}

	private static void steps(Element element, String indent, List<String> lines) {
		Origins.steps(element.getOrigins()).forEach(step -> lines.add(indent + step));
	}

	/** One line for each line of the text: its columns, members of a family together. */
	private List<String> columns() {
		Map<String, List<Column>> byOrigin = new LinkedHashMap<>();
		traced.columns().forEach(each -> byOrigin.computeIfAbsent(Origins.text(List.of(each.origin())), key -> new ArrayList<>()).add(each.column()));
		return byOrigin.entrySet().stream().map(entry -> "columns %s %s".formatted(MemberRanges.of(entry.getValue().stream().map(Tracer::text).toList()), entry.getKey()))
				.toList();
	}

	private static String text(Column column) {
		Optional<AttributeDefinition> attribute = CosemObjects.definition(column.getObject().getInterfaceClass(), column.getAttribute());
		return "%s.%s%s".formatted(column.getObject().getName(), attribute.map(AttributeDefinition::getName).orElse(Integer.toString(column.getAttribute())),
				column.getDataIndex() == 0 ? "" : "[%d]".formatted(column.getDataIndex()));
	}

	private List<String> rights(int index, boolean method) {
		return traced.rights().stream().filter(right -> right.index() == index && right.method() == method)
				.map(right -> "%s: %s %s".formatted(right.association().getName(), words(right), Origins.text(List.of(right.origin())))).toList();
	}

	/** One line for each line of rights: who may do what to which members. */
	private List<String> rights(CosemObject object) {
		Map<String, List<String>> members = new LinkedHashMap<>();
		for (Traced.Right right : traced.rights()) {
			String line = "%s: %s %%s %s".formatted(right.association().getName(), words(right), Origins.text(List.of(right.origin())));
			members.computeIfAbsent(line, key -> new ArrayList<>()).add(right.method()
					? object.getInterfaceClass().getMethods().stream().filter(each -> each.getIndex() == right.index()).findFirst().orElseThrow().getName() + "()"
					: CosemObjects.definition(object.getInterfaceClass(), right.index()).map(AttributeDefinition::getName).orElse(Integer.toString(right.index())));
		}
		return members.entrySet().stream().map(entry -> entry.getKey().replace("%s", "(%s)".formatted(String.join(", ", entry.getValue())))).toList();
	}

	/** Says a protection of both directions once, as a grant does. */
	private static String words(Traced.Right right) {
		String words = right.method() ? AccessWords.method(right.mode()) : AccessWords.attribute(right.mode());
		for (String kind : List.of("authenticated", "encrypted", "signed")) {
			if (words.contains(kind + " request") && words.contains(kind + " response")) {
				words = words.replace(", %s response".formatted(kind), "").replace(kind + " request", kind);
			}
		}
		return words;
	}

	private static String shortened(String text) {
		String line = String.join(" ", text.lines().map(String::strip).toList());
		return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
	}
}
