// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Compares an attribute that an object has in both meters. */
final class AttributeComparer {
	private static final DataType ANY = new DataType.Any();

	private final Changes changes;
	/** Types found equal before: objects of a class share them, and some are large. */
	private final Map<DataType, DataType> equalTypes = new IdentityHashMap<>();

	/** The attribute at hand. */
	private record Item(Pair<CosemObject> owner, Pair<Attribute> attribute, int index, String name, AttributeRole role) {
	}

	AttributeComparer(Changes changes) {
		this.changes = changes;
	}

	/** Returns the name of an attribute in the standard, else its number. */
	static String name(Attribute attribute) {
		String name = attribute.getDefinition() == null ? "" : Subjects.text(attribute.getDefinition().getName());
		return name.isEmpty() ? "attribute %d".formatted(CosemObjects.index(attribute)) : name;
	}

	void compare(Pair<CosemObject> owner, Pair<Attribute> attribute) {
		int index = CosemObjects.index(attribute.right());
		String name = name(attribute.right());
		Item item = new Item(owner, attribute, index, name, AttributeRole.of(CosemObjects.classId(owner.right()), index, name));
		if (isOwn(owner.left(), attribute.left()) != isOwn(owner.right(), attribute.right())) {
			note(ChangeKind.CLASS_DECLARATION, item, declared(attribute.left()), declared(attribute.right()));
		}
		type(item);
		storage(item);
		bounds(item);
		value(item);
		if (!isNamedByClass(attribute.left()) || !isNamedByClass(attribute.right())) {
			note(ChangeKind.RENAMED, item, Subjects.text(attribute.left().getName()), Subjects.text(attribute.right().getName()));
		}
		note(ChangeKind.DOCUMENTATION, item, Subjects.text(attribute.left().getDocumentation()), Subjects.text(attribute.right().getDocumentation()));
	}

	/** Tells whether an attribute is one of the object's class; in a damaged model it may not be. */
	private static boolean isOwn(CosemObject object, Attribute attribute) {
		return attribute.getDefinition() != null && attribute.getDefinition().eContainer() == object.getInterfaceClass();
	}

	private static String declared(Attribute attribute) {
		return attribute.getDefinition() != null && attribute.getDefinition().eContainer() instanceof InterfaceClass type ? "declared by %s version %d".formatted(type.getName(), type.getVersion())
				: "not declared";
	}

	private static boolean isNamedByClass(Attribute attribute) {
		return attribute.getDefinition() != null && Objects.equals(attribute.getName(), attribute.getDefinition().getName());
	}

	private Changes.Note begin(ChangeKind kind, Item item) {
		Changes.Note note = changes.on(kind, item.owner).atParts(Optional.of(item.attribute.left()), Optional.of(item.attribute.right())).member(item.name);
		List<String> left = seen(changes.left(), item.owner.left(), item);
		List<String> right = seen(changes.right(), item.owner.right(), item);
		return left.isEmpty() && right.isEmpty() && item.role.isFelt() ? note : note.seenBy(left, right);
	}

	/** What an attribute decides is noticed by whoever sees the object, even where the attribute itself cannot be read. */
	private static List<String> seen(View view, CosemObject object, Item item) {
		return item.role == AttributeRole.PLAIN ? view.visibility().ofAttribute(object, item.index) : view.visibility().of(object);
	}

	private void note(ChangeKind kind, Item item, String before, String after) {
		if (!before.equals(after)) {
			tell(kind, item, before, after);
		}
	}

	private void tell(ChangeKind kind, Item item, String before, String after) {
		begin(kind, item).values(before, after).add();
	}

	private boolean isWritable(Item item) {
		return changes.left().visibility().isWritable(item.owner.left(), item.index);
	}

	private void type(Item item) {
		DataType before = type(item.attribute.left());
		DataType after = type(item.attribute.right());
		if (before == after || equalTypes.get(before) == after) {
			return;
		}
		if (before.equals(after)) {
			equalTypes.put(before, after);
			return;
		}
		TypeRelation relation = TypeRelation.of(before, after);
		String was = TypeNotation.brief(before);
		String is = TypeNotation.brief(after);
		if (was.equals(is)) {
			was = before.toString();
			is = after.toString();
		}
		if (relation.coded()) {
			tell(ChangeKind.TYPE_CHANGED, item, was, is);
		} else if (relation.onlyNames()) {
			tell(ChangeKind.NAMES_IN_TYPE, item, was, is);
		}
		if (!relation.coded() && relation.swapped()) {
			tell(ChangeKind.CODES_SWAPPED, item, was, is);
		}
		if (!relation.coded() && relation.less()) {
			tell(isWritable(item) ? ChangeKind.WRITES_NARROWER : ChangeKind.TYPE_NARROWER, item, was, is);
		}
		if (!relation.coded() && relation.more()) {
			tell(ChangeKind.TYPE_WIDER, item, was, is);
		}
	}

	private static DataType type(Attribute attribute) {
		return attribute.getType() == null ? ANY : attribute.getType();
	}

	private void storage(Item item) {
		Storage before = item.attribute.left().getStorage();
		Storage after = item.attribute.right().getStorage();
		boolean lost = before == Storage.NVM && after == Storage.RAM;
		note(lost ? ChangeKind.RETENTION_LOST : ChangeKind.STORAGE, item, before.getName(), after.getName());
		note(ChangeKind.HANDLER, item, Subjects.text(item.attribute.left().getHandler()), Subjects.text(item.attribute.right().getHandler()));
	}

	private void bounds(Item item) {
		Attribute left = item.attribute.left();
		Attribute right = item.attribute.right();
		boolean same = Objects.equals(left.getMinimum(), right.getMinimum()) && Objects.equals(left.getMaximum(), right.getMaximum());
		if (!same) {
			boolean narrower = isTighter(left.getMinimum(), right.getMinimum(), -1) || isTighter(left.getMaximum(), right.getMaximum(), 1);
			tell(narrower ? ChangeKind.RANGE_NARROWER : ChangeKind.RANGE_WIDER, item, range(changes.left(), left), range(changes.right(), right));
		}
		int before = left.getMaximumLength();
		int after = right.getMaximumLength();
		boolean shorter = after != 0 && (before == 0 || after < before);
		note(shorter ? ChangeKind.LENGTH_SHORTER : ChangeKind.LENGTH_LONGER, item, length(before), length(after));
	}

	/** Tells whether a bound leaves less room: a higher minimum (sign -1) or a lower maximum (sign 1). What cannot be ordered counts as less. */
	private static boolean isTighter(Value before, Value after, int sign) {
		if (after == null || after.equals(before)) {
			return false;
		}
		Optional<BigInteger> was = before == null ? Optional.empty() : Values.bigNumber(before);
		Optional<BigInteger> is = Values.bigNumber(after);
		return was.isEmpty() || is.isEmpty() || was.get().compareTo(is.get()) * sign > 0;
	}

	private static String range(View view, Attribute attribute) {
		return "%s..%s".formatted(bound(view, attribute, attribute.getMinimum()), bound(view, attribute, attribute.getMaximum()));
	}

	private static String bound(View view, Attribute attribute, Value value) {
		return value == null ? "*" : view.wording().value(attribute, value);
	}

	private static String length(int length) {
		return length == 0 ? "not bounded" : "max %d".formatted(length);
	}

	private void value(Item item) {
		Optional<Value> left = CosemObjects.value(item.attribute.left());
		Optional<Value> right = CosemObjects.value(item.attribute.right());
		if (left.equals(right)) {
			boolean written = (item.attribute.left().getValue() == null) == (item.attribute.right().getValue() == null);
			note(ChangeKind.WRITTEN_OUT, item, "", written ? "" : "value");
		} else if (item.attribute.left().getValue() == null && item.attribute.right().getValue() == null) {
			return; // the zeros of two types, which are compared by themselves
		} else if (left.isEmpty() || right.isEmpty()) {
			firmware(item, left, right);
		} else if (item.index == 1 && isLogicalName(item.owner.left(), left.get()) && isLogicalName(item.owner.right(), right.get())) {
			return; // told of the object
		} else if (item.role == AttributeRole.ASSOCIATION && isDerived(item)) {
			return; // follows from the association, which is compared by itself
		} else {
			value(item, left.get(), right.get());
		}
	}

	private static boolean isLogicalName(CosemObject object, Value value) {
		return object.getLogicalName() != null && Values.logicalName(object.getLogicalName()).equals(value);
	}

	/** A value that one side writes and the other does not follows from nothing. */
	private boolean isDerived(Item item) {
		boolean both = (item.attribute.left().getValue() == null) == (item.attribute.right().getValue() == null);
		return both && changes.left().visibility().isDerived(item.owner.left(), item.index) && changes.right().visibility().isDerived(item.owner.right(), item.index);
	}

	/** Firmware began or ceased to provide the value; that is told of the storage, unless the model had a value for it. */
	private void firmware(Item item, Optional<Value> left, Optional<Value> right) {
		if (item.attribute.left().getStorage() == item.attribute.right().getStorage()) {
			tell(ChangeKind.FIRST_VALUE, item, left.map(value -> words(changes.left(), item.attribute.left(), value)).orElse(""),
					right.map(value -> words(changes.right(), item.attribute.right(), value)).orElse(""));
		}
	}

	private static String words(View view, Attribute attribute, Value value) {
		return view.wording().value(attribute, value);
	}

	private void value(Item item, Value left, Value right) {
		switch (item.role) {
			case COLUMNS -> list(item, left, right, ChangeKind.COLUMN_REMOVED, ChangeKind.COLUMN_ADDED, ChangeKind.COLUMN_ORDER);
			case PUSH_CONTENT -> list(item, left, right, ChangeKind.PUSH_ITEM_REMOVED, ChangeKind.PUSH_ITEM_ADDED, ChangeKind.PUSH_ORDER);
			case SCRIPTS -> scripts(item, left, right);
			case PROFILE_SIZE -> plain(isTighter(left, right, 1) ? ChangeKind.PROFILE_SHORTER : ChangeKind.PROFILE_LONGER, item, left, right);
			case PLAIN, ASSOCIATION -> plain(item.attribute.right().getStorage() == Storage.ROM ? ChangeKind.VALUE : ChangeKind.FIRST_VALUE, item, left, right);
			default -> plain(item.role.kind(), item, left, right);
		}
	}

	private void plain(ChangeKind kind, Item item, Value left, Value right) {
		DataType type = type(item.attribute.right());
		List<ValueParts.Part> parts = type.equals(type(item.attribute.left())) ? ValueParts.of(type, left, right)
				: List.of(new ValueParts.Part("", type, Optional.of(left), Optional.of(right)));
		for (ValueParts.Part part : parts) {
			String was = part.left().map(value -> words(changes.left(), item.attribute.left(), part, value)).orElse("");
			String is = part.right().map(value -> words(changes.right(), item.attribute.right(), part, value)).orElse("");
			boolean alike = was.equals(is); // what words leave out, octets tell
			begin(kind, item).member(item.name + part.path()).values(alike ? coded(was, part.left()) : was, alike ? coded(is, part.right()) : is).add();
		}
	}

	private static String words(View view, Attribute attribute, ValueParts.Part part, Value value) {
		return part.path().isEmpty() ? words(view, attribute, value) : view.wording().value(part.type(), value);
	}

	private static String coded(String words, Optional<Value> value) {
		return value.map(it -> "%s, coded %s".formatted(words, it)).orElse("nothing");
	}

	private void list(Item item, Value left, Value right, ChangeKind removed, ChangeKind added, ChangeKind order) {
		List<Value> before = Values.parts(left);
		List<Value> after = Values.parts(right);
		Sequence sequence = Sequence.of(before, after);
		sequence.removed().forEach(i -> begin(removed, item).member("%s[%d]".formatted(item.name, i + 1)).values(element(changes.left(), item.attribute.left(), before.get(i)), "").add());
		sequence.added().forEach(i -> begin(added, item).member("%s[%d]".formatted(item.name, i + 1)).values("", element(changes.right(), item.attribute.right(), after.get(i))).add());
		if (sequence.reordered()) {
			tell(order, item, elements(changes.left(), item.attribute.left(), before), elements(changes.right(), item.attribute.right(), after));
		}
		if (before.equals(after)) { // an array became a compact-array, or the like
			plain(ChangeKind.VALUE, item, left, right);
		}
	}

	private static String elements(View view, Attribute attribute, List<Value> values) {
		return String.join("; ", values.stream().map(value -> element(view, attribute, value)).toList());
	}

	private static String element(View view, Attribute attribute, Value value) {
		DataType element = type(attribute).bare() instanceof DataType.ArrayOf array ? array.element() : ANY;
		return References.element(view, device(attribute), element, value);
	}

	private static LogicalDevice device(Attribute attribute) {
		return attribute.eContainer() instanceof CosemObject object ? CosemObjects.device(object).orElse(null) : null;
	}

	private void scripts(Item item, Value left, Value right) {
		Map<Integer, Script> before = scripts(left);
		Map<Integer, Script> after = scripts(right);
		int found = changes.found().size();
		before.forEach((id, script) -> {
			String was = References.script(changes.left(), device(item.attribute.left()), script);
			if (!after.containsKey(id)) {
				begin(ChangeKind.SCRIPT_REMOVED, item).member("script %d".formatted(id)).values(was, "").add();
			} else if (!after.get(id).equals(script)) {
				String is = References.script(changes.right(), device(item.attribute.right()), after.get(id));
				begin(ChangeKind.SCRIPT_CHANGED, item).member("script %d".formatted(id)).values(was, is).add();
			}
		});
		after.entrySet().stream().filter(script -> !before.containsKey(script.getKey())).forEach(script -> begin(ChangeKind.SCRIPT_ADDED, item)
				.member("script %d".formatted(script.getKey())).values("", References.script(changes.right(), device(item.attribute.right()), script.getValue())).add());
		if (found == changes.found().size()) { // the order of the scripts, or something that is no script
			plain(ChangeKind.VALUE, item, left, right);
		}
	}

	private static Map<Integer, Script> scripts(Value value) {
		Map<Integer, Script> byId = new TreeMap<>();
		Script.listOf(value).forEach(script -> byId.putIfAbsent(script.id(), script));
		return byId;
	}
}
