// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.KeySlot;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeNotation;

/** Compares an object that both meters have. */
final class ObjectComparer {
	private final Changes changes;
	private final Matches matches;
	private final AttributeComparer attributes;

	ObjectComparer(Changes changes, Matches matches) {
		this.changes = changes;
		this.matches = matches;
		this.attributes = new AttributeComparer(changes);
	}

	void compare(Pair<CosemObject> pair) {
		if (!Objects.equals(pair.left().getLogicalName(), pair.right().getLogicalName())) {
			changes.on(ChangeKind.LOGICAL_NAME, pair).values(String.valueOf(pair.left().getLogicalName()), String.valueOf(pair.right().getLogicalName())).seenBy(seenLeft(pair), seenRight(pair)).add();
		}
		if (CosemObjects.classId(pair.left()) != CosemObjects.classId(pair.right())) {
			changes.on(ChangeKind.OBJECT_CLASS, pair).values(type(pair.left()), type(pair.right())).seenBy(seenLeft(pair), seenRight(pair)).add();
			return;
		}
		if (CosemObjects.version(pair.left()) != CosemObjects.version(pair.right())) {
			changes.on(isExtended(pair) ? ChangeKind.VERSION_EXTENDED : ChangeKind.VERSION_CHANGED, pair)
					.values("version %d".formatted(CosemObjects.version(pair.left())), "version %d".formatted(CosemObjects.version(pair.right())))
					.seenBy(seenLeft(pair), seenRight(pair)).add();
		}
		attributes(pair);
		flags(pair);
		passive(pair);
		keys(pair);
		scripts(pair);
	}

	private List<String> seenLeft(Pair<CosemObject> pair) {
		return changes.left().visibility().of(pair.left());
	}

	private List<String> seenRight(Pair<CosemObject> pair) {
		return changes.right().visibility().of(pair.right());
	}

	private static String type(CosemObject object) {
		return "%s (class %d)".formatted(object.getInterfaceClass() == null ? "" : object.getInterfaceClass().getName(), CosemObjects.classId(object)).strip();
	}

	private static boolean isExtended(Pair<CosemObject> pair) {
		InterfaceClass before = pair.left().getInterfaceClass();
		InterfaceClass after = pair.right().getInterfaceClass();
		return before.getAttributes().stream().allMatch(old -> CosemObjects.definition(after, old.getIndex()).map(definition -> TypeRelation.of(old.getType(), definition.getType()))
				.filter(relation -> !relation.coded() && !relation.less() && !relation.swapped()).isPresent())
				&& before.getMethods().stream().allMatch(old -> CosemObjects.method(after, old.getIndex()).filter(method -> ClassComparer.sameCall(old, method)).isPresent());
	}

	private void attributes(Pair<CosemObject> pair) {
		List<Attribute> left = pair.left().getAttributes();
		List<Attribute> right = pair.right().getAttributes();
		if (sameIndexes(left, right)) {
			for (int i = 0; i < left.size(); i++) {
				attributes.compare(pair, new Pair<>(left.get(i), right.get(i)));
			}
		} else {
			otherAttributes(pair);
		}
	}

	/** Most objects have the same attributes on both sides: they need no search. */
	private static boolean sameIndexes(List<Attribute> left, List<Attribute> right) {
		if (left.size() != right.size()) {
			return false;
		}
		for (int i = 0; i < left.size(); i++) {
			int index = CosemObjects.index(left.get(i));
			if (index != CosemObjects.index(right.get(i)) || i > 0 && index == CosemObjects.index(left.get(i - 1))) {
				return false;
			}
		}
		return true;
	}

	private void otherAttributes(Pair<CosemObject> pair) {
		Pairing<Attribute> pairing = new Pairing<Attribute>(pair.left().getAttributes(), pair.right().getAttributes()).by(attribute -> Optional.of(CosemObjects.index(attribute)));
		pairing.pairs().forEach(attribute -> attributes.compare(pair, attribute));
		for (Attribute attribute : pairing.removed()) {
			changes.on(ChangeKind.ATTRIBUTE_REMOVED, pair).atParts(Optional.of(attribute), Optional.empty()).member(AttributeComparer.name(attribute)).values(type(attribute), "")
					.seenBy(changes.left().visibility().ofAttribute(pair.left(), CosemObjects.index(attribute)), List.of()).add();
		}
		for (Attribute attribute : pairing.added()) {
			changes.on(ChangeKind.ATTRIBUTE_ADDED, pair).atParts(Optional.empty(), Optional.of(attribute)).member(AttributeComparer.name(attribute)).values("", type(attribute))
					.seenBy(List.of(), changes.right().visibility().ofAttribute(pair.right(), CosemObjects.index(attribute))).add();
		}
		changes.differInOrder(pair, "attributes", pairing, pair.left().getAttributes(), pair.right().getAttributes());
	}

	private static String type(Attribute attribute) {
		return attribute.getType() == null ? "attribute %d".formatted(CosemObjects.index(attribute)) : TypeNotation.brief(attribute.getType());
	}

	private void flags(Pair<CosemObject> pair) {
		changes.differ(ChangeKind.INTERNAL_FLAG, pair, "", pair.left().isInternal() ? "internal" : "not internal", pair.right().isInternal() ? "internal" : "not internal");
		changes.differ(ChangeKind.WRITTEN_OUT, pair, "", pair.left().isGenerated() ? "follows from other lines" : "written",
				pair.right().isGenerated() ? "follows from other lines" : "written");
	}

	private void passive(Pair<CosemObject> pair) {
		boolean same = matches.same(pair.left().getActive(), pair.right().getActive()) && sameColumn(pair.left().getActivation(), pair.right().getActivation());
		if (!same) {
			changes.on(ChangeKind.PASSIVE_PAIR, pair).values(passive(pair.left()), passive(pair.right())).seenBy(seenLeft(pair), seenRight(pair)).add();
		}
	}

	private boolean sameColumn(Column left, Column right) {
		return left == null || right == null ? left == right
				: matches.same(left.getObject(), right.getObject()) && left.getAttribute() == right.getAttribute() && left.getDataIndex() == right.getDataIndex()
						&& left.getSelection() == right.getSelection() && left.getCount() == right.getCount();
	}

	private static String passive(CosemObject object) {
		String activation = object.getActivation() == null ? "" : " activated by %s".formatted(References.column(object.getActivation()));
		return object.getActive() == null ? "no passive object%s".formatted(activation) : "passive of %s%s".formatted(References.name(object.getActive()), activation);
	}

	private void keys(Pair<CosemObject> pair) {
		if (pair.left().getKeys().isEmpty() && pair.right().getKeys().isEmpty()) {
			return;
		}
		Pairing<KeySlot> pairing = new Pairing<KeySlot>(pair.left().getKeys(), pair.right().getKeys()).by(key -> Optional.ofNullable(key.getName()))
				.by(key -> Optional.of(key.getSlot()));
		pairing.pairs().forEach(key -> changes.differ(ChangeKind.KEY_SLOT, pair, "key %s".formatted(Subjects.text(key.right().getName())), slot(key.left()), slot(key.right())));
		pairing.removed().forEach(key -> changes.on(ChangeKind.KEY_SLOT, pair).member("key %s".formatted(Subjects.text(key.getName()))).values(slot(key), "").add());
		pairing.added().forEach(key -> changes.on(ChangeKind.KEY_SLOT, pair).member("key %s".formatted(Subjects.text(key.getName()))).values("", slot(key)).add());
		pairing.pairs().forEach(key -> changes.differInText(pair, "key", key.left(), key.right()));
		changes.differInOrder(pair, "keys", pairing, pair.left().getKeys(), pair.right().getKeys());
	}

	private static String slot(KeySlot key) {
		return "slot %d".formatted(key.getSlot());
	}

	private void scripts(Pair<CosemObject> pair) {
		if (pair.left().getScripts().isEmpty() && pair.right().getScripts().isEmpty()) {
			return;
		}
		Pairing<ScriptName> pairing = new Pairing<ScriptName>(pair.left().getScripts(), pair.right().getScripts()).by(script -> Optional.of(script.getScriptId()));
		pairing.pairs().forEach(script -> changes.differInText(pair, "script %d".formatted(script.right().getScriptId()), script.left(), script.right()));
		pairing.removed().forEach(script -> changes.on(ChangeKind.RENAMED, pair).member("script %d".formatted(script.getScriptId())).values(Subjects.text(script.getName()), "").add());
		pairing.added().forEach(script -> changes.on(ChangeKind.RENAMED, pair).member("script %d".formatted(script.getScriptId())).values("", Subjects.text(script.getName())).add());
		changes.differInOrder(pair, "scripts", pairing, pair.left().getScripts(), pair.right().getScripts());
	}
}
