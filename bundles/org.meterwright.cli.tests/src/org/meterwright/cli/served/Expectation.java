// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import java.math.BigInteger;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/**
 * What clients of a served meter must see: the model's values; behind functions the zero of their type, and a time of a day in November where a
 * time stands that the meter keeps.
 */
final class Expectation {

	private static final String TOLD = "090C07EA0B1607%02X%02X0000800000";
	private static final int DATE_TIME = 0x19;
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final int DEMAND_REGISTER = 5;
	private static final int START_TIME_CURRENT = 7;
	private static final int CHARGE = 113;
	private static final int CHARGE_TYPE = 3;
	private static final int PERIOD = 8;
	private static final int LAST_COLLECTION_TIME = 10;
	private static final int REQUESTS = 0x1C;
	private static final int READ_WRITE_DENIED = 3;

	private final TableLayout layout;
	private final Golden golden;
	private final byte[] told;

	/** An attribute that is asked for, the result, the octets where it is 0, and what a client does who writes it. */
	record Asked(String object, int classId, LogicalName logicalName, int attribute, int result, byte[] encoding, Written written) {
		boolean writable() {
			return written.allowed();
		}

		@Override
		public String toString() {
			return "%s attribute %d".formatted(object, attribute);
		}
	}

	/** What the model says of an attribute whether it may be read or not, whether the client may write it, and the highest number that it takes. */
	record Written(boolean allowed, byte[] stored, Optional<BigInteger> maximum) {
	}

	/** Of a meter that was told a time of 22 November 2026. */
	Expectation(Meter model, LocalTime time) {
		layout = new TableLayout(model);
		golden = new Golden(layout);
		told = HexFormat.of().parseHex(TOLD.formatted(time.getHour(), time.getMinute()));
	}

	/** List every attribute that the model has, visible or not, as a client sees it that protects its requests by these mode bits. */
	List<Asked> of(int client, int protection) {
		return of(layout.associations().get(number(client)), protection);
	}

	/** The same of an association, whose logical device may be one of several: what another one has is not asked for. */
	List<Asked> of(Association association, int protection) {
		return rows(golden.attributes(), association).map(row -> asked(row, protection)).toList();
	}

	/** A method, its parameter with every part zero, and whether the client may invoke it. */
	record Called(String object, int classId, LogicalName logicalName, int method, byte[] parameter, boolean granted) {
		@Override
		public String toString() {
			return "%s method %d".formatted(object, method);
		}
	}

	/** List the methods that some right names, and one more of each object, for a client that protects its requests by these mode bits. */
	List<Called> methods(Association association, int protection) {
		return rows(golden.methods(), association).map(row -> called(row, protection)).toList();
	}

	private Stream<Golden.AccessRow> rows(Stream<Golden.AccessRow> rows, Association association) {
		int number = layout.associations().indexOf(association);
		return rows.filter(row -> row.association() == number && layout.objects().get(row.object()).object().eContainer() == association.eContainer());
	}

	private Called called(Golden.AccessRow row, int protection) {
		CosemObject object = layout.objects().get(row.object()).object();
		Value parameter = CosemObjects.method(object.getInterfaceClass(), row.index()).map(MethodDefinition::getParameter).map(Zero::of).orElse(Values.integer(0));
		boolean granted = (row.mode() & AccessModes.ACCESS) != 0 && (row.mode() & REQUESTS & ~protection) == 0;
		return new Called(String.valueOf(object.getName()), CosemObjects.classId(object), object.getLogicalName(), row.index(), Axdr.encode(parameter).toArray(), granted);
	}

	private int number(int client) {
		return IntStream.range(0, layout.associations().size()).filter(i -> layout.associations().get(i).getClientSap() == client).findFirst().orElseThrow();
	}

	private Asked asked(Golden.AccessRow row, int protection) {
		CosemObject object = layout.objects().get(row.object()).object();
		boolean isProtected = (row.mode() & REQUESTS & ~protection) == 0;
		int result = row.code() == 0 && !isProtected ? READ_WRITE_DENIED : row.code();
		return new Asked(String.valueOf(object.getName()), CosemObjects.classId(object), object.getLogicalName(), row.index(), result, result == 0 ? encoding(row) : new byte[0],
				new Written(isProtected && (row.mode() & AccessModes.WRITE) != 0, stored(object, row.index()), maximum(object, row.index())));
	}

	private static Optional<BigInteger> maximum(CosemObject object, int attribute) {
		return CosemObjects.attribute(object, attribute).map(Attribute::getMaximum).filter(Value.Int.class::isInstance).map(value -> ((Value.Int) value).value());
	}

	private static byte[] stored(CosemObject object, int attribute) {
		return CosemObjects.attribute(object, attribute).map(each -> Axdr.encode(CosemObjects.value(each).orElseGet(() -> zero(each))).toArray()).orElse(new byte[0]);
	}

	private byte[] encoding(Golden.AccessRow row) {
		LaidObject object = layout.objects().get(row.object());
		boolean answered = row.index() > 1 && object.descriptors().get(row.index() - 2) instanceof Descriptor.Call;
		if (!answered) {
			byte[] stored = golden.values().get(row.value()).encoding().toArray();
			return beginsWhenTold(object.object(), row.index()) ? told(stored[0]) : stored;
		}
		Attribute attribute = CosemObjects.attribute(object.object(), row.index()).orElseThrow();
		boolean time = CosemObjects.classId(object.object()) == CLOCK && row.index() == TIME;
		return time ? told : Axdr.encode(CosemObjects.value(attribute).orElseGet(() -> zero(attribute))).toArray();
	}

	/** As octets, or as the type date-time, which has no length. */
	private byte[] told(byte tag) {
		return tag == DATE_TIME ? Bytes.ofInts(DATE_TIME).plus(Bytes.of(told, 2, told.length)).toArray() : told;
	}

	/** The first period of a Demand register and of a charge by time begins when the meter is told the time. */
	private static boolean beginsWhenTold(CosemObject object, int attribute) {
		return CosemObjects.classId(object) == DEMAND_REGISTER && attribute == START_TIME_CURRENT
				|| CosemObjects.classId(object) == CHARGE && attribute == LAST_COLLECTION_TIME && number(object, CHARGE_TYPE) == 1 && number(object, PERIOD) > 0;
	}

	private static long number(CosemObject object, int attribute) {
		return CosemObjects.attribute(object, attribute).flatMap(CosemObjects::value).filter(Value.Int.class::isInstance).map(value -> ((Value.Int) value).value().longValue()).orElse(0L);
	}

	private static Value zero(Attribute attribute) {
		return Zero.of(attribute.getType() == null ? new DataType.Any() : attribute.getType());
	}
}
