// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.KeySlot;

/** Rows that say how associations are opened, and where the keys of Security setup objects are. */
final class SessionRows {
	/** Keys by their names in the language; others are the firmware's own. */
	private static final Map<String, Integer> KEYS = Map.of("global_unicast", 0, "global_broadcast", 1, "authentication", 2, "master", 3);
	private static final int OTHER_KEY = 255;
	private static final int NO_LIMIT = 0xFFFF;

	private final TableLayout layout;

	SessionRows(TableLayout layout) {
		this.layout = layout;
	}

	List<Table> tables() {
		return List.of(new Table("context", "mw_context_t", layout.associations().stream().map(this::context).toList()), new Table("slot", "mw_slot_t", slots()));
	}

	private Table.Row context(Association association) {
		CosemObject security = association.getSecurity();
		int pdu = association.getMaximumPdu() == 0 ? NO_LIMIT : association.getMaximumPdu();
		int secret = association.getSecretSlot() < 0 ? Triggers.NONE8 : association.getSecretSlot();
		return Table.Row.of(String.valueOf(association.getName()), association.getConformance(), security == null ? Triggers.NONE : layout.number(security), pdu,
				association.getMechanism(), association.getContext() == Context.CIPHERED ? 1 : 0, secret, 0).about(association);
	}

	private List<Table.Row> slots() {
		List<Table.Row> rows = new ArrayList<>();
		for (LaidObject object : layout.objects()) {
			object.object().getKeys().stream().sorted(Comparator.comparing(SessionRows::code)).forEach(key -> rows.add(slot(object, key)));
		}
		return rows;
	}

	private static Table.Row slot(LaidObject object, KeySlot key) {
		return Table.Row.of(Text.of("%s of %s", key.getName(), object.object().getLogicalName()), object.number(), code(key), key.getSlot()).about(key);
	}

	private static int code(KeySlot key) {
		return KEYS.getOrDefault(key.getName(), OTHER_KEY);
	}
}
