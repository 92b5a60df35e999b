// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.CosemPackage;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * Changes one feature of one element of a model, whatever it is: every feature of the model can be hit.
 *
 * @param feature what was changed
 * @param names   names of the element, or of the nearest ones around it that have names
 * @param text    what was done, for messages
 */
record RandomEdit(EStructuralFeature feature, List<String> names, String text) {

	/** Edit a model; nothing: the dice fell on something that cannot be changed. */
	static Optional<RandomEdit> on(Meter meter, Random random) {
		List<EObject> all = new ArrayList<>(List.of(meter));
		for (TreeIterator<EObject> contents = meter.eAllContents(); contents.hasNext();) {
			all.add(contents.next());
		}
		EObject element = all.get(random.nextInt(all.size()));
		List<EStructuralFeature> features = element.eClass().getEAllStructuralFeatures().stream()
				.filter(feature -> feature != CosemPackage.Literals.ELEMENT__ORIGINS && feature != CosemPackage.Literals.ACTION__ORIGINS).toList();
		return on(element, features.get(random.nextInt(features.size())), all, random);
	}

	/** Edit a feature of an element. */
	static Optional<RandomEdit> on(EObject element, EStructuralFeature feature, List<EObject> all, Random random) {
		List<String> names = names(element);
		String before = brief(element.eGet(feature));
		int size = feature.isMany() ? ((List<?>) element.eGet(feature)).size() : 0;
		List<String> children = new ArrayList<>();
		if (element.eGet(feature) instanceof List<?> list) {
			list.stream().filter(EObject.class::isInstance).forEach(child -> children.addAll(names((EObject) child)));
		}
		boolean done = feature.isMany() ? editList(element, feature, all, random) : editOne(element, feature, all, random);
		String text = "%s.%s of %s: %s -> %s".formatted(element.eClass().getName(), feature.getName(), names, before, brief(element.eGet(feature)));
		List<String> told = new ArrayList<>(names);
		told.addAll(names(element));
		told.addAll(children);
		if (element instanceof Meter meter && feature.isMany() && ((List<?>) element.eGet(feature)).size() == size) {
			told.add(meter.getName()); // another order is told of the list, not of what is in it
		}
		if (element.eGet(feature) instanceof List<?> list) {
			list.stream().filter(EObject.class::isInstance).forEach(child -> told.addAll(names((EObject) child)));
		}
		return done ? Optional.of(new RandomEdit(feature, told, text)) : Optional.empty();
	}

	private static String brief(Object value) {
		if (value instanceof List<?> list) {
			return "%d of [%s]".formatted(list.size(), list.stream().limit(4).map(RandomEdit::brief).collect(java.util.stream.Collectors.joining(", ")));
		}
		return value instanceof EObject element ? "%s %s".formatted(element.eClass().getName(), names(element)) : String.valueOf(value);
	}

	/** Lists what the element and what is around it is called. */
	private static List<String> names(EObject element) {
		List<String> names = new ArrayList<>();
		for (EObject each = element; each != null && !(each instanceof Meter); each = each.eContainer()) {
			EObject subject = each instanceof ObjectListEntry entry && entry.getObject() != null ? entry.getObject() : each;
			if (subject instanceof CosemObject object && object.getLogicalName() != null) {
				names.add(object.getLogicalName().toString());
			} else if (subject instanceof Element it && it.getName() != null && !it.getName().isEmpty()) {
				names.add(it.getName());
			}
		}
		return names;
	}

	@SuppressWarnings("unchecked")
	private static boolean editList(EObject element, EStructuralFeature feature, List<EObject> all, Random random) {
		EList<Object> list = (EList<Object>) element.eGet(feature);
		int at = list.isEmpty() ? -1 : random.nextInt(list.size());
		if (at >= 0 && list.size() > 1 && random.nextInt(4) == 0) {
			int other = random.nextInt(list.size());
			boolean same = other == at || list.get(other).equals(list.get(at)) || list.get(at) instanceof EObject it && EcoreUtil.equals(it, (EObject) list.get(other));
			if (!same) {
				list.move(other, at);
			}
			return !same && list.stream().distinct().count() == list.size();
		}
		if (at >= 0 && random.nextBoolean()) {
			Object removed = list.remove(at);
			forget(removed, all);
			return true;
		}
		return add(list, feature, all, random);
	}

	/** Take away every reference to what is gone. */
	private static void forget(Object removed, List<EObject> all) {
		if (removed instanceof EObject gone && gone.eContainer() == null) {
			for (EObject each : all) {
				for (EReference reference : each.eClass().getEAllReferences()) {
					if (!reference.isContainment() && reference.isMany()) {
						((EList<?>) each.eGet(reference)).removeIf(target -> target == gone);
					} else if (!reference.isContainment() && each.eGet(reference) == gone) {
						each.eUnset(reference);
					}
				}
			}
		}
	}

	private static boolean add(EList<Object> list, EStructuralFeature feature, List<EObject> all, Random random) {
		if (feature instanceof EReference reference && reference.isContainment()) {
			List<EObject> models = all.stream().filter(each -> reference.getEReferenceType().isSuperTypeOf(each.eClass())).toList();
			if (models.isEmpty()) {
				return false;
			}
			return list.add(EcoreUtil.copy(models.get(random.nextInt(models.size()))));
		}
		if (feature instanceof EReference reference) {
			List<EObject> targets = all.stream().filter(each -> reference.getEReferenceType().isSuperTypeOf(each.eClass())).toList();
			return !targets.isEmpty() && list.add(targets.get(random.nextInt(targets.size())));
		}
		Object fresh = other((EAttribute) feature, list.isEmpty() ? null : list.getFirst(), random);
		return fresh != null && !list.contains(fresh) && list.add(fresh);
	}

	private static boolean editOne(EObject element, EStructuralFeature feature, List<EObject> all, Random random) {
		Object before = element.eGet(feature);
		Object after;
		if (feature instanceof EReference reference && reference.isContainment()) {
			if (before == null || random.nextBoolean()) {
				List<EObject> models = all.stream().filter(each -> reference.getEReferenceType().isSuperTypeOf(each.eClass())).toList();
				after = models.isEmpty() ? null : EcoreUtil.copy(models.get(random.nextInt(models.size())));
			} else {
				after = null;
			}
			if (before == after || before != null && after != null && EcoreUtil.equals((EObject) before, (EObject) after)) {
				return false;
			}
		} else if (feature instanceof EReference reference) {
			List<EObject> targets = all.stream().filter(each -> reference.getEReferenceType().isSuperTypeOf(each.eClass())).toList();
			after = targets.isEmpty() || random.nextInt(4) == 0 ? null : targets.get(random.nextInt(targets.size()));
		} else {
			after = other((EAttribute) feature, before, random);
		}
		boolean nothing = before == null ? after == null || after.equals("") : before.equals(after) || before.equals("") && after == null;
		if (!nothing) {
			element.eSet(feature, after);
		}
		return !nothing;
	}

	private static Object other(EAttribute feature, Object before, Random random) {
		if (feature.getEAttributeType() instanceof EEnum literals) {
			return literals.getELiterals().get(random.nextInt(literals.getELiterals().size())).getInstance();
		}
		return switch (feature.getEAttributeType().getName()) {
			case "EString" -> random.nextInt(4) == 0 ? null : "%sX%d".formatted(before == null ? "" : before, random.nextInt(10));
			case "EInt" -> (before == null ? 0 : (Integer) before) + 1 + random.nextInt(3);
			case "ELong" -> (Long) before + 1 + random.nextInt(3);
			case "EBoolean" -> !(Boolean) before;
			case "Value" -> before != null && random.nextInt(6) == 0 ? null : value((Value) before, random);
			case "DataType" -> type(random);
			case "LogicalName" -> new LogicalName(random.nextInt(2), 0, random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256));
			case "AccessRights" -> rights((AccessRights) before, random);
			default -> throw new IllegalStateException("no edit for %s".formatted(feature.getEAttributeType().getName()));
		};
	}

	private static AccessRights rights(AccessRights before, Random random) {
		List<AttributeAccess> attributes = new ArrayList<>(before.attributes());
		List<MethodAccess> methods = new ArrayList<>(before.methods());
		if (random.nextBoolean()) {
			edit(methods, access -> new MethodAccess(access.index(), access.mode() + 1 + random.nextInt(3)), new MethodAccess(methods.size() + 1, 1), random);
		} else {
			edit(attributes, access -> random.nextInt(3) == 0 ? new AttributeAccess(access.index(), access.mode(), List.of(access.selectors().size() + random.nextInt(9)))
					: new AttributeAccess(access.index(), access.mode() + 1 + random.nextInt(3), access.selectors()), new AttributeAccess(attributes.size() + 1, 1), random);
		}
		return AccessRights.of(attributes, methods);
	}

	private static <T> void edit(List<T> rights, UnaryOperator<T> change, T fresh, Random random) {
		int at = rights.isEmpty() ? 0 : random.nextInt(rights.size());
		switch (rights.isEmpty() ? 0 : random.nextInt(4)) {
			case 0 -> rights.add(at, fresh);
			case 1 -> rights.remove(at);
			case 2 -> Collections.swap(rights, at, random.nextInt(rights.size()));
			default -> rights.set(at, change.apply(rights.get(at)));
		}
	}

	private static Value value(Value before, Random random) {
		return switch (before) {
			case null -> Values.longUnsigned(random.nextInt(5));
			case Value.Array array when !array.elements().isEmpty() -> {
				List<Value> elements = new ArrayList<>(array.elements());
				int at = random.nextInt(elements.size());
				switch (random.nextInt(3)) {
					case 0 -> elements.remove(at);
					case 1 -> elements.add(elements.get(at));
					default -> elements.set(at, value(elements.get(at), random));
				}
				yield new Value.Array(elements);
			}
			case Value.Structure structure when !structure.fields().isEmpty() -> {
				List<Value> fields = new ArrayList<>(structure.fields());
				int at = random.nextInt(fields.size());
				fields.set(at, value(fields.get(at), random));
				yield new Value.Structure(fields);
			}
			case Value.Int number -> new Value.Int(number.tag(), number.value().equals(number.tag().maximum()) ? number.tag().minimum() : number.value().add(java.math.BigInteger.ONE));
			case Value.Bool bool -> Values.bool(!bool.value());
			default -> Values.longUnsigned(random.nextInt(5));
		};
	}

	private static DataType type(Random random) {
		List<String> types = List.of("long-unsigned", "octet-string(4)", "octet-string(0..7)", "enum { a = 0, b = 1 }", "enum { a = 1, b = 0 }", "array[0..3] of unsigned",
				"structure { one: unsigned, two: long }", "choice { unsigned, long }", "any", "bits(8) { one = 0 }");
		return DataType.valueOf(types.get(random.nextInt(types.size())));
	}
}
