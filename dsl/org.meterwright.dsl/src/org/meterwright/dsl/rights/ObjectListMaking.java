// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Traced;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.check.Reading;

/**
 * An object_list while it is made of lines whose names are known. The rights of one association are nobody else's: lists are made side by side, and
 * finished one after the other.
 */
public final class ObjectListMaking {
	private final Elaboration elaboration;
	private final Association association;
	private final List<ShownObjects.Slot> slots;
	private final Origin origin;
	private final List<Line> lines = new ArrayList<>();
	private final List<Reach> omitted = new ArrayList<>();
	private final List<Traced.Right> notes = new ArrayList<>();
	private final List<Optional<ObjectListEntry>> entries = new ArrayList<>();
	private int[] touched = {};

	/** A line of rights, what it means, and where it stands. */
	private record Line(GrantLine node, Grant grant, Origin place) {
	}

	ObjectListMaking(Elaboration elaboration, Association association, List<ShownObjects.Slot> slots, Origin origin) {
		this.elaboration = elaboration;
		this.association = association;
		this.slots = slots;
		this.origin = origin;
	}

	void grant(GrantLine node, Grant grant, Origin place) {
		lines.add(new Line(node, grant, place));
	}

	void omit(List<Reach> reaches) {
		omitted.addAll(reaches);
	}

	/** Makes the rights and the entries that no block spells out. May be called on any thread. */
	public void make() {
		Reading.making(() -> {
			RightsTable table = new RightsTable(association, slots.stream().map(ShownObjects.Slot::object).toList());
			apply(table);
			table.omit(omitted);
			slots.forEach(slot -> entries.add(slot.block().isPresent() ? Optional.empty() : Optional.of(placed(table.entry(slot.object()), origin))));
		});
	}

	private void apply(RightsTable table) {
		Optional<CosemObject> traced = slots.stream().map(ShownObjects.Slot::object).filter(object -> elaboration.traced(object).isPresent()).findFirst();
		touched = new int[lines.size()];
		for (int i = 0; i < touched.length; i++) {
			Optional<ObjectListEntry> before = traced.map(table::entry);
			touched[i] = table.apply(lines.get(i).grant());
			Origin place = lines.get(i).place();
			before.ifPresent(entry -> note(entry, table.entry(traced.get()), place));
		}
	}

	/** Notes what a line did to the rights to the object that is traced. */
	private void note(ObjectListEntry before, ObjectListEntry after, Origin place) {
		for (int i = 0; i < after.getRights().attributes().size(); i++) {
			AttributeAccess access = after.getRights().attributes().get(i);
			if (access.mode() != before.getRights().attributes().get(i).mode()) {
				notes.add(new Traced.Right(association, access.index(), false, access.mode(), place));
			}
		}
		for (int i = 0; i < after.getRights().methods().size(); i++) {
			MethodAccess access = after.getRights().methods().get(i);
			if (access.mode() != before.getRights().methods().get(i).mode()) {
				notes.add(new Traced.Right(association, access.index(), true, access.mode(), place));
			}
		}
	}

	/** Gives the association its entries, and tells what is wrong with its lines. */
	public void finish() {
		for (int i = 0; i < touched.length; i++) {
			Grants.tell(elaboration, lines.get(i).node(), lines.get(i).grant(), touched[i]);
		}
		slots.stream().map(ShownObjects.Slot::object).flatMap(object -> elaboration.traced(object).stream()).findFirst().ifPresent(traced -> notes.forEach(traced::right));
		EntryBlocks blocks = new EntryBlocks(elaboration, (association.getConformance() & RightsTable.SELECTIVE_ACCESS) != 0);
		for (int i = 0; i < slots.size(); i++) {
			ShownObjects.Slot slot = slots.get(i);
			association.getEntries().add(entries.get(i).orElseGet(() -> spelt(blocks, slot.object(), slot.block().orElseThrow())));
		}
	}

	private ObjectListEntry spelt(EntryBlocks blocks, CosemObject object, EntryBlock block) {
		return placed(blocks.entry(object, block), SyntaxFile.place(block, origin.kind()));
	}

	private static ObjectListEntry placed(ObjectListEntry entry, Origin place) {
		entry.getOrigins().add(place);
		return entry;
	}
}
