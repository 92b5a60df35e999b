// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.access.AccessModes;
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
	private final List<Opening> openings;

	/** A value, as octets, with those who may read it and those who are refused: a bit for each association. */
	public record Request(Golden.ValueRow value, int readers, int others) {
	}

	/** Takes what is expected of attributes. */
	public GoldenRequests(TableLayout layout, Golden golden, List<Opening> openings) {
		this.layout = layout;
		this.golden = golden;
		this.openings = openings;
	}

	/** Lists requests by object and attribute. */
	public List<Request> requests() {
		List<Request> requests = new ArrayList<>(golden.values().size());
		for (Golden.ValueRow row : golden.values()) {
			if (!isCalled(row)) {
				add(requests, row);
			}
		}
		return requests;
	}

	private void add(List<Request> requests, Golden.ValueRow row) {
		EObject device = layout.objects().get(row.object()).object().eContainer();
		int readers = 0;
		int others = 0;
		for (Opening opening : openings) {
			if (opening.association().eContainer() == device) {
				boolean granted = mayRead(opening, row);
				boolean own = row.association() == Golden.ANY || row.association() == opening.number();
				others |= granted ? 0 : 1 << opening.number();
				readers |= granted && own && (row.encoding().length() <= SHORT || opening.hasBlocks()) ? 1 << opening.number() : 0;
			}
		}
		if (readers != 0) {
			requests.add(new Request(row, readers, others));
		}
	}

	/** Tells whether an association may read an attribute with the protection of its requests, and gets a value. */
	private boolean mayRead(Opening opening, Golden.ValueRow row) {
		Optional<GoldenRight> right = golden.right(opening.number(), row.object());
		int mode = right.isEmpty() ? 0 : right.get().attribute(row.attribute());
		return (mode & AccessModes.READ) != 0 && (mode & REQUESTS & ~opening.protection()) == 0 && (row.association() == Golden.ANY || golden.hasValue(row.object(), row.attribute(), opening.number()));
	}

	private boolean isCalled(Golden.ValueRow row) {
		LaidObject owner = layout.objects().get(row.owner());
		return row.attribute() > 1 && row.attribute() - 2 < owner.descriptors().size() && owner.descriptors().get(row.attribute() - 2) instanceof Descriptor.Call;
	}
}
