// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.words.Unit;

/**
 * Compares the classes that both meters use in the same version. Types of attributes are told of the objects that have them; here a
 * declaration counts as such.
 */
final class ClassComparer {
	private final Changes changes;

	ClassComparer(Changes changes) {
		this.changes = changes;
	}

	void compare(Pair<Meter> meters) {
		Meter left = meters.left();
		Meter right = meters.right();
		Pairing<InterfaceClass> classes = new Pairing<InterfaceClass>(left.getClasses(), right.getClasses()).by(type -> Optional.of(List.of(type.getClassId(), type.getVersion())));
		classes.pairs().forEach(this::type);
		classes.removed().forEach(type -> changes.removed(ChangeKind.CLASS_DECLARATION, type).values("used", "").add());
		classes.added().forEach(type -> changes.added(ChangeKind.CLASS_DECLARATION, type).values("", "used").add());
		changes.differInOrder(meters, "classes", classes, left.getClasses(), right.getClasses());
	}

	private void type(Pair<InterfaceClass> pair) {
		InterfaceClass left = pair.left();
		InterfaceClass right = pair.right();
		name(pair, "class", left, right);
		declared(pair, "", left.isOpaque() ? "not in the catalogue" : "in the catalogue", right.isOpaque() ? "not in the catalogue" : "in the catalogue");
		declared(pair, "uncertain", left.getUncertain(), right.getUncertain());
		Pairing<AttributeDefinition> attributes = new Pairing<AttributeDefinition>(left.getAttributes(), right.getAttributes()).by(attribute -> Optional.of(attribute.getIndex()));
		attributes.pairs().forEach(attribute -> attribute(pair, attribute));
		attributes.removed().forEach(attribute -> declared(pair, Subjects.text(attribute.getName()), "attribute %d".formatted(attribute.getIndex()), ""));
		attributes.added().forEach(attribute -> declared(pair, Subjects.text(attribute.getName()), "", "attribute %d".formatted(attribute.getIndex())));
		Pairing<MethodDefinition> methods = new Pairing<MethodDefinition>(left.getMethods(), right.getMethods()).by(method -> Optional.of(method.getIndex()));
		methods.pairs().forEach(method -> method(pair, method));
		methods.removed().forEach(method -> changes.on(ChangeKind.METHOD_REMOVED, pair).member(Subjects.text(method.getName())).values(type(method.getParameter()), "").add());
		changes.differInOrder(pair, "attributes", attributes, left.getAttributes(), right.getAttributes());
		changes.differInOrder(pair, "methods", methods, left.getMethods(), right.getMethods());
		methods.added().forEach(method -> changes.on(ChangeKind.METHOD_ADDED, pair).member(Subjects.text(method.getName())).values("", type(method.getParameter())).add());
	}

	private void name(Pair<InterfaceClass> pair, String member, Element left, Element right) {
		changes.differInText(pair, member, left, right);
	}

	private void declared(Pair<InterfaceClass> pair, String member, String left, String right) {
		changes.differ(ChangeKind.CLASS_DECLARATION, pair, member, Subjects.text(left), Subjects.text(right));
	}

	private void attribute(Pair<InterfaceClass> pair, Pair<AttributeDefinition> attribute) {
		AttributeDefinition left = attribute.left();
		AttributeDefinition right = attribute.right();
		String name = Subjects.text(right.getName());
		name(pair, "attribute %d".formatted(right.getIndex()), left, right);
		if (!Objects.equals(left.getType(), right.getType())) {
			boolean names = left.getType() != null && right.getType() != null && TypeRelation.of(left.getType(), right.getType()).onlyNames();
			changes.on(names ? ChangeKind.NAMES_IN_TYPE : ChangeKind.CLASS_DECLARATION, pair).member(name).values(type(left.getType()), type(right.getType())).add();
		}
		declared(pair, name, left.getDynamics().getName(), right.getDynamics().getName());
		declared(pair, name, left.isOptional() ? "optional" : "mandatory", right.isOptional() ? "optional" : "mandatory");
		declared(pair, name, left.isSecret() ? "secret" : "not secret", right.isSecret() ? "secret" : "not secret");
		declared(pair, "%s uncertain".formatted(name), left.getUncertain(), right.getUncertain());
		changes.differ(ChangeKind.ATTRIBUTE_UNIT, pair, name, unit(left.getUnit()), unit(right.getUnit()));
		if (!Objects.equals(left.getDefaultValue(), right.getDefaultValue())) {
			String before = defaultValue(left, changes.left());
			String after = defaultValue(right, changes.right());
			boolean alike = before.equals(after); // two values may read alike, such as one of another type
			declared(pair, name, alike ? "%s (%s)".formatted(before, left.getDefaultValue()) : before, alike ? "%s (%s)".formatted(after, right.getDefaultValue()) : after);
		}
		selectors(pair, name, left.getSelectors(), right.getSelectors());
	}

	private static String unit(int code) {
		return code == Unit.NONE ? "no unit" : "%s (%d)".formatted(Unit.words(code), code);
	}

	private static String defaultValue(AttributeDefinition attribute, View view) {
		return attribute.getDefaultValue() == null ? "no default"
				: "default %s".formatted(view.wording().value(attribute.getType() == null ? new DataType.Any() : attribute.getType(), attribute.getDefaultValue()));
	}

	private void selectors(Pair<InterfaceClass> pair, String name, List<SelectorDefinition> left, List<SelectorDefinition> right) {
		Pairing<SelectorDefinition> pairing = new Pairing<SelectorDefinition>(left, right).by(selector -> Optional.of(selector.getSelector()));
		for (Pair<SelectorDefinition> selector : pairing.pairs()) {
			String member = "%s selector %d".formatted(name, selector.right().getSelector());
			changes.differ(ChangeKind.SELECTOR_TYPE, pair, member, written(selector.left().getType()), written(selector.right().getType()));
			name(pair, member, selector.left(), selector.right());
		}
		changes.differInOrder(pair, "selectors of %s".formatted(name), pairing, left, right);
		pairing.removed().forEach(selector -> changes.on(ChangeKind.SELECTOR_TYPE, pair).member(name).values("selector %d".formatted(selector.getSelector()), "").add());
		pairing.added().forEach(selector -> changes.on(ChangeKind.CLASS_DECLARATION, pair).member(name).values("", "selector %d".formatted(selector.getSelector())).add());
	}

	private void method(Pair<InterfaceClass> pair, Pair<MethodDefinition> method) {
		String name = Subjects.text(method.right().getName());
		name(pair, "method %d".formatted(method.right().getIndex()), method.left(), method.right());
		declared(pair, name, method.left().isOptional() ? "optional" : "mandatory", method.right().isOptional() ? "optional" : "mandatory");
		declared(pair, "%s uncertain".formatted(name), method.left().getUncertain(), method.right().getUncertain());
		changes.differ(ChangeKind.ATTRIBUTE_UNIT, pair, "%s()".formatted(name), unit(method.left().getUnit()), unit(method.right().getUnit()));
		call(pair, name, "parameter", method.left().getParameter(), method.right().getParameter());
		call(pair, name, "result", method.left().getReturned(), method.right().getReturned());
	}

	private void call(Pair<InterfaceClass> pair, String name, String what, DataType left, DataType right) {
		if (!Objects.equals(left, right)) {
			boolean names = left != null && right != null && TypeRelation.of(left, right).onlyNames();
			changes.on(names ? ChangeKind.NAMES_IN_TYPE : ChangeKind.METHOD_TYPE, pair).member("%s() %s".formatted(name, what)).values(type(left), type(right)).add();
		}
	}

	private static String type(DataType type) {
		return type == null ? "not specified" : TypeNotation.brief(type);
	}

	private static String written(DataType type) {
		return type == null ? "not specified" : type.toString();
	}

	/** Tells whether a call of a method as before is understood. */
	static boolean sameCall(MethodDefinition before, MethodDefinition after) {
		return same(before.getParameter(), after.getParameter()) && same(before.getReturned(), after.getReturned());
	}

	private static boolean same(DataType before, DataType after) {
		return before == null || after == null ? before == after : TypeRelation.of(before, after).onlyNames();
	}
}
