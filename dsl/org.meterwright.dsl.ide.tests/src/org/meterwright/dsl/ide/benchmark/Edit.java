// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What people do to a text. Each has a way back, which is an edit too. */
enum Edit {
	/** Another number, which takes effect. */
	VALUE("another value", "(?<=profile_entries = )\\d+", "6$0", "$0"),
	/** A longer text. */
	TYPE("another type", "(?<=visible-string\\(0\\.\\.)\\d+", "1$0", "$0"),
	/** What is lost when power fails. */
	STORAGE("another storage", "(?<=value: double-long-unsigned in )nvm(?=\\s+scaler_unit = 10\\^0 varh)", "ram", "$0"),
	/** Another power of ten, in which a value counts. */
	SCALER("another scaler", "(?<=scaler_unit = 10\\^)0(?= varh)", "3", "$0"),
	/** One object more, then gone again. */
	OBJECT("an object more or less", "(?<=\\n)(?=  f\\d+Import: )", "  extraObject: Data 0-0:96.130.0*255 { value: unsigned = 1 in nvm }\n", ""),
	/** A profile captures something more, then no longer. */
	COLUMN("a column more or less", "(?<=capture logTime\\.value, )(?=f\\d+Import\\.)", "clock.time, ", ""),
	/** A declaration with another name, which leaves every use without meaning, and back. */
	NAME("another name", "(?<=\\n  )f\\d+Import(?=: )", "$0More", "$0"),
	/** A line that is being written. */
	BROKEN("a broken line", "(?<=\\n)(?=  // ---- demand)", "  unfinished: Register 1-0:\n", ""),
	/** A word in a remark. */
	REMARK("a remark", "(?<=// ---- )instantaneous", "$0, as measured", "$0");

	private final String label;
	private final Pattern place;
	private final String change;
	private final String back;

	Edit(String label, String place, String change, String back) {
		this.label = label;
		this.place = Pattern.compile(place);
		this.change = change;
		this.back = back;
	}

	/** Returns what the edit does, in words. */
	String label() {
		return label;
	}

	/** Returns what the way back does, in words. */
	String backLabel() {
		return this == BROKEN ? "its repair" : label;
	}

	/** A text before and after. */
	record Step(String changed, String restored) {
	}

	/** Edits a text in one of the places where that is possible. */
	Step on(String text, Random random) {
		var places = place.matcher(text).results().toList();
		MatchResult at = places.get(random.nextInt(places.size()));
		String start = text.substring(0, at.start());
		String end = text.substring(at.end());
		return new Step(start + change.replace("$0", at.group()) + end, start + back.replace("$0", at.group()) + end);
	}
}
