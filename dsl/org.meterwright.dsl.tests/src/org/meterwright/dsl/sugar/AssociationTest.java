// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.Storage;

/** Checks what an association's lines become in the association and in its Association LN object. */
class AssociationTest {

	private static Elaborated meter(String items) {
		Elaborated meter = Elaborated.of(items);
		assertEquals(List.of(), meter.problems());
		return meter;
	}

	@Test
	void fillsTheAssociationLnObject() {
		Elaborated meter = meter("""
				role Supplier "energy supplier"
				association s client 5 to d 0-0:40.0.2*255 {
				  role Supplier faces wan
				  context logical_name ciphered
				  mechanism high_gmac
				  security keys
				  secret in slot 3
				  conformance get, action, block_transfer_get
				  pdu 1024
				}
				""");
		Association s = meter.association("s");
		assertEquals(List.of(5, 5, 3, 1024, 0x001011), List.of(s.getClientSap(), s.getMechanism(), s.getSecretSlot(), s.getMaximumPdu(), s.getConformance()));
		assertEquals(Context.CIPHERED, s.getContext());
		assertEquals(Side.WAN, s.getRole().getSide());
		assertSame(meter.object("keys"), s.getSecurity());
		assertEquals("0-0:40.0.2*255", meter.value("s", 1));
		assertEquals("{5, 1}", meter.value("s", 3));
		assertEquals("{2, 16, 756, 5, 8, 1, 3}", meter.value("s", 4));
		assertEquals("{000000000001000000010001, 1024, 1024, 6, 0, h}", meter.value("s", 5));
		assertEquals("{2, 16, 756, 5, 8, 2, 5}", meter.value("s", 6));
		assertEquals("0-0:43.0.1*255", meter.value("s", 9));
	}

	@Test
	void takesTheLowestFreeLogicalName() {
		Elaborated meter = meter("association x client 1 to d { } association y client 2 to d 0-0:40.0.1*255 { } association z client 3 to d { }");
		assertEquals(List.of("0-0:40.0.2*255", "0-0:40.0.1*255", "0-0:40.0.3*255"), List.of(meter.value("x", 1), meter.value("y", 1), meter.value("z", 1)));
	}

	@Test
	void choosesTheVersionByTheProtectionThatIsAskedFor() {
		assertEquals(1, version("association x client 1 to d { grant read on clock with authenticated }"));
		assertEquals(3, version("association x client 1 to d { grant read on clock with encrypted response }"));
		assertEquals(3, version("association x client 1 to d { } association y client 2 to d { grant read on clock with signed }"));
		assertEquals(0, version("association x client 1 to d { version 0 }"));
	}

	private static int version(String items) {
		return meter(items).object("x").getInterfaceClass().getVersion();
	}

	@Test
	void makesTheCurrentAssociationWhereItIsShown() {
		assertTrue(has(meter("association x client 1 to d { }")));
		assertTrue(has(meter("association x client 1 to d { show every AssociationLN }")));
		assertTrue(has(meter("association x client 1 to d { show clock, currentAssociation }")));
		assertTrue(!has(meter("association x client 1 to d { show clock }")));
	}

	private static boolean has(Elaborated meter) {
		return meter.model().getDevices().getFirst().getObjects().stream().anyMatch(each -> each.getName().equals("currentAssociation"));
	}

	@Test
	void takesAttributesThatAreWritten() {
		Elaborated meter = meter("association x client 1 to d { secret: in call loadSecret  associated_partners_id = { client_SAP: 1, server_SAP: 9 } }");
		assertEquals(Storage.CALL, meter.attribute("x", 7).getStorage());
		assertEquals("{1, 9}", meter.value("x", 3));
	}
}
