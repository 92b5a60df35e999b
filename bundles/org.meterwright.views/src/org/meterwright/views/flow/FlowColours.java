// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.flow;

/** The colours of a drawing, as 24 bits red, green, blue: one for each kind, on screen and on paper. */
public final class FlowColours {
	/** Where a chain breaks. */
	public static final int BROKEN = 0xC43C3C;

	private FlowColours() {
	}

	/** Returns the colour of a kind. */
	public static int of(FlowNode.Kind kind) {
		return switch (kind) {
			case EVENT -> 0xC9761A;
			case SCHEDULE -> 0x8A6D1B;
			case CONDITION -> 0x9A5CB4;
			case LOG -> 0x5C6F82;
			case SCRIPT -> 0x00757F;
			case PUSH -> 0x2E8B57;
			case ALERT -> 0xB4436C;
			case DESTINATION -> 0x2F6FB3;
		};
	}
}
