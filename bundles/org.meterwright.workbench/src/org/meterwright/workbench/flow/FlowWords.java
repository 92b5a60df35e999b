// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.flow;

import org.meterwright.views.flow.FlowNode;

/** Says a node of the drawing in words. */
final class FlowWords {
	private FlowWords() {
	}

	static String of(FlowNode node) {
		String what = "%s %s%s".formatted(node.kind().word(), node.label(), node.detail().isEmpty() ? "" : " (%s)".formatted(node.detail()));
		return node.isBroken() ? "%s \u2014 %s".formatted(what, String.join("; ", node.problems())) : what;
	}
}
