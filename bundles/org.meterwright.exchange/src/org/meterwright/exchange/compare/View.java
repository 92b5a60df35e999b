// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.ModelIndex;

/** One side with what is worked out of it once. */
record View(Side side, ModelIndex index, Visibility visibility) {

	static View of(Side side) {
		return new View(side, new ModelIndex(side.meter()), new Visibility(side.meter()));
	}

	Meter meter() {
		return side.meter();
	}

	Wording wording() {
		return side.wording();
	}
}
