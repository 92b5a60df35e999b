// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of faults. */
public final class FaultKinds {
	private FaultKinds() {
	}

	/** Returns all kinds, those of one area together. */
	public static List<FaultKind> all() {
		return Stream.of(IdentityFaults.kinds(), TypeFaults.kinds(), ReferenceFaults.kinds(), ProfileFaults.kinds(), AssociationFaults.kinds(), RightFaults.kinds(), PushFaults.kinds(), EventFaults.kinds(), ScheduleFaults.kinds(),
				ControlFaults.kinds(), StoreFaults.kinds(), CompanionFaults.kinds(), MarketFaults.kinds(), AgreementFaults.kinds(), BritishFaults.kinds(),
				PlainFaults.kinds()).flatMap(List::stream).toList();
	}
}
