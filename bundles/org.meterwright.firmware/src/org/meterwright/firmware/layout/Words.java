// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ValueWords;

/** Values in words, short enough for a comment. */
public final class Words {
	private static final int MOST = 80;
	private static final ValueWords ALONE = ValueWords.alone();

	private Words() {
	}

	/** Says the value of an attribute; a long text is cut. */
	public static String of(Attribute attribute, Value value) {
		String text = ALONE.text(attribute, value);
		return text.length() <= MOST ? text : Text.of("%s ...", text.substring(0, MOST).stripTrailing());
	}
}
