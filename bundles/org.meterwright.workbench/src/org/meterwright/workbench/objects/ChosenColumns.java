// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectModel;
import org.meterwright.workbench.Preferences;

/** The columns that a user has chosen; kept from one start to the next. */
final class ChosenColumns {
	private static final String BETWEEN = ",";

	private ChosenColumns() {
	}

	static List<ObjectColumn> of(ObjectModel model) {
		List<ObjectColumn> all = ObjectColumn.all(model);
		List<ObjectColumn> chosen = new ArrayList<>();
		ids().forEach(id -> all.stream().filter(column -> column.id().equals(id)).findFirst().ifPresent(chosen::add));
		return chosen;
	}

	static List<String> ids() {
		String kept = Preferences.get().getString(Preferences.OBJECT_COLUMNS);
		return kept.isEmpty() ? ObjectColumn.FIRST_CHOICE : Arrays.asList(kept.split(BETWEEN));
	}

	static void put(List<String> ids) {
		List<String> all = new ArrayList<>(ids);
		all.remove(ObjectColumn.NAME);
		all.addFirst(ObjectColumn.NAME);
		Preferences.get().setValue(Preferences.OBJECT_COLUMNS, String.join(BETWEEN, all));
	}
}
