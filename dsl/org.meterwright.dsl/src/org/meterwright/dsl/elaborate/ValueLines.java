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
 * The attribute lines of an elaborated meter: what another value in one of them changes in the model. That is told only where nothing else of
 * the model was made from the value; any other edit has the meter elaborated anew.
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

	/** An attribute that a line is about, and what the new line says of it. */
	private record Fill(ObjectHandle handle, Body.Line<AttributeLine> line, WatchedAttribute attribute, WatchedAttribute said) {
	}

	/** What another line in the place of one changes in a model. */
	public final class Change {
		private final AttributeLine before;
		private final AttributeLine now;
		private final Desk desk;
		private final List<Fill> fills = new ArrayList<>();

		private Change(AttributeLine before, AttributeLine now, Declarations present) {
			this.before = before;
			this.now = now;
			this.desk = new Desk(elaboration, present);
		}

		/** Returns the line before. */
		public AttributeLine before() {
			return before;
		}

		/** Returns the line in its place. */
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

		/** Changes the model. Returns the attributes that have another value or other bounds. */
		public List<WatchedAttribute> apply() {
			List<WatchedAttribute> changed = new ArrayList<>();
			for (Fill fill : fills) {
				fill.handle().body().attributes().replace(now.getName(), fill.line());
				if (fill.attribute().take(fill.said())) {
					changed.add(fill.attribute());
				}
			}
			elaboration.links().forget(before);
			elaboration.links().join(desk.links());
			return changed;
		}

		private boolean add(ObjectHandle handle, Body.Line<AttributeLine> old) {
			Body.Line<AttributeLine> line = new Body.Line<>(now, old.scope(), old.layer(), old.before());
			Optional<AttributeDefinition> definition = AttributeStep.definition(desk, handle, line);
			Optional<Attribute> attribute = definition.flatMap(each -> handle.attribute(each.getIndex()));
			if (attribute.isEmpty() || Scales.isScalerUnit(definition.get()) || !(attribute.get() instanceof WatchedAttribute watched)) {
				return false;
			}
			WatchedAttribute said = new WatchedAttribute();
			said.setName(watched.getName());
			said.setDefinition(definition.get());
			int found = desk.report().count();
			new AttributeLines(desk).fill(handle, said, line);
			desk.note(now, found);
			fills.add(new Fill(handle, line, watched, said));
			return watched.isLike(said) && !watched.isOverwritten() && !watched.isBuiltOn() && !watched.mayName(said);
		}
	}

	/**
	 * Tells what a line in the place of another changes.
	 *
	 * @param present what the files declare now: the same names as when the meter was elaborated
	 * @return nothing, when more than values and bounds changes, or may change
	 */
	public Optional<Change> change(AttributeLine before, AttributeLine now, Declarations present) {
		if (!isSameAccount(before, now, present)) {
			return Optional.empty();
		}
		Change change = new Change(before, now, present);
		for (ObjectHandle handle : elaboration.objects()) {
			Body.Line<AttributeLine> line = handle.body().attributes().get(before.getName());
			if (line != null && line.node() == before && !change.add(handle, line)) {
				return Optional.empty();
			}
		}
		return Optional.of(change);
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
