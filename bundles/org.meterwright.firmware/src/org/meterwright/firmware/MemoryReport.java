// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.List;

/**
 * What the tables take, in octets on a 32-bit target, computed from the layout. Of the access code, what its behaviour remembers in RAM is said
 * beside it, all of its features switched on; its code is not counted.
 *
 * @param sections what each table takes
 * @param objects  what each object would take by itself, shared by none: no other object changes it
 * @param classes  what the objects of each class take, what they share among them counted once
 */
public record MemoryReport(List<Section> sections, List<Use> objects, List<Use> classes) {
	/** Kind of memory. */
	public enum Kind {
		/** Constant tables in flash. */
		FLASH,
		/** Volatile values. */
		RAM,
		/** Non-volatile values. */
		NVM,
		/** Buffers of profiles. */
		LOG,
		/** What the runtime's behaviour remembers in RAM, beside the values. */
		RUNTIME
	}

	/** A table: rows and octets. */
	public record Section(String name, Kind kind, int rows, long octets) {
	}

	/** What an object or a class takes. */
	public record Use(String name, String logicalName, int objects, long flash, long ram, long nvm) {
	}

	/** Copies the lists. */
	public MemoryReport {
		sections = List.copyOf(sections);
		objects = List.copyOf(objects);
		classes = List.copyOf(classes);
	}

	private long total(Kind kind) {
		return sections.stream().filter(section -> section.kind() == kind).mapToLong(Section::octets).sum();
	}

	/** Returns the octets of the constant tables. */
	public long flash() {
		return total(Kind.FLASH);
	}

	/** Returns the octets of volatile values. */
	public long ram() {
		return total(Kind.RAM);
	}

	/** Returns the octets of non-volatile values. */
	public long nvm() {
		return total(Kind.NVM);
	}

	/** Returns the octets of RAM that the runtime's behaviour takes beside the values. */
	public long runtime() {
		return total(Kind.RUNTIME);
	}

	/** Returns the octets of the buffers of profiles. */
	public long log() {
		return total(Kind.LOG);
	}
}
