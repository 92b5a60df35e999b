// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.companions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The example meter's scenarios: at least 25, and among them those that every such meter should have. */
class ExampleScenariosTest {
	private static final Path SCENARIOS = Path.of("../examples/prepayment-esme/scenarios");
	private static final Pattern TITLE = Pattern.compile("(?m)^scenario \"([^\"]+)\"");
	private static final int LEAST = 25;
	/** The three behaviours, power loss in the middle of a push, a storm of Alerts, a full log, a clock set back across a billing date, a window that closes. */
	private static final List<String> NAMED = List.of("at the end of the billing period the registers are captured and pushed", "each kind of access has an Alert of its own",
			"used up by day: the supply is disabled", "used up in the evening: disabled when the calendar ends", "power is lost in the middle of a push", "a storm of Alerts loses none",
			"a full log forgets the oldest entry first", "a clock set back across a billing date does not bill twice", "a window that closes while the push is tried again");

	private static List<String> titles() throws IOException {
		List<String> titles = new ArrayList<>();
		try (Stream<Path> files = Files.list(SCENARIOS)) {
			for (Path file : files.sorted().toList()) {
				TITLE.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1)).forEach(titles::add);
			}
		}
		return titles;
	}

	@Test
	void thereAreEnough() throws IOException {
		int count = titles().size();
		assertTrue(count >= LEAST, () -> "%d scenarios".formatted(count));
	}

	@Test
	void thoseThatEveryMeterShouldHaveAreThere() throws IOException {
		List<String> missing = new ArrayList<>(NAMED);
		missing.removeAll(titles());
		assertTrue(missing.isEmpty(), missing::toString);
	}
}
