// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** What the host program knows of a meter: first answers for the firmware's functions, and a log memory. */
final class HostSource {
	private final TableLayout layout;
	private final Handles handles;
	private final GoldenOctets octets = new GoldenOctets("octets");

	HostSource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	OctetText text() {
		GoldenTable values = values();
		OctetText out = new OctetText().add(head());
		if (!octets.isEmpty()) {
			out.add(octets.names()).add(octets.array());
		}
		return out.add(values.definition()).add(functions(values));
	}

	private String head() {
		return SourceText.ofC("The meter on a computer", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_handlers.h\"", handles.prefix()).line("#include \"mw_host.h\"").line("#include \"mw_port.h\"").line().line("#include <string.h>").line().toString();
	}

	private String functions(GoldenTable values) {
		SourceText out = new SourceText().line("const mw_host_meter_t mw_host_meter = { &%s_meter, %s, %s, %s };", handles.prefix(), values.address(),
				octets.isEmpty() ? "NULL" : "octets", values.size());
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("uint8_t %s(uint16_t object, uint8_t attribute, mw_piece_t *piece) { return mw_host_answer(object, attribute, piece); }", handles.handler(i));
		}
		new SetterText(layout, handles).ofHost(out);
		log(out);
		return out.toString();
	}

	/** Lists what attributes behind functions answer until something else is put there: the model's value, else the zero of their type. */
	private GoldenTable values() {
		GoldenTable table = new GoldenTable("value", "mw_host_value_t");
		for (LaidObject object : layout.objects()) {
			for (int i = 0; i < object.descriptors().size(); i++) {
				if (object.descriptors().get(i) instanceof Descriptor.Call) {
					Bytes encoding = value(CosemObjects.attribute(object.object(), i + 2).orElseThrow());
					table.row(octets.add(Text.of("v_%d_%d", object.number(), i + 2), encoding), object.number(), i + 2);
				}
			}
		}
		return table;
	}

	private static Bytes value(Attribute attribute) {
		return Axdr.encode(CosemObjects.value(attribute).orElseGet(() -> Zero.of(attribute.getType() == null ? new DataType.Any() : attribute.getType())));
	}

	private void log(SourceText out) {
		if (layout.logSize() > 0) {
			String prefix = handles.prefix();
			out.line().line("static uint8_t log_memory[%s_LOG_OCTETS];", handles.macroPrefix()).line()
					.line(Text.of("bool %s_log_read(uint32_t at, uint8_t *out, uint32_t length)", prefix)).line("{").line("    (void)memcpy(out, &log_memory[at], length);")
					.line("    return true;").line("}").line().line(Text.of("bool %s_log_write(uint32_t at, const uint8_t *octets_, uint32_t length)", prefix)).line("{")
					.line("    (void)memcpy(&log_memory[at], octets_, length);").line("    mw_host_save_log();").line("    return true;").line("}");
		}
	}
}
