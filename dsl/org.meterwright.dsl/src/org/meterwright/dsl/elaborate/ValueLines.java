// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.WatchedAttribute;

/**
 * The attribute lines of an elaborated meter: what another one in the place of one changes in the model. That is told only where nothing else
 * of the model was made from what it says; any other edit has the meter elaborated anew.
 */
public final class ValueLines {
	private final Elaboration elaboration;

	ValueLines(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Returns what was found on each line by itself. */
	public Map<AttributeLine, List<Finding>> findings() {
		return new IdentityHashMap<>(elaboration.ofLines());
	}

	/** Returns what was found on functions of the firmware when the meter was elaborated. */
	public List<Finding> calls() {
		return List.copyOf(elaboration.ofCalls());
	}

	/** Returns what is to be said of functions of the firmware now. */
	public List<Finding> callsNow() {
		return HandlerStep.check(elaboration).findings();
	}

	/** An attribute that a line is about, and what the new line says of it. */
	private record Fill(ObjectHandle handle, Body.Line<AttributeLine> line, WatchedAttribute attribute, WatchedAttribute said) {
	}

	/** What another line in the place of one changes in a model. */
	public final class Change {
		private final AttributeLine before;
		private final AttributeLine now;
		private final Desk desk;
		private final Rescaled rescaled;
		private final List<Fill> fills = new ArrayList<>();

		private Change(AttributeLine before, AttributeLine now, Declarations present, Rescaled rescaled) {
			this.before = before;
			this.now = now;
			this.desk = new Desk(elaboration, present);
			this.rescaled = rescaled;
		}

		/** Returns the line before. */
		public AttributeLine before() {
			return before;
		}

		/** Returns the line in its place; the same one, where it only counts in another unit. */
		public AttributeLine now() {
			return now;
		}

		/** Returns the files that the line's names led to. */
		public Set<SyntaxFile> files() {
			return desk.declarations().touched();
		}

		/** Returns the findings on the line by itself. */
		public List<Finding> findings() {
			return desk.report().findings();
		}

		/** Changes the model. Returns what became of the attributes that are different now. */
		public List<WatchedAttribute.Change> apply() {
			List<WatchedAttribute.Change> changed = new ArrayList<>();
			for (Fill fill : fills) {
				fill.handle().body().attributes().replace(now.getName(), fill.line());
				fill.attribute().take(fill.said()).ifPresent(changed::add);
			}
			elaboration.links().forget(before);
			elaboration.links().join(desk.links());
			return changed;
		}

		/** Reads the line for all objects that have it. Returns whether all that changes is told. */
		private boolean read() {
			for (ObjectHandle handle : elaboration.objects()) {
				Body.Line<AttributeLine> line = handle.body().attributes().get(before.getName());
				if (line != null && line.node() == before && !add(handle, line)) {
					return false;
				}
			}
			return true;
		}

		private boolean add(ObjectHandle handle, Body.Line<AttributeLine> old) {
			Body.Line<AttributeLine> line = new Body.Line<>(now, old.scope(), old.layer(), old.before());
			Optional<AttributeDefinition> definition = AttributeStep.definition(desk, handle, line);
			Optional<Attribute> attribute = definition.flatMap(each -> handle.attribute(each.getIndex()));
			if (attribute.isEmpty() || !(attribute.get() instanceof WatchedAttribute watched)) {
				return false;
			}
			WatchedAttribute said = new WatchedAttribute();
			said.setName(watched.getName());
			said.setDefinition(definition.get());
			int found = desk.report().count();
			new AttributeLines(desk, rescaled::scale).fill(handle, said, line);
			DefaultStep.decide(desk.report(), handle, said, line);
			desk.note(now, found);
			fills.add(new Fill(handle, line, watched, said));
			return !watched.isOverwritten() && !watched.isBuiltOn(said);
		}
	}

	/**
	 * Tells what a line in the place of another changes.
	 *
	 * @param present what the files declare now: the same names as when the meter was elaborated
	 * @return the change of the line, and of those that count in what it says; nothing, when more changes, or may change
	 */
	public Optional<List<Change>> change(AttributeLine before, AttributeLine now, Declarations present) {
		Change change = new Change(before, now, present, new Rescaled());
		if (!isSameAccount(before, now, present) || !change.read()) {
			return Optional.empty();
		}
		List<Change> all = new ArrayList<>(List.of(change));
		Rescaled rescaled = new Rescaled();
		Set<AttributeLine> counted = new LinkedHashSet<>();
		for (Fill fill : change.fills) {
			if (Scales.isScalerUnit(fill.said().getDefinition())) {
				rescaled.add(fill.handle().object(), fill.attribute(), fill.said());
				fill.handle().body().attributes().values().stream().map(Body.Line::node)
						.filter(line -> line != before && fill.handle().object().getInterfaceClass().getAttributes().stream().anyMatch(each -> line.getName().equals(each.getName())))
						.forEach(counted::add);
			}
		}
		for (AttributeLine line : counted) {
			Change other = new Change(line, line, present, rescaled);
			if (!other.read()) {
				return Optional.empty();
			}
			all.add(other);
		}
		return Optional.of(all);
	}

	/** Tells whether the names of units and types lead through the same files and imports, which the account of the meter then knows. */
	private static boolean isSameAccount(AttributeLine before, AttributeLine now, Declarations present) {
		Set<String> names = names(before);
		Set<String> others = names(now);
		if (names.equals(others)) {
			return true;
		}
		Set<String> different = new HashSet<>(names);
		different.addAll(others);
		SyntaxFile file = SyntaxFile.of(now);
		return file.root().getImports().isEmpty() && different.stream().allMatch(name -> isOfLibrary(name, file, present));
	}

	private static boolean isOfLibrary(String name, SyntaxFile file, Declarations present) {
		return List.of(Declarations.Sort.UNIT, Declarations.Sort.TYPE).stream().flatMap(sort -> present.peek(sort, file, name).stream())
				.allMatch(each -> SyntaxFile.of(each).isLibrary());
	}

	private static Set<String> names(AttributeLine line) {
		Set<String> names = new LinkedHashSet<>();
		line.eAllContents().forEachRemaining((EObject each) -> {
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
}
