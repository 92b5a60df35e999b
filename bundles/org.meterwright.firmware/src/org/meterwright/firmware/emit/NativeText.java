// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.layout.NativeForm;
import org.meterwright.firmware.layout.NativeValues;
import org.meterwright.firmware.layout.Text;

/** Native forms as C members and first values. */
final class NativeText {
	private NativeText() {
	}

	/** Writes the declaration of a member; empty: it has no storage. */
	static List<String> declare(String name, NativeForm form) {
		if (form instanceof NativeForm.Scalar scalar) {
			return scalar.size() == 0 ? List.of() : List.of(Text.of("%s;", scalar(scalar, name)));
		}
		List<String> lines = new ArrayList<>();
		UniqueNames names = new UniqueNames();
		form.leaves().forEach(leaf -> declareLeaf(leaf, names, lines));
		if (lines.isEmpty()) {
			return List.of();
		}
		lines.addFirst("struct {");
		lines.add(Text.of("} %s;", name));
		return lines;
	}

	private static void declareLeaf(NativeForm.Leaf leaf, UniqueNames names, List<String> lines) {
		switch (leaf) {
			case NativeForm.Scalar scalar when scalar.size() > 0 -> lines.add(Text.of("%s;", scalar(scalar, names.of(CNames.member(scalar.name())))));
			case NativeForm.Stored stored -> {
				lines.add(Text.of("uint16_t %s;", names.of(lengthName(stored.name()))));
				lines.add(Text.of("uint8_t %s[%d];", names.of(octetsName(stored.name())), stored.longest()));
			}
			case NativeForm.Text text -> {
				if (!text.fixed()) {
					lines.add(Text.of("uint%d_t %s;", 8 * text.prefix(), names.of(lengthName(text.name()))));
				}
				lines.add(Text.of("uint8_t %s[%d];", names.of(octetsName(text.name())), text.octets()));
			}
			default -> {
				// no storage
			}
		}
	}

	private static String lengthName(String name) {
		return name.isEmpty() || name.equals("octets") ? "length" : Text.of("%s_length", CNames.member(name));
	}

	private static String octetsName(String name) {
		return name.isEmpty() ? "octets" : CNames.member(name);
	}

	private static String scalar(NativeForm.Scalar scalar, String name) {
		return switch (scalar.tag()) {
			case BOOLEAN -> Text.of("bool %s", name);
			case FLOAT32 -> Text.of("float %s", name);
			case FLOAT64 -> Text.of("double %s", name);
			case DATE_TIME, DATE, TIME -> Text.of("uint8_t %s[%d]", name, scalar.size());
			default -> Text.of("%sint%d_t %s", scalar.tag().signed() ? "" : "u", 8 * scalar.size(), name);
		};
	}

	/** Writes the first value of a member; empty: it has no storage. */
	static String initial(NativeForm form, Value value) {
		if (form instanceof NativeForm.Scalar scalar) { // as most are
			return scalar.size() == 0 ? "" : number(scalar.tag(), new NativeValues.Part(scalar, value));
		}
		List<String> texts = new ArrayList<>();
		for (NativeValues.Part part : new NativeValues(form.leaves()).of(value).orElseThrow()) {
			if (part.leaf().size() > 0) {
				initial(part, texts);
			}
		}
		if (texts.isEmpty()) {
			return "";
		}
		return Text.of("{ %s }", String.join(", ", texts));
	}

	private static void initial(NativeValues.Part part, List<String> texts) {
		switch (part.leaf()) {
			case NativeForm.Scalar scalar -> texts.add(number(scalar.tag(), part));
			case NativeForm.Text text -> {
				if (!text.fixed()) {
					texts.add(Text.of("%dU", part.length()));
				}
				texts.add(octets(part.octets()));
			}
			case NativeForm.Stored stored -> {
				texts.add(Text.of("%dU", part.length()));
				texts.add(octets(part.octets()));
			}
			case NativeForm.Head head -> {
				// no storage
			}
		}
	}

	private static String octets(Bytes octets) {
		if (octets.length() == 0) {
			return "{ 0U }";
		}
		StringBuilder out = new StringBuilder(6 * octets.length() + 4);
		for (int i = 0; i < octets.length(); i++) {
			out.append(i == 0 ? "{ " : ", ").append(octets.at(i)).append('U');
		}
		return out.append(" }").toString();
	}

	private static String number(DataTag tag, NativeValues.Part part) {
		return switch (part.value()) {
			case Value.Bool bool -> Boolean.toString(bool.value());
			case Value.Float32 number -> real(number.value(), Float.toHexString(number.value()), "F", "(float)");
			case Value.Float64 number -> real(number.value(), Double.toHexString(number.value()), "", "(double)");
			case Value.Temporal time -> octets(time.bytes());
			case Value.Int number -> integer(tag, number.value());
			default -> "0U";
		};
	}

	private static String real(double number, String hex, String suffix, String cast) {
		if (Double.isNaN(number)) {
			return Text.of("%sNAN", cast);
		}
		if (Double.isInfinite(number)) {
			return Text.of("%s%sINFINITY", number < 0 ? "-" : "", cast);
		}
		return Text.of("%s%s", hex, suffix);
	}

	private static String integer(DataTag tag, BigInteger value) {
		if (!tag.signed()) {
			return tag.width() == 8 ? Text.of("UINT64_C(%s)", value) : Text.of("%sU", value);
		}
		boolean lowest = value.equals(tag.minimum());
		return switch (tag.width()) {
			case 8 -> lowest ? "INT64_MIN" : Text.of("INT64_C(%s)", value);
			case 4 -> lowest ? "INT32_MIN" : value.toString();
			default -> value.toString();
		};
	}
}
