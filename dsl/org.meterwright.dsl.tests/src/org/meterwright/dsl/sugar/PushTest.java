// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.type.TypeCheck;

/** Checks push set-ups in versions 0 to 2 of the Push setup class. */
class PushTest {
	private static final String LINES = """
			send newest billing.buffer, total
			window *-*-* 00:00:00..*-*-* 06:00:00
			randomise 5 min
			retry 3 after 1 min
			""";

	private static Elaborated meter(String push) {
		Elaborated meter = Elaborated.of("association hes client 2 to d { }\n%s".formatted(push));
		assertEquals(List.of(), meter.problems());
		return meter;
	}

	@Test
	void fillsVersionTwo() {
		Elaborated meter = meter("push p 0-1:25.9.0*255 to hes over tcp \"10.0.0.1:4059\" { %s protect authenticated, encrypted by keys  confirmed }".formatted(LINES));
		assertEquals("[{7, 0-0:98.1.0*255, 2, 0, {2, {1, 1}}, []}, {3, 1-0:1.8.0*255, 2, 0, {0, null}, []}]", meter.value("p", 2));
		assertEquals("{0, h31302E302E302E313A34303539, 0}", meter.value("p", 3));
		assertEquals("[{hFFFFFFFFFF000000FF8000FF, hFFFFFFFFFF060000FF8000FF}]", meter.value("p", 4));
		assertEquals(List.of("300", "3", "{60, 100, 60}", "0-0:0.0.0*0", "2"),
				List.of(meter.value("p", 5), meter.value("p", 6), meter.value("p", 7), meter.value("p", 8), meter.value("p", 9)));
		assertEquals("[{2, {h, h, h, h, {0, 0}}}]", meter.value("p", 10));
		assertEquals("2", meter.value("p", 11));
		Push push = meter.model().getPushes().getFirst();
		assertTrue(push.isAddressed());
		assertEquals(12, push.getProtection());
		assertSame(meter.association("hes"), push.getPartner());
		assertSame(meter.object("keys"), push.getSecurity());
		fits(meter);
	}

	@Test
	void fillsVersionsZeroAndOne() {
		Elaborated zero = meter("push p: PushSetup version 0 to hes over udp \"a\" { %s }".formatted(LINES));
		assertEquals("[{7, 0-0:98.1.0*255, 2, 0}, {3, 1-0:1.8.0*255, 2, 0}]", zero.value("p", 2));
		assertEquals("60", zero.value("p", 7));
		fits(zero);
		Elaborated one = meter("push p: PushSetup version 1 to hes { %s protect signed by keys }".formatted(LINES));
		assertEquals("[{7, 0-0:98.1.0*255, 2, 0, {2, {1, 1}}}, {3, 1-0:1.8.0*255, 2, 0, {0, null}}]", one.value("p", 2));
		assertEquals("[{3, {h, h, h, h, {0, 0}}}]", one.value("p", 10));
		assertEquals("0-0:25.9.0*255", one.value("p", 1));
		assertFalse(one.model().getPushes().getFirst().isAddressed());
		fits(one);
	}

	@Test
	void isInternalWhenItSaysSo() {
		assertTrue(meter("internal push p to hes { send clock }").object("p").isInternal());
		assertFalse(meter("push p to hes { send clock }").object("p").isInternal());
	}

	@Test
	void repeatsFamilies() {
		Elaborated meter = meter("push p[r in rates] 0-{r}:25.9.0*255 to hes { send rate[r].value }");
		assertEquals("[{3, 1-0:1.8.2*255, 2, 0, {0, null}, []}]", meter.value("p[2]", 2));
		assertEquals(3, meter.model().getPushes().size());
	}

	/** Every value must be of the type that its class declares. */
	private static void fits(Elaborated meter) {
		meter.object("p").getAttributes().stream().filter(each -> each.getValue() != null)
				.forEach(each -> assertTrue(TypeCheck.fits(each.getDefinition().getType(), each.getValue()),
						() -> "%s: %s".formatted(each.getName(), TypeCheck.problem(each.getDefinition().getType(), each.getValue()))));
	}
}
