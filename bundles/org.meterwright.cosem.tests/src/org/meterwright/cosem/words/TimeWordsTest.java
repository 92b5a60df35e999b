// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

class TimeWordsTest {
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*-03-last@sun 01:00      | last Sunday of March at 01:00
			*-10-last@sun 01:00      | last Sunday of October at 01:00
			*-*-last 00:00           | last day of every month at 00:00
			*-*-last2@fri 00:00      | second last Friday of every month at 00:00
			2027-03-last@sun 01:00   | last Sunday of March 2027 at 01:00
			*-*-01 00:00             | day 1 of every month at 00:00
			*-01-01 00:00            | 1 January of every year at 00:00
			2026-11-02 12:00:30      | 2 November 2026 at 12:00:30
			2026-11-02@mon 12:00     | Monday 2 November 2026 at 12:00
			*-*-*@mon 06:00          | every Monday at 06:00
			*-06-*@mon 06:00         | every Monday in June at 06:00
			2026-06-* 06:00          | every day in June 2026 at 06:00
			2026-*-* 06:00           | every day in 2026 at 06:00
			*-*-* 18:00              | every day at 18:00
			*-*-* *:15               | at minute 15 of every hour
			*-*-* *:*                | every minute
			*-*-* *:*:*              | not specified
			*-dst_begin-01 02:00     | day 1 of the month in which daylight saving begins at 02:00
			2026-*-15 02:00          | day 15 of every month of 2026 at 02:00
			2026-11-02 05:*          | 2 November 2026 every minute from 05:00 to 05:59
			2026-11-02 12:00:00.25   | 2 November 2026 at 12:00:00.25
			""")
	void dateTimes(String text, String words) {
		assertEquals(words, TimeWords.of(DataTag.DATE_TIME, CosemDateTime.parse(DataTag.DATE_TIME, text)).orElseThrow());
	}

	@Test
	void deviationAndStatusAreTold() {
		assertEquals("2 November 2026 at 12:00, deviation -60 min, daylight saving active",
				TimeWords.of(DataTag.DATE_TIME, Bytes.ofHex("07EA0B02FF0C000000FFC480")).orElseThrow());
		assertEquals("not specified, invalid value, doubtful value", TimeWords.of(DataTag.DATE_TIME, Bytes.ofHex("FFFFFFFFFFFFFFFFFF800003")).orElseThrow());
	}

	@Test
	void datesAndTimesAlone() {
		assertEquals("last Sunday of March", TimeWords.of(DataTag.DATE, CosemDateTime.parse(DataTag.DATE, "*-03-last@sun")).orElseThrow());
		assertEquals("not specified", TimeWords.of(DataTag.DATE, CosemDateTime.parse(DataTag.DATE, "*-*-*")).orElseThrow());
		assertEquals("18:00", TimeWords.of(DataTag.TIME, CosemDateTime.parse(DataTag.TIME, "18:00")).orElseThrow());
		assertEquals("at minute 5 of every hour", TimeWords.of(DataTag.TIME, CosemDateTime.parse(DataTag.TIME, "*:05")).orElseThrow());
		assertEquals(Optional.empty(), TimeWords.of(DataTag.TIME, Bytes.ofHex("00")));
	}
}
