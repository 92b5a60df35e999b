// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.finding;

import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMarkerResolution2;
import org.meterwright.rules.Rule;
import org.meterwright.workbench.text.Icons;

/** Shows why a rule matters, the clause that it comes from, and a bad and a good example. */
final class ExplainResolution implements IMarkerResolution2 {
	private final Rule rule;

	ExplainResolution(Rule rule) {
		this.rule = rule;
	}

	@Override
	public String getLabel() {
		return "Explain %s".formatted(rule.id());
	}

	@Override
	public String getDescription() {
		return rule.explain();
	}

	@Override
	public Image getImage() {
		return Icons.get("companion");
	}

	@Override
	public void run(IMarker marker) {
		Display.getDefault().asyncExec(() -> new RuleDialog(Display.getDefault().getActiveShell(), rule).open());
	}
}
