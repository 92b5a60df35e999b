// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/**
 * What clients may read in associations that anybody can open for a test, and in which of them the same request must be refused. Attributes behind
 * firmware functions are left out: nobody knows their values.
 */
public final class GoldenRequests {
	/** Octets up to which a value comes in one response, ciphered or not. */
	public static final int SHORT = 960;
	private static final int REQUESTS = 0x1C;

	private final TableLayout layout;
	private final Golden golden;
	private final Asked asked;
	/** By number of the value: a bit for each association that may read it. */
	private final int[] readers;
	/** By object and attribute: a bit for each association that is refused. */
	private final int[][] others;

	/** A value, as octets, with those who may read it and those who are refused: a bit for each association. */
	public record Request(Golden.ValueRow value, int readers, int others) {
	}

	/** Looks through what is expected of attributes. */
	public GoldenRequests(TableLayout layout, Golden golden, List<Opening> opened) {
		this.layout = layout;
		this.golden = golden;
		asked = new Asked(layout, opened);
		readers = new int[golden.values().size()];
		others = new int[layout.objects().size()][];
		golden.attributes().forEach(this::add);
	}

	private void add(Golden.AccessRow row) {
		if (!asked.has(row)) {
			return;
		}
		Opening opening = asked.opening(row);
		int bit = 1 << row.association();
		if (row.code() != 0 || (row.mode() & REQUESTS & ~opening.protection()) != 0) {
			int[] refused = others[row.object()] == null ? new int[row.index() + 1] : others[row.object()];
			others[row.object()] = row.index() < refused.length ? refused : Arrays.copyOf(refused, 2 * row.index());
			others[row.object()][row.index()] |= bit;
		} else if (golden.values().get(row.value()).encoding().length() <= SHORT || opening.hasBlocks()) {
			readers[row.value()] |= bit;
		}
	}

	/** Lists requests by object and attribute. */
	public List<Request> requests() {
		List<Request> requests = new ArrayList<>();
		for (int value = 0; value < readers.length; value++) {
			Golden.ValueRow row = golden.values().get(value);
			if (readers[value] != 0 && !isCalled(row)) {
				int[] refused = others[row.object()];
				requests.add(new Request(row, readers[value], refused == null || row.attribute() >= refused.length ? 0 : refused[row.attribute()]));
			}
		}
		return requests;
	}

	private boolean isCalled(Golden.ValueRow row) {
		LaidObject owner = layout.objects().get(row.owner());
		return row.attribute() > 1 && row.attribute() - 2 < owner.descriptors().size() && owner.descriptors().get(row.attribute() - 2) instanceof Descriptor.Call;
	}
}
