// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.window.Window;
import org.eclipse.nebula.widgets.nattable.copy.command.CopyDataToClipboardCommand;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** What can be done in the object explorer, in its menu, tool bar and by keys. */
final class ObjectActions {
	private final ObjectsView view;
	private final ObjectEdits edits;

	ObjectActions(ObjectsView view, ObjectEdits edits) {
		this.view = view;
		this.edits = edits;
	}

	void contributeTo(IActionBars bars) {
		bars.setGlobalActionHandler(ActionFactory.PASTE.getId(), action("Paste", edits::paste));
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action("Copy", this::copy));
		bars.setGlobalActionHandler(ActionFactory.FIND.getId(), action("Find", view::find));
		bars.getToolBarManager().add(group());
		bars.getToolBarManager().add(columns());
		bars.getMenuManager().add(columns());
		bars.updateActionBars();
	}

	private void copy() {
		view.table().control().doCommand(new CopyDataToClipboardCommand("\t", "\n", view.table().control().getConfigRegistry()));
	}

	MenuManager menu() {
		MenuManager menu = new MenuManager("Objects", "org.meterwright.workbench.objects.menu");
		menu.add(action("Go to Text\tEnter", view::openText));
		menu.add(action("Edit Value\tF2", () -> view.table().focus().ifPresent(edits::begin)));
		menu.add(action("Fill Down\tCtrl+D", edits::fillDown));
		menu.add(new Separator());
		menu.add(action("Copy\tCtrl+C", this::copy));
		menu.add(action("Paste\tCtrl+V", edits::paste));
		menu.add(new Separator());
		menu.add(columns());
		menu.add(new Separator("additions"));
		return menu;
	}

	private Action columns() {
		Action columns = action("Columns...", this::chooseColumns);
		columns.setToolTipText("Choose the columns of the table");
		columns.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("org.meterwright.workbench", "icons/columns.svg").orElse(null));
		return columns;
	}

	private Action group() {
		Action group = new Action("Group by Area", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				view.group(isChecked());
			}
		};
		group.setToolTipText("Group objects by medium, billing periods and profiles");
		group.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("org.meterwright.workbench.text", "icons/group.svg").orElse(null));
		return group;
	}

	private void chooseColumns() {
		ColumnsDialog dialog = new ColumnsDialog(view.getSite().getShell(), view.model(), ChosenColumns.ids());
		if (dialog.open() == Window.OK) {
			List<String> chosen = dialog.chosen();
			view.chooseColumns(chosen);
		}
	}

	private static Action action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}
}
