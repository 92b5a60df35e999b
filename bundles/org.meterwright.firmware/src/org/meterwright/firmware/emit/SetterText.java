// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.meterwright.cosem.value.DataTag;
import org.meterwright.firmware.layout.Setters;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** Functions that take what clients write, in C: prototypes, first versions, and the function that leads to them. */
final class SetterText {
	private final List<Optional<Setters.Setter>> setters;
	private final TableLayout layout;
	private final Handles handles;

	SetterText(TableLayout layout, Handles handles) {
		this.setters = layout.setters();
		this.layout = layout;
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

	/** Writes the function that leads from a handler's row to its setter, with numbers out of their encoding. */
	void dispatch(SourceText out) {
		if (isEmpty()) {
			return;
		}
		out.line("static uint8_t %s_setter(uint16_t handler, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)", handles.prefix()).line("{")
				.line("    uint8_t result = MW_NO_SETTER;").line().line("    switch (handler) {");
		each((number, setter) -> {
			out.line("    case %s_%s:", handles.prefix(), layout.handlerName(setter.handler())).line("        result = %s;", call(number, setter)).line("        break;");
		});
		out.line("    default:").line("        break; /* no client writes there */").line("    }").line("    return result;").line("}").line();
	}

	private String call(int number, Setters.Setter setter) {
		return setter.number().map(tag -> Text.of("mw_is_number(octets, length, %dU) ? %s(object, attribute, %s) : MW_TYPE_UNMATCHED", tag.code(), handles.setter(number), typed(tag)))
				.orElse(Text.of("%s(object, attribute, octets, length)", handles.setter(number)));
	}

	private static String typed(DataTag tag) {
		String value = Text.of("mw_%s_number(octets, length)", tag != DataTag.ENUM && tag.signed() ? "signed" : "unsigned");
		return tag == DataTag.BOOLEAN ? Text.of("%s != 0U", value) : Text.of("(%s)%s", type(tag), value);
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
