// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.ShowLine;
import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Elaboration;

/**
 * The object 0-0:40.0.0*255, through which a client sees the association that it uses. A device has it when an association shows
 * everything, the class, or this object by its name; where the text writes an object of this logical name, that one is it.
 */
final class CurrentAssociation {
	static final String NAME = "currentAssociation";

	private final Workshop workshop;

	CurrentAssociation(Workshop workshop) {
		this.workshop = workshop;
	}

	void declare() {
		for (LogicalDevice device : List.copyOf(workshop.elaboration().devices())) {
			List<Piece<AssociationDecl, Association>> here = workshop.associations().stream().filter(piece -> piece.device().equals(device.getName())).toList();
			Optional<Piece<AssociationDecl, Association>> shown = here.stream().filter(piece -> isShown(Associations.items(piece.entry()))).findFirst();
			if (shown.isPresent() && !workshop.elaboration().logicalNames().isTaken(device.getName(), Associations.CURRENT)) {
				make(device, shown.get(), here);
			}
		}
	}

	private void make(LogicalDevice device, Piece<AssociationDecl, Association> shown, List<Piece<AssociationDecl, Association>> here) {
		InterfaceClass type = here.stream().map(piece -> piece.element().getObject().getInterfaceClass())
				.max(Comparator.comparingInt(InterfaceClass::getVersion)).orElseThrow();
		List<Origin> origins = new ArrayList<>(List.of(shown.sugar(shown.node())));
		workshop.elaboration().create(new Elaboration.NewObject(NAME, Optional.empty(), type, Associations.CURRENT, device.getName(), false, true,
				shown.node(), origins)).object().setDocumentation(null);
	}

	private boolean isShown(List<AssociationItem> items) {
		boolean explicit = items.stream().anyMatch(item -> item instanceof ShowLine || item instanceof EntryBlock);
		return !explicit || items.stream().anyMatch(item -> switch (item) {
			case ShowLine line -> line.getShow().stream().anyMatch(this::means);
			case EntryBlock block -> block.getObject().getSegments().getLast().getName().equals(NAME);
			default -> false;
		});
	}

	private boolean means(Target target) {
		if (target.isAll()) {
			return true;
		}
		if (target.isEvery()) {
			return target.getInterfaceClass().equals("AssociationLN") || target.getInterfaceClass().endsWith(".AssociationLN");
		}
		return target.getRef().getSegments().getLast().getName().equals(NAME);
	}
}
