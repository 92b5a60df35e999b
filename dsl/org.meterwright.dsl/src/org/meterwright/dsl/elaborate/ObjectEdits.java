// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.sugar.Sugar;
import org.meterwright.dsl.syntax.BodyEdit;
import org.meterwright.dsl.syntax.ObjectEdit;
import org.meterwright.dsl.syntax.StructureEdit;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * Tells whether objects may come or go in a finished model without the meter being elaborated anew: those that hold values alone, of their own
 * or of the object that they are like, whose logical name nobody looked for and no companion speaks of, and that nothing names but what can be
 * read again: objects that are like them, captures, groups and rights.
 */
public final class ObjectEdits {
	/** Data, Register, Extended register, Demand register. */
	private static final Set<Integer> HOLD_VALUES = Set.of(1, 3, 4, 5);
	/** How many objects of a class, and of others, are looked at for one that lines of rights reach too. */
	private static final int MOST_TWINS = 40;
	/** How many objects of a group are looked at for one that lines of rights reach too. */
	private static final int MOST_MEMBERS = 4;
	/** More names that mean nothing than this have the meter elaborated. */
	private static final int MOST_UNKNOWN = 20;

	private final Elaboration elaboration;
	private final Sugar sugar;

	ObjectEdits(Elaboration elaboration, Sugar sugar) {
		this.elaboration = elaboration;
		this.sugar = sugar;
	}

	Elaboration elaboration() {
		return elaboration;
	}

	Sugar sugar() {
		return sugar;
	}

	/**
	 * Plans an edit; nothing, when more of the model may depend on it.
	 *
	 * @param present  what the files declare now: the same names as when the meter was elaborated
	 * @param mentions finds the nodes that say a word in the texts now
	 * @param findings what was found on the meter
	 */
	public Optional<? extends ModelPlan> plan(StructureEdit edit, Declarations present, Function<String, List<EObject>> mentions, List<Finding> findings) {
		return switch (edit) {
			case ObjectEdit it -> objects(it, present, mentions, findings);
			case BodyEdit it -> BodyPlan.of(this, it, present, mentions);
		};
	}

	private Optional<ObjectPlan> objects(ObjectEdit edit, Declarations present, Function<String, List<EObject>> mentions, List<Finding> findings) {
		SyntaxFile file = SyntaxFile.of(edit.owner());
		List<ObjectDecl> all = Stream.concat(edit.before().stream(), edit.now().stream()).toList();
		if (elaboration.targets().isBroad() || !all.stream().allMatch(each -> isPlain(each, file, present))) {
			return Optional.empty();
		}
		List<ObjectHandle> gone = edit.before().stream().map(elaboration::madeOf).flatMap(List::stream).toList();
		Optional<Place> place = Place.of(elaboration.items(), edit);
		boolean whole = gone.size() == edit.before().size() && gone.stream().allMatch(each -> each.entry().orElseThrow().replaced().isEmpty());
		if (place.isEmpty() || !whole || !gone.stream().allMatch(each -> each.device().equals(place.get().device())) || elaboration.device(place.get().device()).isEmpty()) {
			return Optional.empty();
		}
		Likeness likeness = new Likeness(elaboration);
		Optional<Uses> uses = uses(edit, mentions, gone, findings);
		Optional<Rereading> rereading = uses.flatMap(each -> Rereading.of(this, each, gone));
		if (rereading.isEmpty() || !gone.stream().allMatch(Likeness::isPlain)
				|| !edit.now().stream().allMatch(each -> likeness.isKnown(each, place.get().device(), other -> gone.contains(other) || rereading.get().isAlike(other)))) {
			return Optional.empty();
		}
		Optional<List<LogicalName>> names = names(edit, gone);
		boolean classes = gone.stream().allMatch(each -> isOneOfMany(each.object().getInterfaceClass(), gone));
		return names.isPresent() && classes && keepsLines(gone, uses.get(), mentions)
				? Optional.of(new ObjectPlan(this, edit, present, place.get(), gone, names.get(), uses.get(), rereading.get())) : Optional.empty();
	}

	/** Finds who names what comes and goes, and what means nothing so far; nothing when that cannot be told. */
	private Optional<Uses> uses(ObjectEdit edit, Function<String, List<EObject>> mentions, List<ObjectHandle> gone, List<Finding> findings) {
		List<String> now = edit.now().stream().map(ObjectDecl::getName).toList();
		Set<String> own = edit.before().stream().map(ObjectDecl::getName).collect(Collectors.toCollection(LinkedHashSet::new));
		Set<String> unknown = findings.stream().map(Rereading::unknown).flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new));
		boolean free = now.stream().allMatch(name -> own.contains(name) || !elaboration.symbols().has(name)) && new HashSet<>(now).size() == now.size();
		boolean single = own.stream().allMatch(name -> elaboration.symbols().all(name).allMatch(each -> gone.stream().anyMatch(handle -> handle.object() == each.element())));
		if (!free || !single || unknown.size() > MOST_UNKNOWN || unknown.stream().anyMatch(elaboration.symbols()::has)) {
			return Optional.empty();
		}
		own.addAll(now);
		own.addAll(unknown);
		return Optional.of(Uses.of(own, edit.now(), mentions, elaboration.symbols()::isDevice)).filter(Uses::isKnown);
	}

	private boolean isPlain(ObjectDecl node, SyntaxFile file, Declarations present) {
		boolean head = !node.isInternal() && node.getName() != null && node.getFamily() == null && node.getMember() == null && node.getActive() == null
				&& node.getInterfaceClass() != null && node.getLn() != null;
		boolean body = node.getBody().stream().allMatch(line -> line instanceof AttributeLine attribute && (attribute.getStorage() == null || attribute.getStorage().getHandler() == null));
		return head && body && isOfLibrary(Declarations.Sort.CLASS, node.getInterfaceClass(), file, present) && namesOfLibrary(node, file, present);
	}

	/** Tells whether the units and types that an object names are of the library, and no import leads to them. */
	boolean namesOfLibrary(ObjectDecl node, Declarations present) {
		return namesOfLibrary(node, SyntaxFile.of(node), present);
	}

	private static boolean namesOfLibrary(ObjectDecl node, SyntaxFile file, Declarations present) {
		return names(node).stream().allMatch(name -> isOfLibrary(Declarations.Sort.UNIT, name, file, present) && isOfLibrary(Declarations.Sort.TYPE, name, file, present));
	}

	/** Tells whether a name means something of the library that no import leads to: which imports are used does not hang on it. */
	private static boolean isOfLibrary(Declarations.Sort sort, String name, SyntaxFile file, Declarations present) {
		Declarations account = present.account();
		return account.peek(sort, file, name).stream().allMatch(each -> SyntaxFile.of(each).isLibrary()) && account.used().isEmpty();
	}

	private static Set<String> names(ObjectDecl node) {
		Set<String> names = new LinkedHashSet<>();
		node.eAllContents().forEachRemaining((EObject each) -> {
			switch (each) {
				case QuantityValue quantity when quantity.getUnit() != null -> names.add(quantity.getUnit());
				case NamedTypeExpr type when type.getName() != null -> names.add(type.getName());
				default -> {
					// names nothing of the top level
				}
			}
		});
		return names;
	}

	private Optional<List<LogicalName>> names(ObjectEdit edit, List<ObjectHandle> gone) {
		List<LogicalName> names = new ArrayList<>();
		for (ObjectHandle handle : gone) {
			names.add(handle.object().getLogicalName());
			if (elaboration.named(handle.object().getLogicalName()).size() != 1) {
				return Optional.empty();
			}
		}
		Set<LogicalName> fresh = new HashSet<>();
		for (ObjectDecl node : edit.now()) {
			try {
				LogicalName name = LogicalNameText.parse(node, node.getLn(), Env.NONE);
				boolean free = elaboration.named(name).stream().allMatch(gone::contains);
				if (!fresh.add(name) || !free) {
					return Optional.empty();
				}
				names.add(name);
			} catch (ValueProblem problem) {
				return Optional.empty();
			}
		}
		return names.stream().noneMatch(elaboration::isAsked) ? Optional.of(names) : Optional.empty();
	}

	/** Tells whether objects of a class only hold values. */
	static boolean holdsValues(InterfaceClass type) {
		return HOLD_VALUES.contains(type.getClassId());
	}

	/** Tells whether a class only holds values, and stays in use. */
	boolean isOneOfMany(InterfaceClass type, List<ObjectHandle> gone) {
		return holdsValues(type) && elaboration.model().getDevices().stream().flatMap(device -> device.getObjects().stream())
				.anyMatch(object -> object.getInterfaceClass() == type && gone.stream().noneMatch(each -> each.object() == object));
	}

	/** Tells whether each line of rights that reaches an object which goes reaches another one too: a line that changes nothing would be told. */
	private boolean keepsLines(List<ObjectHandle> gone, Uses uses, Function<String, List<EObject>> mentions) {
		for (ObjectHandle handle : gone) {
			Set<GrantLine> lines = lines(handle, uses.groups());
			// What is wrong with a line that names the object is told anew.
			lines.removeAll(uses.grants());
			for (ObjectHandle twin : lines.isEmpty() ? List.<ObjectHandle>of() : twins(handle, gone, uses)) {
				if (!lines.isEmpty()) {
					String name = twin.object().getName();
					lines.removeAll(lines(twin, Uses.of(Set.of(name), List.of(), mentions, elaboration.symbols()::isDevice).groups()));
				}
			}
			if (!lines.isEmpty()) {
				return false;
			}
		}
		return true;
	}

	/** Returns some objects that stay: of the same groups first, then of the same class, because a line may be for a class, then others from all over the meter. */
	private List<ObjectHandle> twins(ObjectHandle handle, List<ObjectHandle> gone, Uses uses) {
		InterfaceClass type = handle.object().getInterfaceClass();
		List<ObjectHandle> all = elaboration.objects().stream().filter(each -> each.entry().isPresent() && each.device().equals(handle.device()) && !gone.contains(each)
				&& !each.object().isInternal() && each.entry().get().node().getFamily() == null).toList();
		int step = 1 + all.size() / MOST_TWINS;
		Set<String> members = members(uses);
		return Stream.of(members.isEmpty() ? Stream.<ObjectHandle>empty() : all.stream().filter(each -> members.contains(each.object().getName())),
				all.stream().filter(each -> each.object().getInterfaceClass() == type).limit(MOST_TWINS),
				IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get)).flatMap(each -> each).distinct().toList();
	}

	/** Returns some of the names that stand beside those of the objects in groups. */
	private static Set<String> members(Uses uses) {
		Set<GroupDecl> groups = uses.members().stream().map(each -> (GroupDecl) each.eContainer()).collect(Collectors.toCollection(LinkedHashSet::new));
		return groups.stream().flatMap(group -> group.getTargets().stream().filter(each -> each.getRef() != null && !uses.members().contains(each)).limit(MOST_MEMBERS))
				.map(each -> each.getRef().getSegments().getFirst().getName()).collect(Collectors.toSet());
	}

	private Set<GrantLine> lines(ObjectHandle handle, Set<String> groups) {
		Set<GrantLine> lines = new LinkedHashSet<>();
		sugar.rightsTo(handle.object(), handle.device(), groups, (association, rights, origin) -> lines.addAll(rights.touched()));
		return lines;
	}
}
