// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.layout.TableLayout;

/**
 * How a client opens an association with the test key (octets 0 to 15 in every slot): AARQ and AARE of IEC 62056-5-3 as hexadecimal digits; xx in an
 * AARE stands for an octet that is the server's own.
 *
 * @param number      number of the association in the tables
 * @param association the association
 */
public record Opening(int number, Association association) {
	/** Longest APDU that the client takes, in octets. */
	public static final int PDU = 1024;
	/** Associations that a mask has bits for. */
	private static final int MOST = 32;
	private static final int LOWEST = 0;
	private static final int LOW = 1;
	private static final int HIGH_GMAC = 5;
	/** Bits of a conformance block: bit 0 of the block is the highest of 24. */
	private static final int GET = 1 << 23 - 19;
	private static final int SET = 1 << 23 - 20;
	private static final int SELECTIVE_ACCESS = 1 << 23 - 21;
	private static final int ACTION = 1 << 23 - 23;
	private static final int GENERAL_PROTECTION = 1 << 23 - 1;
	private static final int BLOCK_GET = 1 << 23 - 11;
	private static final int POLICY = 2;
	/** Signed requests and signed responses in a policy of version 1. */
	private static final int SIGNED = 0x90;
	private static final int NO_LIMIT = 0xFFFF;
	private static final String KEY = HexFormat.of().withUpperCase().formatHex(TestCipher.KEY);
	private static final String TITLE = HexFormat.of().withUpperCase().formatHex(TestCipher.TITLE);
	private static final String CHALLENGE = hex("Meterwright asks");

	/** Lists the associations that can be opened and read with nothing but the test key. */
	public static List<Opening> of(TableLayout layout) {
		List<Opening> openings = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (int number = 0; number < Math.min(MOST, layout.associations().size()); number++) {
			Opening opening = new Opening(number, layout.associations().get(number));
			if (taken.add("%d %d".formatted(opening.server(), opening.client())) && opening.isPossible()) {
				openings.add(opening);
			}
		}
		return openings;
	}

	private static String hex(String ascii) {
		return HexFormat.of().withUpperCase().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
	}

	private boolean isPossible() {
		boolean reads = (association.getConformance() & GET) != 0;
		return reads && switch (association.getMechanism()) {
			case LOWEST -> !ciphered() && policy() == 0;
			case LOW -> !ciphered() && policy() == 0 && association.getSecretSlot() >= 0;
			case HIGH_GMAC -> hasKeys() && (ciphered() ? (policy() & SIGNED) == 0 : policy() == 0);
			default -> false;
		};
	}

	private boolean hasKeys() {
		CosemObject security = association.getSecurity();
		return security != null && List.of("global_unicast", "authentication").stream().allMatch(name -> security.getKeys().stream().anyMatch(key -> name.equals(key.getName())));
	}

	/** Returns security_policy as the Security setup object says it; 0 without one. */
	private int policy() {
		CosemObject security = association.getSecurity();
		return security == null ? 0 : CosemObjects.attribute(security, POLICY).flatMap(CosemObjects::value).filter(Value.Int.class::isInstance)
				.map(value -> ((Value.Int) value).value().intValue()).orElse(0);
	}

	/** Returns the mode bits by which the client protects its requests. */
	int protection() {
		return ciphered() ? AccessModes.AUTHENTICATED_REQUEST | AccessModes.ENCRYPTED_REQUEST : 0;
	}

	/** Tells whether what is longer than an APDU can be read. */
	boolean hasBlocks() {
		return (association.getConformance() & BLOCK_GET) != 0;
	}

	/** Tells whether values can be written. */
	boolean sets() {
		return (association.getConformance() & SET) != 0;
	}

	/** Tells whether a part of a buffer can be read. */
	boolean selects() {
		return (association.getConformance() & SELECTIVE_ACCESS) != 0;
	}

	/** Tells whether services may come as general-glo-ciphering. */
	boolean protectsGenerally() {
		return (association.getConformance() & GENERAL_PROTECTION) != 0;
	}

	/** Tells whether methods can be executed. */
	boolean acts() {
		return (association.getConformance() & ACTION) != 0;
	}

	/** Returns the client's address. */
	public int client() {
		return association.getClientSap();
	}

	/** Returns the logical device's address. */
	public int server() {
		return ((LogicalDevice) association.eContainer()).getSap();
	}

	/** Tells whether services are ciphered. */
	public boolean ciphered() {
		return association.getContext() == Context.CIPHERED;
	}

	/** Returns the request: it asks for what the association offers. */
	public String aarq() {
		return aarqWith(initiateRequest());
	}

	/** Returns the request with another InitiateRequest: such as a ciphered one. */
	String aarqWith(String initiate) {
		int mechanism = association.getMechanism();
		String title = mechanism == HIGH_GMAC ? "A60A0408%s".formatted(TITLE) : "";
		String secret = mechanism == LOW ? KEY : CHALLENGE;
		String proof = mechanism == LOWEST ? "" : "8A0207808B07608574050802%02XAC128010%s".formatted(mechanism, secret);
		return whole(0x60, "%s%s%s%s".formatted(context(), title, proof, information(initiate)));
	}

	/** Returns the InitiateRequest. */
	String initiateRequest() {
		return "01000000065F1F0400%06X%04X".formatted(association.getConformance(), PDU);
	}

	/** Returns the response; the server's title and challenge are its own. */
	public String aare() {
		return aareWith(initiateResponse());
	}

	/** Returns the response with another InitiateResponse: such as a ciphered one. */
	String aareWith(String initiate) {
		boolean high = association.getMechanism() == HIGH_GMAC;
		String title = ciphered() ? "A40A0408%s".formatted("xx".repeat(8)) : "";
		String proof = high ? "880207808907608574050802%02XAA128010%s".formatted(HIGH_GMAC, "xx".repeat(16)) : "";
		return whole(0x61, "%sA203020100A305A1030201%s%s%s%s".formatted(context(), high ? "0E" : "00", title, proof, information(initiate)));
	}

	/** Returns the InitiateResponse. */
	String initiateResponse() {
		int pdu = association.getMaximumPdu() == 0 ? NO_LIMIT : association.getMaximumPdu();
		return "0800065F1F0400%06X%04X0007".formatted(association.getConformance(), pdu);
	}

	private static String information(String initiate) {
		return "BE%02X04%02X%s".formatted(2 + initiate.length() / 2, initiate.length() / 2, initiate);
	}

	private String context() {
		return "A109060760857405080%s".formatted(ciphered() ? "103" : "101");
	}

	/** Returns an APDU with its tag and length; none of these is longer than 127 octets. */
	private static String whole(int tag, String fields) {
		return "%02X%02X%s".formatted(tag, fields.length() / 2, fields);
	}
}
