// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/** What clients of a served meter must see: the model's values; behind functions the zero of their type, and noon of a day in November. */
final class Expectation {

	private static final byte[] NOON = HexFormat.of().parseHex("090C07EA0B16070C000000800000");
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final int REQUESTS = 0x1C;
	private static final int READ_WRITE_DENIED = 3;

	private final TableLayout layout;
	private final Golden golden;

	/** An attribute that is asked for, the result, the octets where it is 0, and whether the client may write it. */
	record Asked(String object, int classId, LogicalName logicalName, int attribute, int result, byte[] encoding, boolean writable) {
		@Override
		public String toString() {
			return "%s attribute %d".formatted(object, attribute);
		}
	}

	Expectation(Meter model) {
		layout = new TableLayout(model);
		golden = new Golden(layout);
	}

	/** List every attribute that the model has, visible or not, as a client sees it that protects its requests by these mode bits. */
	List<Asked> of(int client, int protection) {
		int association = IntStream.range(0, layout.associations().size()).filter(i -> layout.associations().get(i).getClientSap() == client).findFirst().orElseThrow();
		return golden.attributes().stream().filter(row -> row.association() == association).map(row -> asked(row, protection)).toList();
	}

	private Asked asked(Golden.AccessRow row, int protection) {
		CosemObject object = layout.objects().get(row.object()).object();
		boolean isProtected = (row.mode() & REQUESTS & ~protection) == 0;
		int result = row.code() == 0 && !isProtected ? READ_WRITE_DENIED : row.code();
		return new Asked(String.valueOf(object.getName()), CosemObjects.classId(object), object.getLogicalName(), row.index(), result, result == 0 ? encoding(row) : new byte[0],
				isProtected && (row.mode() & AccessModes.WRITE) != 0);
	}

	private byte[] encoding(Golden.AccessRow row) {
		LaidObject object = layout.objects().get(row.object());
		boolean answered = row.index() > 1 && object.descriptors().get(row.index() - 2) instanceof Descriptor.Call;
		if (!answered) {
			return golden.values().get(row.value()).encoding().toArray();
		}
		Attribute attribute = CosemObjects.attribute(object.object(), row.index()).orElseThrow();
		boolean time = CosemObjects.classId(object.object()) == CLOCK && row.index() == TIME;
		return time ? NOON : Axdr.encode(CosemObjects.value(attribute).orElseGet(() -> zero(attribute))).toArray();
	}

	private static Value zero(Attribute attribute) {
		return Zero.of(attribute.getType() == null ? new DataType.Any() : attribute.getType());
	}
}
