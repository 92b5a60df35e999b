// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.firmware.layout.NativeForm;
import org.meterwright.firmware.layout.ObjectStorage;
import org.meterwright.firmware.layout.Region;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** The header with the typed structs of both memories, a type or an object a line; each offset is checked when it is compiled. */
final class MemoryHeader {
	private final TableLayout layout;
	private final Handles handles;

	MemoryHeader(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	OctetText text() {
		SourceText out = SourceText.ofC("RAM and NVM", layout.meter().getName()).open(Text.of("%s_MEMORY_H", handles.macroPrefix()))
				.line("#include \"mw_tables.h\"").line().openC();
		handles.storageTypes().forEach((name, shape) -> type(out, name, shape));
		region(out, "ram", layout.ram());
		region(out, "nvm", layout.nvm());
		out.line("/* Set a memory to the first values of the model. */").line("void %s_restore_ram(void);", handles.prefix())
				.line("void %s_restore_nvm(void);", handles.prefix());
		return out.close().octets();
	}

	private void type(SourceText out, String name, ObjectStorage.Shape shape) {
		List<String> members = new ArrayList<>();
		List<String> checks = new ArrayList<>();
		for (ObjectStorage.Field field : shape.fields()) {
			members.addAll(NativeText.declare(field.name(), field.form()));
			if (field.form().size() > 0) {
				checks.add(Text.of("(offsetof(%s, %s) == %dU)", name, field.name(), field.offset()));
			}
		}
		if (shape.size() == 0) {
			members.add("uint8_t nothing;");
		}
		checks.add(Text.of("(sizeof(%s) == %dU)", name, Math.max(1, shape.size())));
		out.line("typedef struct { %s } %s; MW_CHECK(check_%s, %s);", String.join(" ", members), name, name, String.join(" && ", checks));
	}

	private void region(SourceText out, String memory, Region region) {
		if (region.size() == 0) {
			return;
		}
		String type = Text.of("%s_%s_t", handles.prefix(), memory);
		out.line();
		out.line("typedef struct {");
		int end = 0;
		for (Region.Place place : region.places()) {
			if (place.storage().size() == 0) {
				continue;
			}
			int natural = NativeForm.align(end, place.storage().alignment());
			if (natural != place.offset()) {
				out.line("    uint8_t before_%s[%d];", handles.member(place.object().number()), place.offset() - end);
			}
			out.line("    %s %s; /* %s */", handles.storageType(place), handles.member(place.object().number()),
					place.object().object().getLogicalName());
			end = place.offset() + place.storage().size();
		}
		out.line("} %s;", type);
		out.line().line("extern %s %s_%s;", type, handles.prefix(), memory).line();
	}
}
