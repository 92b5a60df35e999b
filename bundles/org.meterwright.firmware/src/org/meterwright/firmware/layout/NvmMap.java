// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;

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
		List<Member> members = new ArrayList<>();
		for (Region.Place place : layout.nvm().places()) {
			for (ObjectStorage.Member member : place.storage().members()) {
				Attribute attribute = CosemObjects.attribute(place.object().object(), member.attribute()).orElseThrow();
				String type = attribute.getType() == null ? "any" : TypeNotation.brief(attribute.getType());
				members.add(new Member(Text.of("%s_a%d", layout.order().tag(place.object().object()), member.attribute()),
						Text.of("%s.%s", layout.label(place.object().number()), attribute.getDefinition().getName()), type, member.form(), place.offset() + member.offset(),
						member.value()));
			}
		}
		return new NvmMap(members, layout.nvm().size());
	}

	/** Returns a number for the layout: another one when a member lies elsewhere or otherwise, the same when first values alone differ. */
	public long id() {
		CRC32 sum = new CRC32();
		for (Member member : members) {
			sum.update(Text.of("%s %d %s\n", member.key(), member.offset(), NativeForms.program(member.form())).getBytes(StandardCharsets.UTF_8));
		}
		return sum.getValue();
	}
}
