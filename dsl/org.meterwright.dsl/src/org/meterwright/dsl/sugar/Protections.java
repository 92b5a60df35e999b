// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.dsl.cosemDsl.AssociationItem;
import org.meterwright.dsl.cosemDsl.EntryBlock;
import org.meterwright.dsl.cosemDsl.GrantLine;
import org.meterwright.dsl.cosemDsl.Protection;

/** Protection of requests and responses, as bits of an access mode (Association LN version 3). */
public final class Protections {
	/** What versions 1 and 2 can say. */
	private static final int AUTHENTICATED = AccessModes.AUTHENTICATED_REQUEST | AccessModes.AUTHENTICATED_RESPONSE;

	private Protections() {
	}

	/** Returns the bits; a protection without direction is one of request and response. */
	public static int bits(List<Protection> protections) {
		return protections.stream().mapToInt(Protections::bits).reduce(0, (a, b) -> a | b);
	}

	private static int bits(Protection protection) {
		int request = switch (protection.getKind()) {
			case "authenticated" -> AccessModes.AUTHENTICATED_REQUEST;
			case "encrypted" -> AccessModes.ENCRYPTED_REQUEST;
			default -> AccessModes.SIGNED_REQUEST;
		};
		int response = request << 3;
		if (protection.getDirection() == null) {
			return request | response;
		}
		return protection.getDirection().equals("request") ? request : response;
	}

	/** Tells whether an association asks for a protection that its versions before 3 cannot say. */
	static boolean needVersion3(List<AssociationItem> items) {
		return items.stream().anyMatch(item -> switch (item) {
			case GrantLine grant -> isBeyond(grant.getProtection());
			case EntryBlock entry -> entry.getLines().stream().anyMatch(line -> isBeyond(line.getProtection()));
			default -> false;
		});
	}

	private static boolean isBeyond(List<Protection> protections) {
		return (bits(protections) & ~AUTHENTICATED) != 0;
	}
}
