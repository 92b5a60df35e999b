// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Octets;

/** What clients write: values of the type alone, and an image that comes in blocks. */
class WritingBehaviourTest extends LivingMeter {

	@ParameterizedTest
	@CsvSource({ "1, 1109, 0", "1, 110A, 250", "1, 120001, 12", "2, 1601, 0", "2, 1602, 250", "2, 16C8, 0", "3, 09024142, 0", "3, 090141, 12", "3, 09054142434445, 12",
			"4, 0102 0202 1601 120001 0202 1602 120064, 0", "4, 0101 0202 1603 120001, 250", "4, 0101 0202 1601 120065, 250", "4, 0100, 12",
			"4, 0104 0202 1601 120001 0202 1601 120001 0202 1601 120001 0202 1601 120001, 12", "5, 1107, 0", "5, 1108, 250", "5, 0F01, 12" })
	void onlyValuesOfTheTypeAreTaken(int data, String value, int result) throws IOException {
		try (DlmsClient client = local()) {
			LogicalName object = name("0-0:96.14.%d*255".formatted(data));
			byte[] before = client.get(1, object, 2).data();
			assertEquals(result, client.set(1, object, 2, hex(value)));
			assertArrayEquals(result == 0 ? hex(value) : before, client.get(1, object, 2).data());
		}
	}

	@Test
	void anImageComesInBlocks() throws IOException {
		byte[] content = new byte[36];
		IntStream.range(0, content.length).forEach(i -> content[i] = (byte) i);
		CRC32 crc = new CRC32();
		crc.update(content);
		byte[] image = new Octets().put(content).u32(crc.getValue()).bytes();
		LogicalName object = name("0-0:44.0.0*255");
		try (DlmsClient client = local()) {
			assertEquals(0, client.act(18, object, 1, hex("0202 0903464D57 06%08x".formatted(image.length))).result());
			for (int block : new int[] { 2, 0 }) {
				assertEquals(0, client.act(18, object, 2, block(image, block)).result());
			}
			assertArrayEquals(hex("0403A0"), client.get(18, object, 3).data());
			assertArrayEquals(hex("0600000001"), client.get(18, object, 4).data());
			assertEquals(250, client.act(18, object, 3, hex("0F00")).result());
			assertEquals(250, client.act(18, object, 2, block(image, 3)).result());
			assertEquals(0, client.act(18, object, 2, block(image, 1)).result());
			assertEquals(250, client.act(18, object, 4, hex("0F00")).result());
			assertEquals(0, client.act(18, object, 3, hex("0F00")).result());
			assertArrayEquals(hex("1603"), client.get(18, object, 6).data());
			assertEquals(0, client.act(18, object, 4, hex("0F00")).result());
			assertArrayEquals(hex("1606"), client.get(18, object, 6).data());
		}
	}

	private static byte[] block(byte[] image, int number) {
		byte[] part = Arrays.copyOfRange(image, Math.min(image.length, 16 * number), Math.min(image.length, 16 * number + 16));
		return new Octets().put(2, 2, 6).u32(number).put(9, part.length).put(part).bytes();
	}

	/** Rights are tested and released with the model: add_object and remove_object are refused; other methods of an association are the firmware's. */
	@Test
	void anObjectListIsConstant() throws IOException {
		assertEquals("result 250", meter().command("do 15 0.0.40.0.2.255 3 00"));
		assertEquals("result 250", meter().command("do 15 0.0.40.0.2.255 4 00"));
		does("do 15 0.0.40.0.2.255 2 0900");
		assertEquals(1, told("method 15 0.0.40.0.2.255 2").size());
	}
}
