// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;

/** Finds the shapes of objects and the runs of neighbours with one shape and one access row. Shapes stand in the order of their names. */
final class RunPlanner {
	private final List<ShapeKey> shapes = new ArrayList<>();
	private final List<String> names;
	private final List<Run> runs = new ArrayList<>();

	/** Neighbours while their numbers are not known yet. */
	private record Draft(ShapeKey shape, List<Integer> access, int device, List<LaidObject> objects) {
		boolean takes(Draft other) {
			return shape.equals(other.shape) && access.equals(other.access) && device == other.device && shape.canRepeat();
		}
	}

	RunPlanner(List<LaidObject> objects, AccessPlanner access, List<List<Map<CosemObject, ObjectListEntry>>> entriesByDevice) {
		List<Draft> drafts = drafts(objects, access, entriesByDevice);
		SortedMap<String, ShapeKey> byName = new TreeMap<>();
		drafts.stream().map(Draft::shape).distinct().forEach(shape -> byName.put(shape.name(), shape));
		names = List.copyOf(byName.keySet());
		Map<ShapeKey, Integer> numbers = new HashMap<>();
		byName.values().forEach(shape -> {
			numbers.put(shape, shapes.size());
			shapes.add(shape);
		});
		access.numberRows();
		drafts.forEach(draft -> runs.add(new Run(draft.objects(), numbers.get(draft.shape()), access.rowNumber(draft.device(), draft.access()))));
	}

	private static List<Draft> drafts(List<LaidObject> objects, AccessPlanner access, List<List<Map<CosemObject, ObjectListEntry>>> entriesByDevice) {
		List<Draft> drafts = new ArrayList<>();
		for (LaidObject object : objects) {
			List<Integer> row = access.row(object.object(), object.device(), entriesByDevice.get(object.device()));
			Draft draft = new Draft(ShapeKey.of(object), row, object.device(), new ArrayList<>());
			if (drafts.isEmpty() || !drafts.getLast().takes(draft)) {
				drafts.add(draft);
			}
			drafts.getLast().objects().add(object);
		}
		return drafts;
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
