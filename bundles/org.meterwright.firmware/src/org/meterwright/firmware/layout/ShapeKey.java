// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.List;

import org.meterwright.firmware.emit.CNames;

/**
 * What makes objects share a shape.
 *
 * @param type         name of the class in C
 * @param descriptors  of attributes 2 and up
 * @param ramSize      octets in RAM
 * @param ramAlignment alignment there
 * @param nvmSize      octets in NVM
 * @param nvmAlignment alignment there
 */
record ShapeKey(String type, List<Descriptor> descriptors, int ramSize, int ramAlignment, int nvmSize, int nvmAlignment) {
	private static final int MOST_STRIDE = 0xFE;
	private static final int MOST_PAIRED_STRIDE = 0xFFFF;

	static ShapeKey of(LaidObject object) {
		return new ShapeKey(String.valueOf(object.object().getInterfaceClass().getName()), object.descriptors(), object.ram().size(), object.ram().alignment(),
				object.nvm().size(), object.nvm().alignment());
	}

	boolean isPaired() {
		return ramSize > 0 && nvmSize > 0;
	}

	/** Tells whether the storage of several objects can stand in one run. */
	boolean canRepeat() {
		int most = isPaired() ? MOST_PAIRED_STRIDE : MOST_STRIDE;
		return ramSize <= most && nvmSize <= most;
	}

	/** Returns the distance of neighbours in their only memory. */
	int stride() {
		return canRepeat() ? Math.max(ramSize, nvmSize) : 0;
	}

	/** Names the shape by its class and by what it holds. */
	String name() {
		StringBuilder content = new StringBuilder();
		descriptors.forEach(descriptor -> content.append(content(descriptor)).append(';'));
		content.append(ramSize).append(' ').append(ramAlignment).append(' ').append(nvmSize).append(' ').append(nvmAlignment);
		return Text.of("%s_%s", CNames.member(type), ContentNames.digits(content.toString()));
	}

	private static String content(Descriptor descriptor) {
		return switch (descriptor) {
			case Descriptor.Absent absent -> "-";
			case Descriptor.Rom rom -> Text.of("rom %s", rom.encoding());
			case Descriptor.Call call -> Text.of("call %s", call.handler());
			case Descriptor.References references -> references.name();
			case Descriptor.ObjectList list -> Text.of("object_list %d", list.association());
			case Descriptor.Native stored -> Text.of("%s %s %d", stored.memory(), stored.tag(), stored.offset());
			case Descriptor.Buffer buffer -> Text.of("buffer %s", buffer.row().name());
			case Descriptor.Formed formed -> Text.of("%s %s %d", formed.memory(), formed.program(), formed.offset());
		};
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ShapeKey key && ramSize == key.ramSize && ramAlignment == key.ramAlignment && nvmSize == key.nvmSize && nvmAlignment == key.nvmAlignment
				&& type.equals(key.type) && descriptors.equals(key.descriptors);
	}

	@Override
	public int hashCode() {
		return (type.hashCode() * 31 + descriptors.hashCode()) * 31 + ramSize + nvmSize;
	}
}
