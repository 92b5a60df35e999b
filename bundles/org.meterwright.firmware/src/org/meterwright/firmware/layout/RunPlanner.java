// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.work.SideBySide;

/** Finds the shapes of objects and the runs of neighbours with one shape and one access row. Shapes stand in the order of their names. */
final class RunPlanner {
	private final AccessPlanner access;
	/** Shapes in the order of the objects that have them first, with their places there. */
	private final List<ShapeKey> found = new ArrayList<>();
	private final Map<ShapeKey, Integer> places = new HashMap<>();
	private final List<Draft> drafts = new ArrayList<>();
	private final List<ShapeKey> shapes = new ArrayList<>();
	private final List<String> names;
	private final List<Run> runs = new ArrayList<>();

	/** Neighbours while their numbers are not known yet; place: of their shape among those found. */
	private record Draft(ShapeKey shape, int place, List<Integer> access, int device, List<LaidObject> objects) {
		boolean takes(ShapeKey other, List<Integer> row, int itsDevice) {
			return device == itsDevice && access.equals(row) && shape.equals(other) && shape.canRepeat();
		}
	}

	RunPlanner(List<LaidObject> objects, AccessPlanner access, List<List<int[]>> patternsByDevice) {
		this.access = access;
		objects.forEach(object -> add(object, patternsByDevice.get(object.device())));
		List<String> itsNames = SideBySide.map(found, ShapeKey::name);
		SortedMap<String, Integer> byName = new TreeMap<>();
		for (int place = 0; place < found.size(); place++) {
			byName.put(itsNames.get(place), place);
		}
		names = List.copyOf(byName.keySet());
		int[] numbers = new int[found.size()];
		byName.values().forEach(place -> {
			numbers[place] = shapes.size();
			shapes.add(found.get(place));
		});
		access.numberRows();
		drafts.forEach(draft -> runs.add(new Run(draft.objects(), numbers[draft.place()], access.rowNumber(draft.device(), draft.access()))));
	}

	private void add(LaidObject object, List<int[]> patterns) {
		List<Integer> row = access.row(object.number(), object.device(), patterns);
		ShapeKey shape = ShapeKey.of(object);
		if (drafts.isEmpty() || !drafts.getLast().takes(shape, row, object.device())) {
			drafts.add(new Draft(shape, place(shape), row, object.device(), new ArrayList<>()));
		}
		drafts.getLast().objects().add(object);
	}

	private int place(ShapeKey shape) {
		Integer known = places.putIfAbsent(shape, found.size());
		if (known != null) {
			return known;
		}
		found.add(shape);
		return found.size() - 1;
	}

	/** Returns shapes by number. */
	List<ShapeKey> shapes() {
		return List.copyOf(shapes);
	}

	/** Returns names of shapes by number: each is made from all that its shape holds, and asked for by every run. */
	List<String> names() {
		return names;
	}

	/** Returns runs by number. */
	List<Run> runs() {
		return List.copyOf(runs);
	}
}
