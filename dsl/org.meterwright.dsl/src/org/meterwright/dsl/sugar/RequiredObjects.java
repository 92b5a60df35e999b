// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.ColumnExpr;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.IndexEntry;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Suggest;

/**
 * The objects that companions speak of, by the companions' names. The object of the meter behind such a name is the one of the same class
 * and logical name, whatever the meter calls it.
 */
final class RequiredObjects {

	/** An object, or a member of a family, that a companion requires, allows or forbids. */
	record Required(Entry<RequirementDecl> entry, Env env, Optional<IndexEntry> index, List<InterfaceClass> versions, LogicalName logicalName) {
		ObjectDecl declaration() {
			return entry.node().getObject();
		}

		String name() {
			return index.map(each -> "%s[%s]".formatted(declaration().getName(), each.name())).orElse(declaration().getName());
		}

		int classId() {
			return versions.getFirst().getClassId();
		}

		Optional<AttributeDefinition> attribute(String name) {
			return versions.reversed().stream().flatMap(type -> type.getAttributes().stream()).filter(each -> each.getName().equals(name)).findFirst();
		}

		/** Returns the index of an attribute, or of a method where it is called. */
		OptionalInt index(Verb verb, String name) {
			Optional<Integer> index = verb == Verb.CALL ? method(name).map(MethodDefinition::getIndex) : attribute(name).map(AttributeDefinition::getIndex);
			return index.map(OptionalInt::of).orElse(OptionalInt.empty());
		}

		Optional<MethodDefinition> method(String name) {
			return versions.reversed().stream().flatMap(type -> type.getMethods().stream()).filter(each -> each.getName().equals(name)).findFirst();
		}
	}

	private record Key(int classId, LogicalName logicalName) {
	}

	private final Elaboration elaboration;
	private final Map<String, List<Required>> byName = new LinkedHashMap<>();
	private final Map<Key, List<CosemObject>> objects = new LinkedHashMap<>();

	RequiredObjects(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Reads what the companions say, oldest first. A later version's word on the same object replaces the earlier one's. */
	void read() {
		Map<Key, Required> all = new LinkedHashMap<>();
		for (Entry<RequirementDecl> entry : elaboration.items().of(RequirementDecl.class)) {
			ObjectDecl object = entry.node().getObject();
			List<InterfaceClass> versions = versions(object);
			for (Env env : versions.isEmpty() ? List.<Env>of() : elaboration.members(object.getFamily())) {
				elaboration.logicalName(object, object.getLn(), env).ifPresent(name -> {
					Required required = new Required(entry, env, Elaboration.entryOf(object.getFamily(), env), versions, name);
					elaboration.ask(name);
					all.remove(new Key(required.classId(), name));
					all.put(new Key(required.classId(), name), required);
				});
			}
		}
		all.values().forEach(each -> byName.computeIfAbsent(each.declaration().getName(), name -> new ArrayList<>()).add(each));
	}

	private List<InterfaceClass> versions(ObjectDecl object) {
		Optional<String> version = Optional.ofNullable(object.getVersion());
		if (version.isPresent()) {
			return elaboration.interfaceClass(object).map(List::of).orElse(List.of());
		}
		return elaboration.names().classes(object, CosemDslPackage.eINSTANCE.getObjectDecl_InterfaceClass(), object.getInterfaceClass()).stream()
				.sorted((a, b) -> Codes.of(a.getVersion()) - Codes.of(b.getVersion())).map((ClassDecl each) -> elaboration.classes().of(each)).toList();
	}

	/** Returns all, in order of the companions. */
	List<Required> all() {
		return byName.values().stream().flatMap(List::stream).toList();
	}

	/** Returns the object of the meter, if it has it; of several devices the first. */
	Optional<CosemObject> object(Required required) {
		if (objects.isEmpty()) {
			index();
		}
		return objects.getOrDefault(new Key(required.classId(), required.logicalName()), List.of()).stream().findFirst();
	}

	/** Indexes the objects that the meter has by now. */
	void index() {
		objects.clear();
		if (byName.isEmpty()) {
			return;
		}
		for (ObjectHandle handle : elaboration.objects()) {
			CosemObject object = handle.object();
			objects.computeIfAbsent(new Key(object.getInterfaceClass().getClassId(), object.getLogicalName()), key -> new ArrayList<>(1)).add(object);
		}
	}

	/** Finds what a companion's reference begins with; reports a name that no companion declares. */
	List<Required> find(Ref ref) {
		Segment head = ref.getSegments().getFirst();
		List<Required> found = byName.getOrDefault(head.getName(), List.of());
		if (found.isEmpty()) {
			Optional<String> near = Suggest.nearest(head.getName(), byName.keySet());
			elaboration.report().report("MW-LANG-227", head, "no companion of this meter has an object %s%s".formatted(head.getName(),
					near.map("; did you mean %s?"::formatted).orElse("")), near.map(each -> new String[] { each }).orElse(new String[0]));
			return found;
		}
		elaboration.links().add(head, CosemDslPackage.eINSTANCE.getSegment_Name(), found.getFirst().declaration());
		return found.stream().filter(each -> isMember(each, head)).toList();
	}

	private static boolean isMember(Required required, Segment head) {
		if (head.getIndex() == null || head.getIndex().isAll() || required.index().isEmpty()) {
			return true;
		}
		String from = head.getIndex().getAt() == null ? head.getIndex().getFrom() : head.getIndex().getAt();
		if (head.getIndex().getTo() == null) {
			return required.index().get().name().equals(from);
		}
		int value = required.index().get().value();
		return value >= Codes.of(from) && value <= Codes.of(head.getIndex().getTo());
	}

	/** Returns the objects of the meter that a companion's reference means; those that the meter has not got are left out. */
	List<CosemObject> objects(Ref ref) {
		return find(ref).stream().map(this::object).flatMap(Optional::stream).toList();
	}

	/** Returns the columns that a companion's expressions mean in the meter. */
	List<Column> columns(List<ColumnExpr> exprs) {
		List<Column> columns = new ArrayList<>();
		for (ColumnExpr expr : exprs) {
			for (Required required : find(expr.getTarget())) {
				Optional<AttributeDefinition> attribute = attribute(required, expr.getTarget());
				object(required).filter(object -> attribute.isPresent()).ifPresent(object -> columns.add(column(object, attribute.get(), expr)));
			}
		}
		return columns;
	}

	private static Column column(CosemObject object, AttributeDefinition attribute, ColumnExpr expr) {
		Column column = CosemFactory.eINSTANCE.createColumn();
		column.setObject(object);
		column.setAttribute(attribute.getIndex());
		column.setSelection(expr.isNewest() ? Selection.NEWEST : expr.isLast() ? Selection.LAST : Selection.ALL);
		column.setCount(expr.isLast() ? Codes.of(expr.getCount()) : 0);
		return column;
	}

	private Optional<AttributeDefinition> attribute(Required required, Ref ref) {
		String member = ref.getSegments().size() < 2 ? required.versions().getLast().getAttributes().get(1).getName() : ref.getSegments().get(1).getName();
		Optional<AttributeDefinition> attribute = required.attribute(member);
		if (attribute.isEmpty()) {
			unknown(required, ref.getSegments().getLast(), member);
		}
		return attribute;
	}

	/** Reports a member that the class has not. */
	void unknown(Required required, EObject place, String member) {
		elaboration.report().report("MW-LANG-228", place, "class %s has no attribute or method %s".formatted(required.declaration().getInterfaceClass(), member),
				Suggest.nearest(member, Stream.concat(required.versions().getLast().getAttributes().stream().map(AttributeDefinition::getName),
						required.versions().getLast().getMethods().stream().map(MethodDefinition::getName)).toList()).stream().toArray(String[]::new));
	}
}
