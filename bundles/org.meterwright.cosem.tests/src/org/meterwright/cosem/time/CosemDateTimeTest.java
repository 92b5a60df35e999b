// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

class CosemDateTimeTest {
	@ParameterizedTest
	@CsvSource({"DATE_TIME,*-03-last@sun 01:00,FFFF03FE07010000FF8000FF", "DATE_TIME,*-*-01 00:00,FFFFFF01FF000000FF8000FF",
			"DATE_TIME,2026-11-02 12:30:15.50,07EA0B02FF0C1E0F328000FF", "DATE_TIME,*-*-* *:*:*,FFFFFFFFFFFFFFFFFF8000FF",
			"DATE_TIME,*-dst_begin-last2@mon 02:00:00.00,FFFFFEFD01020000008000FF", "DATE,*-dst_end-*,FFFFFDFFFF", "DATE,0000-01-31,0000011FFF", "DATE,2024-02-29,07E8021DFF",
			"TIME,18:00,120000FF", "TIME,*:00,FF0000FF", "TIME,23:59:59.99,173B3B63", "TIME,*:*:*,FFFFFFFF"})
	void textsAndOctetsAreTheSame(DataTag kind, String text, String hex) {
		assertEquals(hex, CosemDateTime.parse(kind, text).hex());
		assertEquals(Optional.of(text), CosemDateTime.print(kind, Bytes.ofHex(hex)));
	}

	@ParameterizedTest
	@CsvSource({"DATE_TIME,12:00,FFFFFFFFFF0C0000FF8000FF", "TIME,1:2:3.5,01020332", "DATE,26-1-2,001A0102FF", "DATE_TIME,2026-11-02   12:00,07EA0B02FF0C0000FF8000FF"})
	void shorterTextsAreRead(DataTag kind, String text, String hex) {
		assertEquals(hex, CosemDateTime.parse(kind, text).hex());
	}

	@ParameterizedTest
	@CsvSource({"DATE,2026-02-30", "DATE,2026-13-01", "DATE,2026-00-01", "DATE,2026-01-32", "DATE,65535-01-01", "DATE,99999999999-01-01", "DATE,2026-01-01@day", "DATE,2026-01",
			"TIME,24:00", "TIME,12:60", "TIME,12:00:60", "TIME,12", "TIME,12:00:00.100", "DATE_TIME,2026-01-01", "DATE_TIME,2026-01-01 12:00 13:00", "DATE_TIME,''",
			"DATE,2025-02-29", "OCTET_STRING,2025-01-01"})
	void otherTextsAreRefused(DataTag kind, String text) {
		assertThrows(IllegalArgumentException.class, () -> CosemDateTime.parse(kind, text));
	}

	@ParameterizedTest
	@CsvSource({"DATE_TIME,FFFF03FE07010000FF003C00", "DATE_TIME,FFFF03FE07010000FF8000", "DATE,FFFF0D01FF", "TIME,190000FF", "DATE,FFFF010108", "DATE,07E9021DFF"})
	void whatTextsCannotSayIsLeftToHex(DataTag kind, String hex) {
		assertEquals(Optional.empty(), CosemDateTime.print(kind, Bytes.ofHex(hex)));
	}

	@Test
	void whateverIsPrintedIsReadBack() {
		Random random = new Random(3);
		int[] likely = {0, 1, 2, 7, 11, 12, 23, 28, 31, 59, 0xFD, 0xFE, 0xFF};
		for (int i = 0; i < 20_000; i++) {
			Bytes octets = Bytes.ofInts(random.ints(5, 0, likely.length).map(at -> likely[at]).toArray());
			CosemDateTime.print(DataTag.DATE, octets).ifPresent(text -> assertEquals(octets, CosemDateTime.parse(DataTag.DATE, text)));
			Bytes time = octets.slice(0, 4);
			CosemDateTime.print(DataTag.TIME, time).ifPresent(text -> assertEquals(time, CosemDateTime.parse(DataTag.TIME, text)));
		}
	}

	@ParameterizedTest
	@CsvSource({"DATE_TIME,FFFF03FE07010000FF8000FF,''", "DATE_TIME,07EA0B0201173B3B63FFC400,''", "DATE,07EA0D01FF,13 is no month", "DATE,07EA0120FF,32 is no day",
			"DATE,07EA021EFF,month 2 has no day 30", "DATE,07EA0B0202,day 2 of month 11 is not day 2 of the week in 2026", "TIME,18000000,24 is no hour",
			"TIME,FF3C0000,60 is no minute", "TIME,00003C00,60 is no second", "TIME,00000064,100 is no hundredths", "DATE_TIME,FFFFFFFFFFFFFFFFFF2000FF,8192 is no deviation",
			"DATE,00,1 octets are no date", "DATE,FFFFFFFF08,8 is no day of week"})
	void octetsAreChecked(DataTag kind, String hex, String problem) {
		assertEquals(problem, CosemDateTime.problem(kind, Bytes.ofHex(hex)).orElse(""));
	}
}
