// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AttributeLine;
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
		List<ObjectHandle> gone = edit.before().stream().map(elaboration::madeOf).flatMap(List::stream).toList();
		boolean plain = !elaboration.targets().isBroad() && Stream.concat(edit.before().stream(), edit.now().stream()).allMatch(each -> isPlain(each, file, present));
		Optional<Place> place = plain ? Place.of(elaboration.items(), edit).filter(each -> mayGo(edit, gone, each)) : Optional.empty();
		return place.flatMap(where -> uses(edit, mentions, gone, findings).flatMap(uses -> planned(edit, present, where, gone, uses, mentions)));
	}

	/** Tells whether what an edit takes out of a logical device are whole objects that others of their class outlive. */
	private boolean mayGo(ObjectEdit edit, List<ObjectHandle> gone, Place place) {
		return gone.size() == edit.before().size() && elaboration.device(place.device()).isPresent()
				&& gone.stream().allMatch(each -> each.entry().orElseThrow().replaced().isEmpty() && each.device().equals(place.device()) && Likeness.isPlain(each)
						&& isOneOfMany(each.object().getInterfaceClass(), gone));
	}

	private Optional<ObjectPlan> planned(ObjectEdit edit, Declarations present, Place place, List<ObjectHandle> gone, Uses uses, Function<String, List<EObject>> mentions) {
		Likeness likeness = new Likeness(elaboration);
		Optional<Rereading> rereading = Rereading.of(this, uses, gone).filter(again -> edit.now().stream()
				.allMatch(each -> likeness.isKnown(each, place.device(), other -> gone.contains(other) || again.isAlike(other))));
		Optional<List<LogicalName>> names = rereading.flatMap(again -> names(edit, gone));
		return names.filter(all -> new SharedLines(elaboration, sugar, mentions).keeps(gone, uses))
				.map(all -> new ObjectPlan(this, edit, present, place, gone, all, uses, rereading.orElseThrow()));
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

	/** Returns the logical names that come and go, each of one object; nothing when another object has one, or when something looked for one. */
	private Optional<List<LogicalName>> names(ObjectEdit edit, List<ObjectHandle> gone) {
		List<LogicalName> before = gone.stream().map(each -> each.object().getLogicalName()).toList();
		List<LogicalName> now = edit.now().stream().map(ObjectEdits::name).flatMap(Optional::stream).toList();
		boolean single = before.stream().allMatch(name -> elaboration.named(name).size() == 1) && new HashSet<>(now).size() == edit.now().size();
		boolean free = now.stream().allMatch(name -> gone.containsAll(elaboration.named(name)));
		List<LogicalName> all = Stream.concat(before.stream(), now.stream()).toList();
		return single && free && all.stream().noneMatch(elaboration::isAsked) ? Optional.of(all) : Optional.empty();
	}

	private static Optional<LogicalName> name(ObjectDecl node) {
		try {
			return Optional.of(LogicalNameText.parse(node, node.getLn(), Env.NONE));
		} catch (ValueProblem problem) {
			return Optional.empty();
		}
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
}
