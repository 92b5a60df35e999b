// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.meterwright.firmware.FirmwareException;

/** One memory: where each run's objects keep their values, largest alignment first so that nearly no padding occurs. */
public final class Region {
	private static final int REACH = 0xFFF0;
	private static final int MOST_SHIFT = 8;

	private final Function<LaidObject, ObjectStorage> storage;
	private final Map<Run, Integer> offsets = new IdentityHashMap<>();
	private List<Place> places = new ArrayList<>();
	private int size;
	private int shift;

	/** An object's storage in the region. */
	public record Place(LaidObject object, ObjectStorage storage, int offset) {
	}

	Region(String name, List<Run> runs, Function<LaidObject, ObjectStorage> storage) {
		this.storage = storage;
		List<Run> sorted = runs.stream().filter(run -> !storage.apply(run.first()).isEmpty())
				.sorted(Comparator.comparingInt((Run run) -> -storage.apply(run.first()).alignment())).toList();
		for (shift = 0; shift <= MOST_SHIFT; shift++) {
			place(sorted);
			if (offsets.values().stream().allMatch(offset -> offset >> shift <= REACH)) {
				places = List.copyOf(places);
				return;
			}
		}
		throw new FirmwareException(Text.of("%s needs %d octets, more than tables can reach", name, size));
	}

	private void place(List<Run> sorted) {
		offsets.clear();
		places.clear();
		size = 0;
		int alignment = 1;
		for (Run run : sorted) {
			ObjectStorage first = storage.apply(run.first());
			size = NativeForm.align(size, Math.max(first.alignment(), 1 << shift));
			alignment = Math.max(alignment, first.alignment());
			offsets.put(run, size);
			for (LaidObject object : run.objects()) {
				places.add(new Place(object, storage.apply(object), size));
				size += first.size();
			}
		}
		size = NativeForm.align(size, alignment);
	}

	/** Returns the offset of a run in units; 0 when it has no storage here. */
	int slot(Run run) {
		return offsets.getOrDefault(run, 0) >> shift;
	}

	/** Returns the power of two that slots are multiplied by. */
	public int shift() {
		return shift;
	}

	/** Returns the octets taken. */
	public int size() {
		return size;
	}

	/** Returns objects by offset. */
	public List<Place> places() {
		return places;
	}
}
