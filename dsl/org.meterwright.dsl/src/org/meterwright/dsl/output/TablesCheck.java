// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.rules.Finding;

/** Says what firmware tables cannot hold as a finding at a place of the text. Rules cannot know it: it depends on how the tables are laid out. */
public final class TablesCheck {
	private static final String RULE = "MW-LANG-094";

	private TablesCheck() {
	}

	/** Makes the finding of why tables cannot hold a meter: on the element that is to blame, or else on the meter. */
	public static Finding finding(CompiledMeter meter, FirmwareException why) {
		Element about = why.about().filter(element -> place(element).isPresent()).orElse(meter.model());
		Origin place = place(about).orElse(new Origin("", 1, 0, 0, "written"));
		return Finding.of(LanguageRules.language().find(RULE).orElseThrow(), place, about, 0, "tables cannot hold this: %s".formatted(why.getMessage()));
	}

	private static Optional<Origin> place(Element element) {
		List<Origin> origins = element.getOrigins();
		return origins.stream().filter(origin -> !origin.file().startsWith(LibraryFiles.PREFIX) && !origin.file().isEmpty()).findFirst();
	}
}
