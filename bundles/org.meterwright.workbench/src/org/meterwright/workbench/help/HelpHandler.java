// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.help;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.meterwright.workbench.text.language.FindingMarkers;

/** Opens the documentation; where a finding is selected, at its rule. */
public final class HelpHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		try {
			if (HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(HelpView.ID) instanceof HelpView view) {
				rule(event).ifPresent(rule -> view.open("rules.md#%s".formatted(rule.toLowerCase(Locale.ROOT))));
			}
			return null;
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}

	private static Optional<String> rule(ExecutionEvent event) {
		if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection && !selection.isEmpty()) {
			return Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IMarker.class)).map(marker -> marker.getAttribute(FindingMarkers.RULE, ""))
					.filter(rule -> !rule.isEmpty());
		}
		return Optional.empty();
	}
}
