// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.NamedObject;
import org.meterwright.rules.check.Reference;
import org.meterwright.rules.check.Reference.Kind;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what values refer to: objects, attributes, methods, scripts. */
public final class ReferenceRules implements RuleArea {
	/** No object of that logical name. */
	public static final String NO_OBJECT = "MW-REF-001";
	/** Object of another class. */
	public static final String OTHER_CLASS = "MW-REF-002";
	/** No such attribute. */
	public static final String NO_ATTRIBUTE = "MW-REF-003";
	/** No such element of the attribute. */
	public static final String NO_ELEMENT = "MW-REF-004";
	/** No such script. */
	public static final String NO_SCRIPT = "MW-REF-005";
	/** No such method. */
	public static final String NO_METHOD = "MW-REF-006";
	/** Logical name of nothing, or of an object of the wrong class. */
	public static final String NAME_OF_CLASS = "MW-REF-007";
	/** Logical name of nothing. */
	public static final String NAME_OF_NOTHING = "MW-REF-008";
	/** Column of an attribute that is not there. */
	public static final String NO_COLUMN = "MW-REF-009";

	private static final Map<String, Set<Integer>> CLASSES_BY_NAME = Map.of("security_setup_reference", Set.of(ClassIds.SECURITY_SETUP),
			"IP_reference", Set.of(42, 48), "credit_reference", Set.of(ClassIds.CREDIT), "credit_reference_list", Set.of(ClassIds.CREDIT),
			"charge_reference", Set.of(ClassIds.CHARGE), "charge_reference_list", Set.of(ClassIds.CHARGE));
	private static final Set<String> ANY_CLASS_NAMES = Set.of("port_reference", "DL_reference", "PHY_reference", "mbus_port_reference");

	@Override
	public void register(RuleBook book) {
		book.on(Attribute.class, NO_OBJECT, this::noObject);
		book.on(Attribute.class, OTHER_CLASS, this::otherClass);
		book.on(Attribute.class, NO_ATTRIBUTE, this::noAttribute);
		book.on(Attribute.class, NO_ELEMENT, this::noElement);
		book.on(Attribute.class, NO_SCRIPT, this::noScript);
		book.on(Attribute.class, NO_METHOD, this::noMethod);
		book.on(Attribute.class, NAME_OF_CLASS, this::nameOfClass);
		book.on(Attribute.class, NAME_OF_NOTHING, this::nameOfNothing);
		book.on(Column.class, NO_COLUMN, this::noColumn);
	}

	/** Returns the references that a designer states; those that the meter fills in at run time are left out. */
	private static List<Reference> references(Attribute attribute, Facts facts) {
		boolean dynamic = attribute.getDefinition() == null || attribute.getDefinition().getDynamics() == Dynamics.DYNAMIC;
		return dynamic ? List.of() : facts.references(attribute);
	}

	private static String label(Attribute attribute) {
		return "%s of %s".formatted(attribute.getDefinition().getName(), Facts.label(Facts.objectOf(attribute)));
	}

	private static List<CosemObject> named(Attribute attribute, LogicalName name, Facts facts) {
		return Facts.device(attribute).map(device -> facts.named(device, name)).orElse(List.of());
	}

	/** Tells what is written and what to write: the logical name, and the name of the object that is most like it. */
	private static String[] nearest(Attribute attribute, LogicalName name, Set<Integer> classes) {
		return Proposals.nearest(Facts.objectOf(attribute), classes, name).map(near -> new String[] { name.toString(), near }).orElse(new String[0]);
	}

	private void noObject(Attribute attribute, Facts facts, Report report) {
		for (Reference reference : references(attribute, facts)) {
			if (facts.target(reference).isEmpty() && named(attribute, reference.logicalName(), facts).isEmpty()) {
				report.on(attribute, "%s refers to %s, but there is no object of that logical name in the logical device".formatted(label(attribute),
						reference.logicalName()), nearest(attribute, reference.logicalName(), Set.of(reference.classId())));
			}
		}
	}

	private void otherClass(Attribute attribute, Facts facts, Report report) {
		for (Reference reference : references(attribute, facts)) {
			List<CosemObject> named = facts.target(reference).isPresent() ? List.of() : named(attribute, reference.logicalName(), facts);
			if (!named.isEmpty()) {
				report.on(attribute, "%s refers to %s as class %d, but it is of class %s".formatted(label(attribute), Facts.label(named.get(0)),
						reference.classId(), Facts.label(named.get(0).getInterfaceClass())), Integer.toString(reference.classId()), Integer.toString(Facts.classId(named.get(0))));
			}
		}
	}

	private static void eachTarget(Attribute attribute, Facts facts, BiConsumer<Reference, CosemObject> check) {
		for (Reference reference : references(attribute, facts)) {
			facts.target(reference).ifPresent(target -> check.accept(reference, target));
		}
	}

	private static boolean isAttribute(Reference reference) {
		return reference.kind() == Kind.ATTRIBUTE || reference.kind() == Kind.WRITE;
	}

	private void noAttribute(Attribute attribute, Facts facts, Report report) {
		eachTarget(attribute, facts, (reference, target) -> {
			boolean whole = reference.kind() == Kind.ATTRIBUTE && reference.member() == 0;
			if (isAttribute(reference) && !whole && Facts.attribute(target, reference.member()).isEmpty()) {
				report.on(attribute, "%s refers to attribute %d of %s, which is not there".formatted(label(attribute), reference.member(),
						Facts.label(target)), Integer.toString(reference.member()));
			}
		});
	}

	private void noElement(Attribute attribute, Facts facts, Report report) {
		eachTarget(attribute, facts, (reference, target) -> {
			if (reference.kind() != Kind.ATTRIBUTE || reference.dataIndex() == 0 || isBuffer(target, reference.member())) {
				return;
			}
			Optional<Attribute> referred = Facts.attribute(target, reference.member());
			if (referred.isPresent() && reference.dataIndex() > elements(referred.get())) {
				report.on(attribute, "%s refers to element %d of %s of %s, which has not so many".formatted(label(attribute), reference.dataIndex(),
						Facts.label(target, reference.member()), Facts.label(target)), Integer.toString(reference.dataIndex()));
			}
		});
	}

	private static boolean isBuffer(CosemObject object, int index) {
		return index == 2 && (Facts.is(object, ClassIds.PROFILE_GENERIC) || Facts.is(object, ClassIds.COMPACT_DATA));
	}

	private static long elements(Attribute attribute) {
		DataType type = attribute.getType() == null ? attribute.getDefinition().getType() : attribute.getType();
		return switch (type.bare()) {
			case DataType.StructureOf structure -> structure.fields().size();
			case DataType.ArrayOf array -> array.size().upper();
			case DataType.Simple simple when simple.tag().isInteger() || simple.tag().isTemporal() -> 0;
			default -> Long.MAX_VALUE;
		};
	}

	private void noScript(Attribute attribute, Facts facts, Report report) {
		eachTarget(attribute, facts, (reference, target) -> {
			OptionalInt script = script(reference);
			if (script.isPresent() && !Scripts.has(target, script.getAsInt(), facts)) {
				report.on(attribute, "%s runs script %d of %s, which is not there".formatted(label(attribute), script.getAsInt(),
						Facts.label(target)), Stream.concat(Stream.of(Integer.toString(script.getAsInt())), Scripts.first(target).stream()).toArray(String[]::new));
			}
		});
	}

	/** Returns the script that a reference runs: it names one, or calls execute with its number. */
	private static OptionalInt script(Reference reference) {
		if (reference.kind() == Kind.METHOD && Scripts.isExecute(reference.classId(), reference.member())) {
			return reference.parameter().map(parameter -> Scripts.number(parameter.value())).orElse(OptionalInt.empty());
		}
		return reference.kind() == Kind.SCRIPT ? OptionalInt.of(reference.member()) : OptionalInt.empty();
	}

	private void noMethod(Attribute attribute, Facts facts, Report report) {
		eachTarget(attribute, facts, (reference, target) -> {
			if (reference.kind() == Kind.METHOD && !Facts.hasMethod(target, reference.member())) {
				report.on(attribute, "%s calls method %d of %s, which is not there".formatted(label(attribute), reference.member(),
						Facts.label(target)));
			}
		});
	}

	private void nameOfClass(Attribute attribute, Facts facts, Report report) {
		for (NamedObject name : facts.namedObjects(attribute)) {
			Set<Integer> classes = CLASSES_BY_NAME.getOrDefault(name.field(), Set.of());
			List<CosemObject> named = named(attribute, name.logicalName(), facts);
			if (!classes.isEmpty() && named.stream().noneMatch(object -> classes.contains(Facts.classId(object)))) {
				report.on(attribute, "%s names %s, which is no object of class %s".formatted(label(attribute), name.logicalName(),
						classes.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "))), nearest(attribute, name.logicalName(), classes));
			}
		}
	}

	private void nameOfNothing(Attribute attribute, Facts facts, Report report) {
		for (NamedObject name : facts.namedObjects(attribute)) {
			if (ANY_CLASS_NAMES.contains(name.field()) && named(attribute, name.logicalName(), facts).isEmpty()) {
				report.on(attribute, "%s names %s, but there is no object of that logical name".formatted(label(attribute), name.logicalName()),
						nearest(attribute, name.logicalName(), Set.of()));
			}
		}
	}

	private void noColumn(Column column, Facts facts, Report report) {
		CosemObject object = column.getObject();
		boolean there = object != null && (column.getAttribute() == 0 || Facts.attribute(object, column.getAttribute()).isPresent());
		if (!there) {
			report.on(element(column), "attribute %d of %s is not there".formatted(column.getAttribute(), Facts.label(object)));
		}
	}

	private static Element element(EObject part) {
		EObject at = part;
		while (!(at instanceof Element)) {
			at = at.eContainer();
		}
		return (Element) at;
	}
}
