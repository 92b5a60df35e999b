// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.function.Consumer;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Role;

/** Fills an association. */
public final class AssociationBuilder {
	private final Association association = CosemFactory.eINSTANCE.createAssociation();

	AssociationBuilder(String name, CosemObject object, int clientSap) {
		association.setName(name);
		association.setObject(object);
		association.setClientSap(clientSap);
	}

	/** Sets the application context. */
	public AssociationBuilder context(Context context) {
		association.setContext(context);
		return this;
	}

	/** Sets the authentication mechanism id: 0 lowest, 1 low, 2 high, 3 MD5, 4 SHA-1, 5 GMAC, 6 SHA-256, 7 ECDSA. */
	public AssociationBuilder mechanism(int mechanism) {
		association.setMechanism(mechanism);
		return this;
	}

	/** Sets the security setup object. */
	public AssociationBuilder security(CosemObject security) {
		association.setSecurity(security);
		return this;
	}

	/** Sets the slot of the secret. */
	public AssociationBuilder secretSlot(int slot) {
		association.setSecretSlot(slot);
		return this;
	}

	/** Sets the conformance block; bit 0 of the standard is 0x800000. */
	public AssociationBuilder conformance(int bits) {
		association.setConformance(bits);
		return this;
	}

	/** Sets the largest PDU that the meter receives. */
	public AssociationBuilder maximumPdu(int octets) {
		association.setMaximumPdu(octets);
		return this;
	}

	/** Sets the party that it is for. */
	public AssociationBuilder role(Role role) {
		association.setRole(role);
		return this;
	}

	/** Adds an object to the object list with its rights. */
	public AssociationBuilder entry(CosemObject object, Consumer<EntryBuilder> rights) {
		ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
		entry.setObject(object);
		rights.accept(new EntryBuilder(entry));
		association.getEntries().add(entry);
		return this;
	}

	/** Returns the association. */
	public Association association() {
		return association;
	}
}
