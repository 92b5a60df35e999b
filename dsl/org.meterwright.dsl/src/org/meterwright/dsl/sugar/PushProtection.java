// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** push_protection_parameters (class 40, attribute 10): layers of protection with the global unicast key of the security set-up. */
public final class PushProtection {
	/** Protection of what is sent. */
	static final int REQUEST = AccessModes.AUTHENTICATED_REQUEST | AccessModes.ENCRYPTED_REQUEST | AccessModes.SIGNED_REQUEST;
	private static final int AUTHENTICATION = 0;
	private static final int ENCRYPTION = 1;
	private static final int BOTH = 2;
	private static final int SIGNATURE = 3;

	private PushProtection() {
	}

	/** Makes the layers: the signature first, then authentication and encryption around it. */
	public static Value value(int bits) {
		List<Value> layers = new ArrayList<>();
		if ((bits & AccessModes.SIGNED_REQUEST) != 0) {
			layers.add(layer(SIGNATURE));
		}
		boolean authenticated = (bits & AccessModes.AUTHENTICATED_REQUEST) != 0;
		boolean encrypted = (bits & AccessModes.ENCRYPTED_REQUEST) != 0;
		if (authenticated || encrypted) {
			layers.add(layer(authenticated && encrypted ? BOTH : encrypted ? ENCRYPTION : AUTHENTICATION));
		}
		return Data.array(layers);
	}

	/** Makes {protection_type, {transaction_id, two system titles, other_information, {identified_key, global_unicast_encryption_key}}}. */
	private static Value layer(int type) {
		Value none = Values.octets();
		return Values.structure(Values.enumerated(type),
				Values.structure(none, none, none, none, Values.structure(Values.enumerated(0), Values.enumerated(0))));
	}
}
