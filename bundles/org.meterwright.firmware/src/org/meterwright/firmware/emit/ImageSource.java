// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.NativeForm;
import org.meterwright.firmware.layout.ObjectStorage;
import org.meterwright.firmware.layout.Region;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;
import org.meterwright.firmware.layout.Words;

/** The file with the image of NVM as it leaves the factory, for production tools. Firmware that restores first values itself does not need it. */
final class ImageSource {
	private final TableLayout layout;
	private final Handles handles;
	/** Words of first values that are not zero, by object and attribute: the layout has said them already. */
	private final Map<Key, String> words = new HashMap<>();

	private record Key(int object, int attribute) {
	}

	ImageSource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
		layout.firsts().forEach(first -> words.put(new Key(first.object(), first.attribute()), first.words()));
	}

	String text() {
		SourceText out = SourceText.ofC("Image of NVM", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix()).line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"mw_nvm.h\"").line().line("#include <math.h>").line()
				.line("#ifndef %s_NVM_IMAGE", handles.macroPrefix()).line("#define %s_NVM_IMAGE", handles.macroPrefix()).line("#endif").line()
				.line("extern const %s_nvm_t %s_nvm_image;", handles.prefix(), handles.prefix()).line();
		image(out, layout.nvm());
		out.line().line("/* What a production tool stores beside it. */").line("extern const mw_nvm_seal_t %s_nvm_image_seal;", handles.prefix())
				.line("%s_NVM_IMAGE const mw_nvm_seal_t %s_nvm_image_seal = { MW_NVM_MAGIC, %s_NVM_LAYOUT, (uint32_t)sizeof(%s_nvm_t), %s_NVM_DEFAULTS };", handles.macroPrefix(),
						handles.prefix(), handles.macroPrefix(), handles.prefix(), handles.macroPrefix());
		return out.toString();
	}

	private void image(SourceText out, Region region) {
		out.line("%s_NVM_IMAGE const %s_nvm_t %s_nvm_image = {", handles.macroPrefix(), handles.prefix(), handles.prefix());
		int end = 0;
		List<Region.Place> places = region.places();
		for (int i = 0; i < places.size(); i++) {
			Region.Place place = places.get(i);
			if (NativeForm.align(end, place.storage().alignment()) != place.offset()) {
				out.line("    { 0U },");
			}
			out.line("    { %s }%s /* %s */", initial(place.storage()), i + 1 < places.size() ? "," : "",
					CNames.comment(label(place)));
			end = place.offset() + place.storage().size();
		}
		out.line("};");
	}

	/** Names an object, and says its first values. */
	private String label(Region.Place place) {
		CosemObject object = place.object().object();
		return Text.of("%s %s: %s", object.getName(), object.getLogicalName(), place.storage().members().stream().map(member -> words(place.object(), member)).collect(Collectors.joining("; ")));
	}

	private String words(LaidObject object, ObjectStorage.Member member) {
		String known = words.get(new Key(object.number(), member.attribute()));
		return known != null ? known : CosemObjects.attribute(object.object(), member.attribute()).map(each -> Words.of(each, member.value())).orElse("");
	}

	private static String initial(ObjectStorage storage) {
		List<String> texts = storage.members().stream().map(member -> NativeText.initial(member.form(), member.value())).filter(text -> !text.isEmpty()).toList();
		return String.join(", ", texts);
	}
}
