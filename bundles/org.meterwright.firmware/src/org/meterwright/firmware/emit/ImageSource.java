// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Arrays;
import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.NativeForm;
import org.meterwright.firmware.layout.ObjectStorage;
import org.meterwright.firmware.layout.Region;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Words;

/** The file with the image of NVM as it leaves the factory, for production tools. Firmware that restores first values itself does not need it. */
final class ImageSource {
	private final TableLayout layout;
	private final Handles handles;
	/** First values that are not zero, by object, which the layout has said in words already, and where each object's begin. */
	private final List<TableLayout.First> firsts;
	private final int[] begins;

	ImageSource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
		firsts = layout.firsts();
		begins = new int[layout.objects().size() + 1];
		firsts.forEach(first -> begins[first.object() + 1]++);
		Arrays.parallelPrefix(begins, Integer::sum);
	}

	OctetText text() {
		SourceText out = SourceText.ofC("Image of NVM", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix()).line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"mw_nvm.h\"").line().line("#include <math.h>").line()
				.line("#ifndef %s_NVM_IMAGE", handles.macroPrefix()).line("#define %s_NVM_IMAGE", handles.macroPrefix()).line("#endif").line()
				.line("extern const %s_nvm_t %s_nvm_image;", handles.prefix(), handles.prefix()).line();
		image(out, layout.nvm());
		out.line().line("/* What a production tool stores beside it. */").line("extern const mw_nvm_seal_t %s_nvm_image_seal;", handles.prefix())
				.line("%s_NVM_IMAGE const mw_nvm_seal_t %s_nvm_image_seal = { MW_NVM_MAGIC, %s_NVM_LAYOUT, (uint32_t)sizeof(%s_nvm_t), %s_NVM_DEFAULTS };", handles.macroPrefix(),
						handles.prefix(), handles.macroPrefix(), handles.prefix(), handles.macroPrefix());
		return out.octets();
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
			out.line("    { %s }%s /* %s */", initial(place.storage()), i + 1 < places.size() ? "," : "", CNames.comment(label(place)));
			end = place.offset() + place.storage().size();
		}
		out.line("};");
	}

	/** Names an object, and says its first values. */
	private String label(Region.Place place) {
		CosemObject object = place.object().object();
		StringBuilder label = new StringBuilder(80).append(object.getName()).append(' ').append(object.getLogicalName()).append(':');
		String before = " ";
		for (ObjectStorage.Member member : place.storage().members()) {
			label.append(before).append(words(place.object(), member));
			before = "; ";
		}
		return label.toString();
	}

	private String words(LaidObject object, ObjectStorage.Member member) {
		for (int i = begins[object.number()]; i < begins[object.number() + 1]; i++) {
			if (firsts.get(i).attribute() == member.attribute()) {
				return firsts.get(i).words();
			}
		}
		return CosemObjects.attribute(object.object(), member.attribute()).map(each -> Words.of(each, member.value())).orElse("");
	}

	private static String initial(ObjectStorage storage) {
		StringBuilder texts = new StringBuilder();
		for (ObjectStorage.Member member : storage.members()) {
			String text = NativeText.initial(member.form(), member.value());
			if (!text.isEmpty()) {
				texts.append(texts.isEmpty() ? "" : ", ").append(text);
			}
		}
		return texts.toString();
	}
}
