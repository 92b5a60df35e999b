// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.workbench.text.WindowThread;

/** What came of scenarios in this session: of each meter as its text was then. A text that says something else has no results yet. */
public final class PlayedResults {
	private static final int MOST = 8;
	private static final Map<Object, Map<String, ScenarioResult>> RESULTS = new LinkedHashMap<>() {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Object, Map<String, ScenarioResult>> eldest) {
			return size() > MOST;
		}
	};
	private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

	private PlayedResults() {
	}

	/** Returns the results of a meter. */
	public static List<ScenarioResult> of(CompiledMeter meter) {
		return List.copyOf(byTitle(meter).values());
	}

	/** Returns the results of a meter by title. */
	static synchronized Map<String, ScenarioResult> byTitle(CompiledMeter meter) {
		return new LinkedHashMap<>(RESULTS.getOrDefault(meter.revision(), Map.of()));
	}

	/** Notes a result. */
	static void put(CompiledMeter meter, ScenarioResult result) {
		synchronized (PlayedResults.class) {
			RESULTS.computeIfAbsent(meter.revision(), key -> new LinkedHashMap<>()).put(result.scenario().title(), result);
		}
		WindowThread.later(() -> LISTENERS.forEach(Runnable::run));
	}

	/** Tells when there are others. */
	public static void onChange(Runnable listener) {
		LISTENERS.add(listener);
	}

	/** Tells no longer. */
	public static void forget(Runnable listener) {
		LISTENERS.remove(listener);
	}
}
