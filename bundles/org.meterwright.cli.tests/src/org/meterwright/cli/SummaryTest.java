// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.MeterBuilder;

/** The line that says what a meter is made of. */
class SummaryTest {

	@Test
	void oneIsOneAndOthersAreMany() {
		MeterBuilder meter = new MeterBuilder("M");
		InterfaceClass association = meter.interfaceClass("AssociationLN", 15, 1, c -> {
		});
		DeviceBuilder device = meter.device("management", 1);
		CosemObject view = device.object("view", association, "0-0:40.0.1*255", b -> {
		});
		device.association("client", view, 16, a -> a.entry(view, e -> e.all(AccessModes.READ, 0)));
		assertEquals("1 object, 1 association with 1 object list entry, 0 events, 0 Alerts, 0 pushes, 0 reactions", Summary.meter(meter.build()));
		device.association("other", view, 32, a -> a.entry(view, e -> e.all(AccessModes.READ, 0)));
		assertEquals("1 object, 2 associations with 2 object list entries, 0 events, 0 Alerts, 0 pushes, 0 reactions", Summary.meter(meter.build()));
	}
}
