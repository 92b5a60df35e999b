// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.builder;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Values of an Association LN object (class 15) that follow from its association: attributes 3 to 6 and 9. */
public final class AssociationValues {
	/** The version of the xDLMS protocol. */
	private static final int DLMS_VERSION = 6;
	private static final int CONFORMANCE_BITS = 24;
	private static final int APPLICATION_CONTEXT = 1;
	private static final int AUTHENTICATION_MECHANISM = 2;

	private static final int LARGEST_SERVER = 0xFFFF;
	private static final int PLAIN = 1;
	private static final int CIPHERED = 3;
	private static final LogicalName NOWHERE = new LogicalName(0, 0, 0, 0, 0, 0);

	private AssociationValues() {
	}

	/**
	 * Returns the values by attribute.
	 *
	 * @param server SAP of the logical device
	 */
	public static SortedMap<Integer, Value> of(Association association, int server) {
		LogicalName security = association.getSecurity() == null ? NOWHERE : association.getSecurity().getLogicalName();
		return new TreeMap<>(Map.of(3, partners(association.getClientSap(), server), 4, context(association.getContext() == Context.CIPHERED ? CIPHERED : PLAIN),
				5, info(association.getConformance(), association.getMaximumPdu()), 6, mechanism(association.getMechanism()), 9, Values.logicalName(security)));
	}

	/** Makes associated_partners_id; an address that does not fit becomes the nearest that does, rules tell of it. */
	public static Value partners(int client, int server) {
		return Values.structure(client(client), Values.longUnsigned(Math.clamp(server, 0, LARGEST_SERVER)));
	}

	/** Makes the address of a client: a signed octet. */
	public static Value client(int client) {
		return Values.integer(Math.clamp(client, Byte.MIN_VALUE, Byte.MAX_VALUE));
	}

	/** Makes application_context_name as a structure: 2.16.756.5.8.1.n. */
	public static Value context(int id) {
		return objectIdentifier(APPLICATION_CONTEXT, id);
	}

	/** Makes authentication_mechanism_name as a structure: 2.16.756.5.8.2.n. */
	public static Value mechanism(int id) {
		return objectIdentifier(AUTHENTICATION_MECHANISM, id);
	}

	/** Makes xDLMS_context_info; the same size both ways, 0 for no limit. */
	public static Value info(int conformance, int pdu) {
		String bits = Integer.toBinaryString(1 << CONFORMANCE_BITS | conformance).substring(1);
		return Values.structure(new Value.Bits(bits), Values.longUnsigned(pdu), Values.longUnsigned(pdu), Values.unsigned(DLMS_VERSION),
				Values.integer(0), new Value.Octets(Bytes.EMPTY));
	}

	private static Value objectIdentifier(int arc, int id) {
		return Values.structure(Values.unsigned(2), Values.unsigned(16), Values.longUnsigned(756), Values.unsigned(5), Values.unsigned(8),
				Values.unsigned(arc), Values.unsigned(id));
	}
}
