// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Profiles, logs, alarms and pushes of the ESME-like meter. */
final class EsmeLikeProfiles {
	private EsmeLikeProfiles() {
	}

	static void add(EsmeLikeMeter meter, boolean big) {
		List<Value> energy = IntStream.rangeClosed(1, 8).mapToObj(c -> meter.column(3, "1-0:%d.8.0*255".formatted(c))).toList();
		List<Value> rates = IntStream.rangeClosed(1, 48).mapToObj(t -> meter.column(3, "1-0:1.8.%d*255".formatted(t))).toList();
		List<Value> blocks = IntStream.rangeClosed(1, 32).mapToObj(t -> meter.column(3, "1-0:1.9.%d*255".formatted(t))).toList();
		List<Value> maxima = IntStream.range(0, 18).mapToObj(i -> meter.column(4, "1-0:1.6.%d*255".formatted(i / 2), i % 2 == 0 ? 2 : 5)).toList();
		profile(meter, "1-0:99.1.0*255", energy.subList(0, 4), List.of(meter.column(1, "0-0:96.10.1*255")));
		profile(meter, "1-0:99.2.0*255", energy, rates);
		profile(meter, "1-0:98.1.0*255", energy, rates, maxima);
		profile(meter, "0-0:98.1.0*255", energy.subList(0, 2), blocks);
		profile(meter, "1-0:99.3.0*255", energy.subList(0, 4));
		profile(meter, "1-0:99.14.0*255", List.of(meter.column(3, "1-0:32.24.0*255"), meter.column(3, "1-0:52.24.0*255"), meter.column(3, "1-0:72.24.0*255")));
		for (int e = 0; e < 8; e++) {
			meter.add(1, "0-0:96.11.%d*255".formatted(e), EsmeLikeMeter.Content.of("ro").open("long-unsigned"));
			profile(meter, "0-0:99.98.%d*255".formatted(e), List.of(meter.column(1, "0-0:96.11.%d*255".formatted(e))));
		}
		meter.add(1, "0-0:96.10.1*255", EsmeLikeMeter.Content.of("ro").open("unsigned"));
		for (int b = 1; big && b <= 8; b++) {
			int channel = b;
			profile(meter, "1-%d:99.1.0*255".formatted(b), IntStream.rangeClosed(1, 4).mapToObj(c -> meter.column(3, "1-%d:%d.8.0*255".formatted(channel, c))).toList());
		}
		alarms(meter);
	}

	@SafeVarargs
	private static void profile(EsmeLikeMeter meter, String name, List<Value>... columns) {
		List<Value> all = new ArrayList<>(List.of(meter.column(8, "0-0:1.0.0*255")));
		List.of(columns).forEach(all::addAll);
		meter.add(7, name, EsmeLikeMeter.Content.of("prof").constant(3, new Value.Array(all)).constant(4, Values.doubleLongUnsigned(1800))
				.constant(5, Values.enumerated(1)).constant(8, Values.doubleLongUnsigned(17520)).nvm(4, 4));
	}

	private static void alarms(EsmeLikeMeter meter) {
		for (int e : new int[] {0, 1, 2, 10, 11, 12, 20, 21, 22}) {
			EsmeLikeMeter.Content content = EsmeLikeMeter.Content.of(e >= 10 ? "cfg" : "ro");
			meter.add(1, "0-0:97.98.%d*255".formatted(e), e >= 10 ? content.nvm(2, 2) : content);
		}
		IntStream.range(0, 4).forEach(e -> meter.add(1, "0-0:97.97.%d*255".formatted(e), EsmeLikeMeter.Content.of("ro")));
		for (int p = 0; p < 8; p++) {
			List<Value> columns = new ArrayList<>(List.of(meter.column(1, "0-0:42.0.0*255"), meter.column(8, "0-0:1.0.0*255"), meter.column(1, "0-0:97.98.%d*255".formatted(p % 3))));
			if (p == 1) {
				columns.add(meter.column(7, "1-0:99.1.0*255"));
			}
			meter.add(40, "0-%d:25.9.0*255".formatted(p), EsmeLikeMeter.Content.of("push").constant(2, new Value.Array(columns)).nvm(5, 9));
		}
	}
}
