// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.layout.NativeForm;
import org.meterwright.firmware.layout.ObjectStorage;
import org.meterwright.firmware.layout.Region;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** The file with both memories and the images of their first values; an image of zeros is not stored. */
final class DefaultsSource {
	private final TableLayout layout;
	private final Handles handles;

	DefaultsSource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	/** Tells whether the first values of a memory are all zero. */
	static boolean isZero(Region region) {
		return region.places().stream().flatMap(place -> place.storage().members().stream()).allMatch(member -> NativeText.isZero(member.form(), member.value()));
	}

	String text() {
		SourceText out = SourceText.ofC("Memories and their first values", layout.meter().getName()).line("#include \"%s_memory.h\"", handles.prefix()).line()
				.line("#include <math.h>").line("#include <string.h>").line();
		for (String section : List.of("RAM", "NVM", "DEFAULTS")) {
			out.line("#ifndef %s_%s", handles.macroPrefix(), section).line("#define %s_%s", handles.macroPrefix(), section).line("#endif");
		}
		out.line();
		memory(out, "ram", layout.ram());
		memory(out, "nvm", layout.nvm());
		restore(out, "ram", layout.ram());
		out.line();
		restore(out, "nvm", layout.nvm());
		return out.toString();
	}

	private void memory(SourceText out, String memory, Region region) {
		if (region.size() == 0) {
			return;
		}
		String name = Text.of("%s_%s", handles.prefix(), memory);
		out.line("%s_%s %s_t %s;", handles.macroPrefix(), CNames.macro(memory), name, name).line();
		if (!isZero(region)) {
			image(out, name, region);
		}
	}

	private void image(SourceText out, String name, Region region) {
		out.line("%s_DEFAULTS static const %s_t %s_first = {", handles.macroPrefix(), name, name);
		int end = 0;
		List<Region.Place> places = region.places().stream().filter(place -> place.storage().size() > 0).toList();
		for (int i = 0; i < places.size(); i++) {
			Region.Place place = places.get(i);
			if (NativeForm.align(end, place.storage().alignment()) != place.offset()) {
				out.line("    { 0U },");
			}
			out.line("    { %s }%s /* %s */", initial(place.storage()), i + 1 < places.size() ? "," : "",
					CNames.comment(Text.of("%s %s", place.object().object().getName(), place.object().object().getLogicalName())));
			end = place.offset() + place.storage().size();
		}
		out.line("};").line();
	}

	private static String initial(ObjectStorage storage) {
		List<String> texts = storage.members().stream().map(member -> NativeText.initial(member.form(), member.value())).filter(text -> !text.isEmpty()).toList();
		return String.join(", ", texts);
	}

	private void restore(SourceText out, String memory, Region region) {
		String name = Text.of("%s_%s", handles.prefix(), memory);
		out.line("void %s_restore_%s(void)", handles.prefix(), memory).line("{");
		if (region.size() > 0) {
			out.line(isZero(region) ? "    (void)memset(&%s, 0, sizeof %s);" : "    (void)memcpy(&%s, &%s_first, sizeof %s);",
					isZero(region) ? new Object[] {name, name} : new Object[] {name, name, name});
		}
		out.line("}");
	}
}
