// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.intake;

import java.util.List;

/** What a meter's text can be made of. */
public enum IntakeFormat {
	/** What a meter shows in its associations. */
	OBJECT_LISTS("Object lists of a meter", "Attribute 2 of each Association LN object of one meter: hexadecimal text or binary, a file for each association.", true,
			"*.hex;*.bin;*.axdr;*.txt"),
	/** Files of the Gurux tools. */
	GURUX("Gurux object XML or device file", "Object XML of the Gurux libraries and simulator, or a device file of GXDLMSDirector. Keys and passwords in it are never taken over.", false,
			"*.xml;*.gxc"),
	/** A spreadsheet. */
	TABLE("Table (CSV or Excel)", "A row for each attribute, a column for each association, known by their headings: class_id, version, logical_name, attribute, type, value, name.", false,
			"*.csv;*.xlsx;*.tsv"),
	/** A model that this program saved. */
	MODEL("COSEM model (XMI)", "A model that was saved with --model: its text, with everything that was derived left out again.", false, "*.xmi");

	private final String label;
	private final String description;
	private final boolean several;
	private final String extensions;

	IntakeFormat(String label, String description, boolean several, String extensions) {
		this.label = label;
		this.description = description;
		this.several = several;
		this.extensions = extensions;
	}

	/** Returns a few words for users. */
	public String label() {
		return label;
	}

	/** Returns a sentence for users. */
	public String description() {
		return description;
	}

	/** Tells whether one meter may come in several files. */
	public boolean several() {
		return several;
	}

	/** Returns what such files are usually called, as a file dialog wants it. */
	public List<String> extensions() {
		return List.of(extensions, "*");
	}
}
