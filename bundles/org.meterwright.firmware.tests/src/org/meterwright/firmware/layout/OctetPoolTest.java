// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.FirmwareException;

class OctetPoolTest {
	private final OctetPool pool = new OctetPool("constants", "constant");

	private List<String> names() {
		return pool.table("pool").rows().stream().map(Table.Row::name).toList();
	}

	@Test
	void equalOctetsStandOnceInTheOrderOfTheirContent() {
		pool.add(Bytes.ofHex("0203"), "two");
		pool.add(Bytes.ofHex("01"), "one");
		pool.add(Bytes.ofHex("0203"), "again");
		pool.place();
		assertEquals(List.of("constant_01", "constant_0203"), names());
		assertEquals("again", pool.table("pool").rows().getLast().comment());
		assertEquals(1, pool.cell(Bytes.ofHex("0203")).number());
		assertEquals(new Symbol.Row("constant_0203", 0), pool.cell(Bytes.ofHex("0203")).symbol());
	}

	@Test
	void aLongStringIsNamedByItsContentAlone() {
		pool.add(Bytes.ofHex("00112233445566778899"), "");
		pool.place();
		String alone = names().getFirst();
		OctetPool other = new OctetPool("constants", "constant");
		other.add(Bytes.ofHex("0000"), "");
		other.add(Bytes.ofHex("00112233445566778899"), "");
		other.place();
		assertEquals(alone, other.table("pool").rows().getLast().name());
	}

	@Test
	void unitsGrowWhereSixteenBitsDoNotReach() {
		for (int i = 0; i < 3; i++) {
			byte[] octets = new byte[30_001];
			Arrays.fill(octets, (byte) i);
			pool.add(Bytes.of(octets), "");
		}
		pool.place();
		assertEquals(1, pool.shift());
		Table table = pool.table("pool");
		assertEquals(3 * 30_002, table.size());
		assertEquals(15_001, table.rows().getFirst().units());
		byte[] last = new byte[30_001];
		Arrays.fill(last, (byte) 2);
		assertEquals(30_002, pool.cell(Bytes.of(last)).number());
	}

	@Test
	void moreThanTablesReachIsRefused() {
		for (int i = 0; i < 300; i++) {
			byte[] octets = new byte[60_000];
			octets[0] = (byte) i;
			octets[1] = (byte) (i >> 8);
			pool.add(Bytes.of(octets), "");
		}
		assertEquals("the constants take 18048000 octets, more than tables can reach", assertThrows(FirmwareException.class, pool::place).getMessage());
	}
}
