// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Wanted;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.PlannedTables;
import org.meterwright.rules.Finding;

/**
 * Lays out the tables of wanted meters while their rules are still being checked: neither needs the other, and both take long. What was
 * laid out of a meter that turns out to have errors is not asked for.
 */
public final class EarlyLayouts implements Wanted {
	private final Wanted wanted;
	private final Map<Meter, ForkJoinTask<PlannedTables>> begun = new ConcurrentHashMap<>();

	/** Begins with nothing; others say which meters are wanted. */
	public EarlyLayouts(Wanted wanted) {
		this.wanted = wanted;
	}

	@Override
	public boolean test(String meter, Optional<String> variant) {
		return wanted.test(meter, variant);
	}

	@Override
	public void elaborated(Meter model) {
		begun.put(model, ForkJoinPool.commonPool().submit(() -> FirmwareGenerator.plan(model)));
	}

	/**
	 * Returns the tables of a meter, once; lays them out now when that was not begun, or failed, so that what is wrong is told here.
	 *
	 * @throws org.meterwright.firmware.FirmwareException when tables cannot hold the meter
	 */
	public PlannedTables of(Meter model) {
		ForkJoinTask<PlannedTables> task = begun.remove(model);
		if (task != null) {
			task.quietlyJoin();
		}
		return task != null && task.isCompletedNormally() ? task.join() : FirmwareGenerator.plan(model);
	}

	/** Adds to a compilation without errors what tables cannot hold of its meters; what they can hold stays laid out for {@link #of}. */
	public Compilation checked(Compilation compilation) {
		return compilation.isBlocked() ? compilation : compilation.and(this::obstacle);
	}

	private List<Finding> obstacle(CompiledMeter meter) {
		try {
			PlannedTables tables = of(meter.model());
			begun.put(meter.model(), ForkJoinPool.commonPool().submit(() -> tables));
			return List.of();
		} catch (FirmwareException e) {
			return List.of(TablesCheck.finding(meter, e));
		}
	}
}
