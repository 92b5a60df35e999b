// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.Narrowing;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.ConformanceLine;
import org.meterwright.dsl.cosemDsl.ContextLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.MechanismLine;
import org.meterwright.dsl.cosemDsl.PduLine;
import org.meterwright.dsl.cosemDsl.RoleLine;
import org.meterwright.dsl.cosemDsl.SecretLine;
import org.meterwright.dsl.cosemDsl.SecurityLine;
import org.meterwright.dsl.elaborate.Heads;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.ObjectHandle;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Want;

/**
 * What an association's lines say: client, context, mechanism, security set-up, conformance, PDU size, role. It goes into the association
 * and into attributes 3 to 6 and 9 of its object, unless the text writes those itself.
 */
final class AssociationContents {
	private static final int SECURITY_SETUP = 64;
	private static final int LARGEST_PDU = 0xFFFF;

	private final Workshop workshop;
	private final LibraryLiterals literals;

	AssociationContents(Workshop workshop) {
		this.workshop = workshop;
		this.literals = new LibraryLiterals(workshop.elaboration());
	}

	void fill() {
		workshop.associations().forEach(this::fill);
	}

	private void fill(Piece<AssociationDecl, Association> piece) {
		Association association = piece.element();
		Heads.newest(piece.entry(), AssociationDecl::getSap).ifPresent(sap -> association.setClientSap(Codes.of(sap)));
		association.setConformance(Conformance.USUAL);
		piece.layers().forEach(layer -> layer.node().getItems().forEach(item -> read(piece, association, item)));
		attributes(piece);
	}

	private void read(Piece<AssociationDecl, Association> piece, Association association, AssociationItem item) {
		switch (item) {
			case RoleLine line -> new Roles(workshop).of(line).ifPresent(association::setRole);
			case ContextLine line -> association.setContext(line.getContext().equals("ciphered") ? Context.CIPHERED : Context.PLAIN);
			case MechanismLine line -> literals.code("mechanism_id", line, CosemDslPackage.eINSTANCE.getMechanismLine_Mechanism(), line.getMechanism())
					.ifPresent(association::setMechanism);
			case SecurityLine line -> security(piece, line).ifPresent(association::setSecurity);
			case SecretLine line -> association.setSecretSlot(Codes.of(line.getSlot()));
			case ConformanceLine line -> association.setConformance(new Conformance(literals).bits(line));
			case PduLine line -> association.setMaximumPdu(pdu(line));
			default -> {
				// rights, attributes and acceptances have steps of their own
			}
		}
	}

	private Optional<CosemObject> security(Piece<AssociationDecl, Association> piece, SecurityLine line) {
		Optional<Referent> found = workshop.elaboration().resolver().one(line.getSecurity(), piece.scope(), Want.OBJECT);
		if (found.isPresent() && found.get().object().getInterfaceClass().getClassId() != SECURITY_SETUP) {
			workshop.elaboration().report().report("MW-LANG-207", line, "%s is no Security setup".formatted(found.get().text()), Workshop.security(found.get().object()));
			return Optional.empty();
		}
		return found.map(Referent::object);
	}

	private int pdu(PduLine line) {
		int size = Codes.of(line.getPdu());
		if (size > LARGEST_PDU) {
			workshop.elaboration().report().report("MW-LANG-208", line, "a PDU has at most 65535 octets, not %s; 0 means no limit".formatted(line.getPdu()));
			return LARGEST_PDU;
		}
		return size;
	}

	private void attributes(Piece<AssociationDecl, Association> piece) {
		Association association = piece.element();
		ObjectHandle handle = piece.handle().orElseThrow();
		int server = workshop.elaboration().device(piece.device()).orElseThrow().getSap();
		Origin origin = piece.sugar(piece.node());
		AssociationValues.of(association, server).forEach((index, value) -> set(handle, index, value, origin));
	}

	/** Sets an attribute that the text does not write itself. */
	static void set(ObjectHandle handle, int index, Value value, Origin origin) {
		set(handle, index, value, List.of(origin));
	}

	/** Sets an attribute that the text does not write itself, with its whole chain. */
	static void set(ObjectHandle handle, int index, Value value, List<Origin> origins) {
		handle.definition(index).filter(definition -> !handle.body().attributes().containsKey(definition.getName()))
				.ifPresent(definition -> handle.set(index, Narrowing.byValue(definition.getType(), value), value, Storage.ROM, origins));
	}

	/** Gives an attribute the value that sugar spells out; a line of the text that has no value of its own says type and storage. */
	static void start(ObjectHandle handle, int index, Value value, Origin origin) {
		Optional<Body.Line<AttributeLine>> line = handle.definition(index).map(definition -> handle.body().attributes().get(definition.getName()));
		if (line.isEmpty()) {
			set(handle, index, value, origin);
		} else if (line.get().node().getValue() == null) {
			handle.attribute(index).filter(attribute -> attribute.getStorage() != Storage.CALL).ifPresent(attribute -> attribute.setValue(value));
		}
	}
}
