// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.cosemDsl.RandomiseLine;
import org.meterwright.dsl.cosemDsl.RetryLine;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.cosemDsl.ValueRange;
import org.meterwright.dsl.cosemDsl.WindowLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Scope;

/** Windows, randomisation and retries of a Push setup, in seconds. */
final class PushTimes {
	private static final int LONGEST = 0xFFFF;
	private static final int MOST_RETRIES = 255;
	/** The delay grows by this many hundredths from retry to retry: not at all. */
	private static final int NO_GROWTH = 100;

	private final Elaboration elaboration;

	PushTimes(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Makes communication_window. */
	Value windows(WindowLine line, Scope scope) {
		List<Value> windows = new ArrayList<>();
		for (ValueRange window : line.getWindows()) {
			Optional<Bytes> from = dateTime(window.getLower(), scope);
			Optional<Bytes> to = dateTime(window.getUpper(), scope);
			if (from.isPresent() && to.isPresent()) {
				windows.add(Values.structure(new Value.Octets(from.get()), new Value.Octets(to.get())));
			}
		}
		return Data.array(windows);
	}

	private Optional<Bytes> dateTime(ValueExpr expr, Scope scope) {
		return elaboration.values().convert(expr, new DataType.Simple(DataTag.DATE_TIME), scope)
				.map(value -> value instanceof Value.Temporal temporal ? temporal.bytes() : Bytes.EMPTY);
	}

	/** Makes randomisation_start_interval. */
	Optional<Value> randomise(RandomiseLine line) {
		return seconds(line, line.getRandom()).map(seconds -> Values.longUnsigned(seconds));
	}

	/** Makes number_of_retries. */
	Value retries(RetryLine line) {
		int count = Codes.of(line.getCount());
		if (count > MOST_RETRIES) {
			elaboration.report().report("MW-LANG-212", line, "at most 255 retries, not %s".formatted(line.getCount()));
			return Values.unsigned(MOST_RETRIES);
		}
		return Values.unsigned(count);
	}

	/** Makes repetition_delay, a number before version 2 and a structure of least delay, growth and longest delay since. */
	Optional<Value> delay(RetryLine line, int version) {
		return seconds(line, line.getDelay()).map(seconds -> version < 2 ? Values.longUnsigned(seconds)
				: Values.structure(Values.longUnsigned(seconds), Values.longUnsigned(NO_GROWTH), Values.longUnsigned(seconds)));
	}

	private Optional<Integer> seconds(EObject line, QuantityValue quantity) {
		Optional<Long> seconds = elaboration.values().seconds(quantity);
		if (seconds.isPresent() && (seconds.get() < 0 || seconds.get() > LONGEST)) {
			elaboration.report().report("MW-LANG-212", line, "0 to 65535 s, not %d s".formatted(seconds.get()));
			return Optional.empty();
		}
		return seconds.map(Long::intValue);
	}
}
