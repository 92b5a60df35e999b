// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.LogicalName;

/** Units of electrical quantities by logical name, as {@code quantities.csv} lists them. */
record QuantityTable(List<Row> rows) {
	private static final QuantityTable STANDARD = new QuantityTable(Tables.rows("quantities.csv").stream().map(Row::of).toList());
	private static final int ELECTRICITY = 1;
	private static final int PHASE_STEP = 20;
	private static final int LAST_PHASE = 80;
	private static final int LAST_TARIFF = 63;

	static QuantityTable standard() {
		return STANDARD;
	}

	/** Finds the quantity of a logical name. */
	Optional<Row> find(LogicalName name) {
		if (name.a() != ELECTRICITY || name.c() > LAST_PHASE) {
			return Optional.empty();
		}
		for (Row row : rows) {
			if (row.matches(name)) {
				return Optional.of(row);
			}
		}
		return Optional.empty();
	}

	/**
	 * A quantity.
	 *
	 * @param c       value group C of the sum over the phases
	 * @param d       value group D
	 * @param tariffs whether value group E counts tariffs
	 * @param unit    unit code
	 * @param symbol  unit
	 * @param meaning what is measured
	 */
	record Row(int c, int d, boolean tariffs, int unit, String symbol, String meaning) {
		static Row of(List<String> cells) {
			return new Row(Integer.parseInt(cells.get(0)), Integer.parseInt(cells.get(1)), cells.get(2).equals("*"), Integer.parseInt(cells.get(3)),
					cells.get(4), cells.get(5));
		}

		boolean matches(LogicalName name) {
			boolean phase = name.c() % PHASE_STEP == c % PHASE_STEP && name.c() >= c;
			return phase && name.d() == d && (tariffs ? name.e() <= LAST_TARIFF : name.e() == 0);
		}
	}
}
