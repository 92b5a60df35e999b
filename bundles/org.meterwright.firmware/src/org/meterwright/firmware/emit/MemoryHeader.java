// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Map;

import org.meterwright.firmware.layout.NativeForm;
import org.meterwright.firmware.layout.ObjectStorage;
import org.meterwright.firmware.layout.Region;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** The header with the typed structs of both memories; each offset is checked when it is compiled. */
final class MemoryHeader {
	private final TableLayout layout;
	private final Handles handles;
	private int checks;

	MemoryHeader(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	String text() {
		SourceText out = SourceText.ofC("RAM and NVM", layout.meter().getName()).open(Text.of("%s_MEMORY_H", handles.macroPrefix()))
				.line("#include \"mw_tables.h\"").line().openC();
		for (Map.Entry<ObjectStorage.Shape, String> type : handles.storageTypes().entrySet()) {
			type(out, type.getValue(), type.getKey());
		}
		region(out, "ram", layout.ram());
		region(out, "nvm", layout.nvm());
		out.line("/* Set a memory to the first values of the model. */").line("void %s_restore_ram(void);", handles.prefix())
				.line("void %s_restore_nvm(void);", handles.prefix());
		return out.close().toString();
	}

	private void type(SourceText out, String name, ObjectStorage.Shape shape) {
		out.line("typedef struct {");
		for (ObjectStorage.Field field : shape.fields()) {
			NativeText.declare(field.name(), field.form()).forEach(line -> out.line("    %s", line));
		}
		if (shape.size() == 0) {
			out.line("    uint8_t nothing;");
		}
		out.line("} %s;", name);
		for (ObjectStorage.Field field : shape.fields()) {
			if (field.form().size() > 0) {
				check(out, Text.of("offsetof(%s, %s) == %dU", name, field.name(), field.offset()));
			}
		}
		check(out, Text.of("sizeof(%s) == %dU", name, Math.max(1, shape.size())));
		out.line();
	}

	private void check(SourceText out, String condition) {
		out.line("MW_CHECK(%s_check_%d, %s);", handles.prefix(), ++checks, condition);
	}

	private void region(SourceText out, String memory, Region region) {
		if (region.size() == 0) {
			return;
		}
		String type = Text.of("%s_%s_t", handles.prefix(), memory);
		out.line("typedef struct {");
		int end = 0;
		for (Region.Place place : region.places()) {
			if (place.storage().size() == 0) {
				continue;
			}
			int natural = NativeForm.align(end, place.storage().alignment());
			if (natural != place.offset()) {
				out.line("    uint8_t reserved_%d[%d];", place.offset(), place.offset() - end);
			}
			out.line("    %s %s; /* %s @ %d */", handles.storageTypes().get(place.storage().shape()), handles.member(place.object().number()),
					place.object().object().getLogicalName(), place.offset());
			end = place.offset() + place.storage().size();
		}
		out.line("} %s;", type);
		region.places().stream().filter(place -> place.storage().size() > 0)
				.forEach(place -> check(out, Text.of("offsetof(%s, %s) == %dU", type, handles.member(place.object().number()), place.offset())));
		check(out, Text.of("sizeof(%s) == %dU", type, region.size()));
		out.line().line("extern %s %s_%s;", type, handles.prefix(), memory).line();
	}
}
