// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.ClauseLine;
import org.meterwright.dsl.cosemDsl.ConformanceLine;
import org.meterwright.dsl.cosemDsl.ContextLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.MechanismLine;
import org.meterwright.dsl.cosemDsl.PduLine;
import org.meterwright.dsl.cosemDsl.RequiredAssociationDecl;
import org.meterwright.dsl.cosemDsl.RoleLine;
import org.meterwright.dsl.cosemDsl.UnspecifiedLine;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Associations that companions require, allow or forbid. */
final class RequiredAssociations {
	private final Workshop workshop;
	private final LibraryLiterals literals;

	RequiredAssociations(Workshop workshop) {
		this.workshop = workshop;
		this.literals = new LibraryLiterals(workshop.elaboration());
	}

	void fill() {
		for (Entry<RequiredAssociationDecl> entry : workshop.elaboration().items().of(RequiredAssociationDecl.class)) {
			workshop.companions().of(entry).ifPresent(companion -> companion.getAssociations().add(association(entry)));
		}
	}

	private RequiredAssociation association(Entry<RequiredAssociationDecl> entry) {
		RequiredAssociationDecl node = entry.node();
		RequiredAssociation association = CosemFactory.eINSTANCE.createRequiredAssociation();
		association.setName(node.getName());
		association.setKind(RequirementKind.get(node.getKind()));
		association.setClientSap(node.getSap() == null ? -1 : Codes.of(node.getSap()));
		association.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		association.setDocumentation(documentation.isEmpty() ? null : documentation);
		node.getItems().forEach(item -> read(association, item));
		return association;
	}

	private void read(RequiredAssociation association, AssociationItem item) {
		switch (item) {
			case RoleLine line -> new Roles(workshop).of(line).ifPresent(association::setRole);
			case ContextLine line -> association.getContexts().add(Context.get(line.getContext()));
			case MechanismLine line -> literals.code("mechanism_id", line, CosemDslPackage.eINSTANCE.getMechanismLine_Mechanism(), line.getMechanism())
					.ifPresent(association::setMechanism);
			case ConformanceLine line -> association.setConformance(association.getConformance() | new Conformance(literals).bits(line));
			case PduLine line -> association.setMinimumPdu(Codes.of(line.getPdu()));
			case ClauseLine line -> association.getClauses().addAll(line.getClauses());
			case UnspecifiedLine line -> association.getUnspecified().addAll(line.getFacets());
			default -> throw new IllegalStateException("a line of an association that is none: %s".formatted(item.eClass().getName()));
		}
	}
}
