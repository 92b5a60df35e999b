// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.work.SideBySide;

/**
 * What lies where in NVM.
 *
 * @param members attributes by offset
 * @param octets  size of all
 */
public record NvmMap(List<Member> members, int octets) {

	/**
	 * An attribute in NVM.
	 *
	 * @param key    device, class, version, logical name and attribute: the same in every model
	 * @param name   what the designer calls it
	 * @param type   its type in words
	 * @param form   how it lies there
	 * @param offset first octet
	 * @param value  first value
	 */
	public record Member(String key, String name, String type, NativeForm form, int offset, Value value) {
	}

	/** Copies the members. */
	public NvmMap {
		members = List.copyOf(members);
	}

	/** Makes the map of a layout. */
	public static NvmMap of(TableLayout layout) {
		return new NvmMap(SideBySide.map(layout.nvm().places(), place -> members(layout, place)).stream().flatMap(List::stream).toList(), layout.nvm().size());
	}

	private static List<Member> members(TableLayout layout, Region.Place place) {
		List<Member> members = new ArrayList<>(place.storage().members().size());
		CosemObject object = place.object().object();
		String tag = layout.order().tag(object);
		String label = layout.label(place.object().number());
		for (ObjectStorage.Member member : place.storage().members()) {
			Attribute attribute = CosemObjects.attribute(object, member.attribute()).orElseThrow();
			String type = attribute.getType() == null ? "any" : TypeNotation.brief(attribute.getType());
			String key = new StringBuilder(tag.length() + 5).append(tag).append("_a").append(member.attribute()).toString();
			members.add(new Member(key, label.concat(".").concat(attribute.getDefinition().getName()), type, member.form(), place.offset() + member.offset(), member.value()));
		}
		return members;
	}

	/** Returns a number for the layout: another one when a member lies elsewhere or otherwise, the same when first values alone differ. */
	public long id() {
		CRC32 sum = new CRC32();
		StringBuilder line = new StringBuilder(100);
		for (Member member : members) {
			sum.update(line.append(member.key()).append(' ').append(member.offset()).append(' ').append(NativeForms.program(member.form())).append('\n').toString().getBytes(StandardCharsets.UTF_8));
			line.setLength(0);
		}
		return sum.getValue();
	}
}
