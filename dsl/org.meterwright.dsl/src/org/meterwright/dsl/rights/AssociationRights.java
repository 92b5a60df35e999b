// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.OmitLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Env;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Traced;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * The object_list of an association from its lines: what it shows, then one right after the other in order of text, then what is omitted.
 * Rights start empty, but for reading the current association 0-0:40.0.0*255 that is made for the association.
 */
public final class AssociationRights {
	private final Elaboration elaboration;

	/** Makes the rights of one meter. */
	public AssociationRights(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/**
	 * Fills the entries of an association.
	 *
	 * @param association the association
	 * @param device      its logical device
	 * @param items       its lines, those of what it overrides first
	 * @param origin      where it stands
	 * @param place       tells where a line stands
	 */
	public void fill(Association association, String device, List<AssociationItem> items, Origin origin, Function<AssociationItem, Origin> place) {
		Scope scope = new Scope(device, Env.NONE);
		RightsTargets targets = new RightsTargets(elaboration, association.getName(), scope);
		List<ShownObjects.Slot> slots = new ShownObjects(elaboration, targets, scope).read(items);
		boolean selective = (association.getConformance() & RightsTable.SELECTIVE_ACCESS) != 0;
		RightsTable table = new RightsTable(association, slots.stream().map(ShownObjects.Slot::object).toList());
		Grants grants = new Grants(elaboration, targets);
		Optional<CosemObject> traced = slots.stream().map(ShownObjects.Slot::object).filter(object -> elaboration.traced(object).isPresent()).findFirst();
		for (AssociationItem item : items) {
			if (item instanceof GrantLine line) {
				Optional<ObjectListEntry> before = traced.map(table::entry);
				grants.apply(line, table);
				before.ifPresent(entry -> note(association, entry, table.entry(traced.get()), place.apply(line)));
			}
		}
		for (AssociationItem item : items) {
			if (item instanceof OmitLine line) {
				List<Reach> kept = targets.excepted(line.getExcepted());
				table.omit(targets.excepted(line.getTargets()).stream().filter(reach -> !kept.contains(reach)).toList());
			}
		}
		EntryBlocks blocks = new EntryBlocks(elaboration, selective);
		for (ShownObjects.Slot slot : slots) {
			ObjectListEntry entry = slot.block().map(block -> blocks.entry(slot.object(), block)).orElseGet(() -> table.entry(slot.object()));
			entry.getOrigins().add(slot.block().map(block -> SyntaxFile.place(block, origin.kind())).orElse(origin));
			association.getEntries().add(entry);
		}
	}

	/** Notes what a line did to the rights to the object that is traced. */
	private void note(Association association, ObjectListEntry before, ObjectListEntry after, Origin origin) {
		Traced traced = elaboration.traced(after.getObject()).orElseThrow();
		for (int i = 0; i < after.getRights().attributes().size(); i++) {
			AttributeAccess access = after.getRights().attributes().get(i);
			if (access.mode() != before.getRights().attributes().get(i).mode()) {
				traced.right(new Traced.Right(association, access.index(), false, access.mode(), origin));
			}
		}
		for (int i = 0; i < after.getRights().methods().size(); i++) {
			MethodAccess access = after.getRights().methods().get(i);
			if (access.mode() != before.getRights().methods().get(i).mode()) {
				traced.right(new Traced.Right(association, access.index(), true, access.mode(), origin));
			}
		}
	}
}
