// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.ui.IActionBars;

/** Gives whoever has no mouse what is in a view's tool bar: each of its actions also stands in the view's menu, which Ctrl+F10 opens. */
public final class KeysMenu {
	private KeysMenu() {
	}

	/** Adds to the menu what only the tool bar has. */
	public static void complete(IActionBars bars) {
		Set<String> there = texts(bars.getMenuManager());
		for (IContributionItem item : bars.getToolBarManager().getItems()) {
			if (item instanceof ActionContributionItem action && there.add(action.getAction().getText())) {
				bars.getMenuManager().add(action.getAction());
			}
		}
	}

	private static Set<String> texts(IContributionManager menu) {
		Set<String> texts = new HashSet<>();
		Arrays.stream(menu.getItems()).filter(ActionContributionItem.class::isInstance).forEach(item -> texts.add(((ActionContributionItem) item).getAction().getText()));
		return texts;
	}
}
