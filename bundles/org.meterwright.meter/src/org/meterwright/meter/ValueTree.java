// SPDX-License-Identifier: GPL-2.0-only
package org.meterwright.meter;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.json.JSONArray;
import org.json.JSONObject;

import gurux.dlms.GXBitString;
import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDLMSConverter;
import gurux.dlms.GXDateTime;
import gurux.dlms.enums.DataType;
import gurux.dlms.internal.GXCommon;
import gurux.dlms.internal.GXDataInfo;

/** Values as the library reads and writes them, and as JSON: an object with {@code type} and {@code value}. */
final class ValueTree {
	/** The types by their names in the standard. */
	private static final Map<DataType, String> NAMES = names();
	private static final Pattern WHOLE = Pattern.compile("-?\\d+");

	private ValueTree() {
	}

	/** Read octets. */
	static Object parse(byte[] octets) {
		GXByteBuffer buffer = new GXByteBuffer(octets);
		GXDataInfo info = new GXDataInfo();
		Object value = GXCommon.getData(null, buffer, info);
		if (!info.isComplete() || buffer.available() != 0) {
			throw new Refusal("The octets are not one whole value: %d are left.".formatted(buffer.available()));
		}
		return value;
	}

	/** Show what was read. */
	static JSONObject of(Object value) {
		DataType type = value == null ? DataType.NONE : GXDLMSConverter.getDLMSDataType(value);
		JSONObject shown = new JSONObject().put("type", NAMES.get(type));
		return switch (value) {
		case null -> shown;
		case List<?> parts -> {
			JSONArray array = new JSONArray();
			parts.forEach(part -> array.put(of(part)));
			yield shown.put("value", array);
		}
		case byte[] octets -> shown.put("value", HexFormat.of().formatHex(octets));
		case GXDateTime time -> shown.put("value", HexFormat.of().formatHex(octets(type, time)));
		case GXBitString bits -> shown.put("value", bits.toString());
		case Number number when WHOLE.matcher(number.toString()).matches() -> shown.put("value", new BigInteger(number.toString()));
		case Boolean truth -> shown.put("value", truth.booleanValue());
		default -> shown.put("value", value.toString());
		};
	}

	/** Write a value that is shown in the same way. */
	static byte[] encode(JSONObject shown) {
		GXByteBuffer buffer = new GXByteBuffer();
		encode(shown, buffer);
		return buffer.array();
	}

	private static void encode(JSONObject shown, GXByteBuffer buffer) {
		DataType type = type(shown.getString("type"));
		switch (type) {
		case ARRAY, STRUCTURE -> {
			JSONArray parts = shown.getJSONArray("value");
			buffer.setUInt8(type.getValue());
			GXCommon.setObjectCount(parts.length(), buffer);
			for (int i = 0; i < parts.length(); i++) {
				encode(parts.getJSONObject(i), buffer);
			}
		}
		default -> GXCommon.setData(null, buffer, type, simple(type, shown));
		}
	}

	private static byte[] octets(DataType type, GXDateTime time) {
		GXByteBuffer buffer = new GXByteBuffer();
		GXCommon.setData(null, buffer, type, time);
		byte[] octets = buffer.array();
		return Arrays.copyOfRange(octets, 1, octets.length);
	}

	private static DataType type(String name) {
		return NAMES.entrySet().stream().filter(known -> known.getValue().equals(name)).map(Map.Entry::getKey).findFirst()
				.orElseThrow(() -> new Refusal("There is no type '%s'; there are %s.".formatted(name, String.join(", ", NAMES.values()))));
	}

	private static Map<DataType, String> names() {
		Map<DataType, String> names = new EnumMap<>(DataType.class);
		names.put(DataType.NONE, "null-data");
		names.put(DataType.BOOLEAN, "boolean");
		names.put(DataType.BITSTRING, "bit-string");
		names.put(DataType.INT32, "double-long");
		names.put(DataType.UINT32, "double-long-unsigned");
		names.put(DataType.OCTET_STRING, "octet-string");
		names.put(DataType.STRING, "visible-string");
		names.put(DataType.STRING_UTF8, "utf8-string");
		names.put(DataType.BCD, "bcd");
		names.put(DataType.INT8, "integer");
		names.put(DataType.INT16, "long");
		names.put(DataType.UINT8, "unsigned");
		names.put(DataType.UINT16, "long-unsigned");
		names.put(DataType.INT64, "long64");
		names.put(DataType.UINT64, "long64-unsigned");
		names.put(DataType.ENUM, "enum");
		names.put(DataType.FLOAT32, "float32");
		names.put(DataType.FLOAT64, "float64");
		names.put(DataType.DATETIME, "date-time");
		names.put(DataType.DATE, "date");
		names.put(DataType.TIME, "time");
		names.put(DataType.ARRAY, "array");
		names.put(DataType.STRUCTURE, "structure");
		names.put(DataType.COMPACT_ARRAY, "compact-array");
		return names;
	}

	private static Object simple(DataType type, JSONObject shown) {
		return switch (type) {
		case NONE -> null;
		case OCTET_STRING, DATETIME, DATE, TIME -> HexFormat.of().parseHex(shown.getString("value"));
		case STRING, STRING_UTF8, BITSTRING -> shown.getString("value");
		case BOOLEAN -> shown.getBoolean("value");
		case FLOAT32 -> shown.getFloat("value");
		case FLOAT64 -> shown.getDouble("value");
		case UINT64 -> shown.getBigInteger("value");
		default -> shown.getLong("value");
		};
	}
}
