// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.syntax.ObjectEdit;

/**
 * Where objects come among the items of a meter: beside what stands beside them in the text.
 *
 * @param beside the item beside them
 * @param behind whether they come behind it
 */
record Place(Entry<?> beside, boolean behind) {

	/** Finds the place of an edit; where objects only go, that of one of them. */
	static Optional<Place> of(Items items, ObjectEdit edit) {
		if (edit.now().isEmpty()) {
			return entry(items, edit.before().isEmpty() ? edit.documented().orElseThrow() : edit.before().getFirst()).map(entry -> new Place(entry, true));
		}
		List<EObject> members = edit.owner().eContents();
		int first = members.indexOf(edit.now().getFirst());
		int last = members.indexOf(edit.now().getLast());
		Optional<Place> behind = first == 0 ? Optional.empty() : entry(items, members.get(first - 1)).map(entry -> new Place(entry, true));
		return behind.or(() -> last + 1 == members.size() ? Optional.empty() : entry(items, members.get(last + 1)).map(entry -> new Place(entry, false)));
	}

	private static Optional<Entry<?>> entry(Items items, EObject node) {
		boolean single = node instanceof ObjectDecl || node instanceof GroupDecl || node instanceof EventDecl || node instanceof ReactionDecl;
		List<Entry<?>> found = single ? items.entries().stream().filter(each -> each.node() == node).toList() : List.of();
		return found.size() == 1 && found.getFirst().replaced().isEmpty() ? Optional.of(found.getFirst()) : Optional.empty();
	}

	/** Returns the logical device. */
	String device() {
		return beside.device();
	}

	/** Returns an item for a declaration at this place. */
	Entry<ObjectDecl> entry(ObjectDecl node) {
		return new Entry<>(node, beside.device(), beside.layer(), Optional.empty());
	}
}
