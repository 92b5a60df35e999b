// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.Bytes;

/** Constants share octets. */
class OctetPoolTest {
	@Test
	void constantInsideAnotherTakesNothing() {
		OctetPool pool = new OctetPool("constants");
		Bytes inner = pool.add(Bytes.ofHex("1201"));
		Bytes outer = pool.add(Bytes.ofHex("02021201160F"));
		pool.place();
		assertEquals(outer, pool.bytes());
		assertEquals(2, pool.offset(inner));
	}

	@Test
	void everyConstantIsFoundWhereThePoolSays() {
		Random random = new Random(5);
		OctetPool pool = new OctetPool("constants");
		List<Bytes> all = new ArrayList<>();
		for (int i = 0; i < 3000; i++) {
			byte[] octets = new byte[random.nextInt(9)];
			random.nextBytes(octets);
			all.add(pool.add(Bytes.of(octets)));
		}
		pool.place();
		all.forEach(octets -> assertFound(pool, octets));
	}

	/** Beyond 64 KiB offsets count in larger units. */
	@Test
	void largePoolIsReachedWithShift() {
		Random random = new Random(6);
		OctetPool pool = new OctetPool("constants");
		List<Bytes> all = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			byte[] octets = new byte[101];
			random.nextBytes(octets);
			all.add(pool.add(Bytes.of(octets)));
		}
		pool.place();
		assertEquals(1, pool.shift());
		all.forEach(octets -> assertFound(pool, octets));
	}

	private static void assertFound(OctetPool pool, Bytes octets) {
		int at = pool.offset(octets) << pool.shift();
		assertEquals(octets, pool.bytes().slice(at, at + octets.length()));
	}
}
