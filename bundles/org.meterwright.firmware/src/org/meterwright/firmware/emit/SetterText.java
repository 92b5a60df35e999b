// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.firmware.layout.Setters;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** Functions that take what clients write, in C: prototypes, first versions, and the table that leads to them. */
final class SetterText {
	private final List<Optional<Setters.Setter>> setters;
	private final Handles handles;

	SetterText(TableLayout layout, Handles handles) {
		this.setters = Setters.of(layout);
		this.handles = handles;
	}

	boolean isEmpty() {
		return setters.stream().noneMatch(Optional::isPresent);
	}

	/** Does something with each setter and its number. */
	void each(BiConsumer<Integer, Setters.Setter> action) {
		for (int i = 0; i < setters.size(); i++) {
			int number = i;
			setters.get(i).ifPresent(setter -> action.accept(number, setter));
		}
	}

	/** Returns what a setter's definition begins with. */
	String head(int number, Setters.Setter setter) {
		String value = setter.number().map(tag -> Text.of("%s value", type(tag))).orElse("const uint8_t *octets, uint32_t length");
		return Text.of("uint8_t %s(uint16_t object, uint8_t attribute, %s)", handles.setter(number), value);
	}

	/** Returns the type of C that holds a number. */
	private static String type(DataTag tag) {
		return switch (tag) {
			case BOOLEAN -> "bool";
			case ENUM -> "uint8_t";
			default -> Text.of("%sint%d_t", tag.signed() ? "" : "u", 8 * tag.width());
		};
	}

	/** Writes definitions that refuse everything. */
	void refusing(SourceText out) {
		each((number, setter) -> refusing(out.line(), number, setter));
	}

	/** Writes a definition that refuses everything. */
	void refusing(SourceText out, int number, Setters.Setter setter) {
		out.line(head(number, setter)).line("{").line("    (void)object;").line("    (void)attribute;");
		if (setter.number().isPresent()) {
			out.line("    (void)value;");
		} else {
			out.line("    (void)octets;").line("    (void)length;");
		}
		out.line("    return MW_READ_WRITE_DENIED;").line("}");
	}

	/** Writes the table, after functions that take numbers out of their encoding. */
	void table(SourceText out, String section) {
		if (isEmpty()) {
			return;
		}
		each((number, setter) -> setter.number().ifPresent(tag -> adapter(out, number, tag)));
		out.line("%s static const mw_setter_t %s_setter[] = {", section, handles.prefix());
		for (int i = 0; i < setters.size(); i++) {
			int number = i;
			String name = setters.get(i).map(setter -> setter.number().isPresent() ? adapter(number) : handles.setter(number)).orElse("NULL");
			out.line("    %s%s", name, i + 1 < setters.size() ? "," : "");
		}
		out.line("};").line();
	}

	private String adapter(int number) {
		return Text.of("take_%s", handles.setter(number));
	}

	private void adapter(SourceText out, int number, DataTag tag) {
		String value = Text.of("mw_%s_number(octets, length)", tag != DataTag.ENUM && tag.signed() ? "signed" : "unsigned");
		String typed = tag == DataTag.BOOLEAN ? Text.of("%s != 0U", value) : Text.of("(%s)%s", type(tag), value);
		out.line("static uint8_t %s(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)", adapter(number)).line("{")
				.line("    return mw_is_number(octets, length, %dU) ? %s(object, attribute, %s) : MW_TYPE_UNMATCHED;", tag.code(), handles.setter(number), typed).line("}").line();
	}

	/** Writes definitions for the host program, which remembers what is written. */
	void ofHost(SourceText out) {
		each((number, setter) -> {
			String call = setter.number().map(tag -> Text.of("mw_host_take(object, attribute, %dU, (int64_t)number)", tag.code()))
					.orElse("mw_port_write(object, attribute, written, length)");
			out.line("%s { return %s; }", head(number, setter).replace("*octets", "*written").replace(" value)", " number)"), call);
		});
	}
}
