// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.meterwright.dsl.ide.rename.Renaming;
import org.meterwright.workbench.text.history.EditHistory;

/** Renames what is named at the cursor in all files, after a look at what will change. */
public final class RenameHandler extends AbstractHandler {
	private static final String TITLE = "Rename";

	@Override
	public Object execute(ExecutionEvent event) {
		Selected.of(event).ifPresent(selected -> rename(HandlerUtil.getActiveShell(event), selected));
		return null;
	}

	private static void rename(Shell shell, Selected selected) {
		String file = selected.place().name();
		Optional<String> name = selected.ask(services -> services.renameable(file, selected.offset())
				.flatMap(place -> services.text(file).map(text -> text.substring(place.offset(), place.offset() + place.length()))));
		if (name.isEmpty()) {
			MessageDialog.openInformation(shell, TITLE, "There is no name at the cursor that could be changed. Names of the library stay as they are.");
			return;
		}
		InputDialog dialog = new InputDialog(shell, TITLE, "New name of %s:".formatted(name.get()), name.get(), null);
		if (dialog.open() == Window.OK && !dialog.getValue().equals(name.get())) {
			selected.ask(services -> Optional.of(services.rename(file, selected.offset(), dialog.getValue().strip()))).ifPresent(renaming -> apply(shell, selected, "Rename %s".formatted(name.get()), renaming));
		}
	}

	private static void apply(Shell shell, Selected selected, String label, Renaming renaming) {
		if (renaming.problem().isPresent()) {
			MessageDialog.openWarning(shell, TITLE, "This cannot be renamed: %s.".formatted(renaming.problem().get()));
		} else if (MessageDialog.openConfirm(shell, TITLE, preview(renaming))) {
			List<String> refused = EditHistory.make(label, selected.place().language(), renaming.edits());
			if (!refused.isEmpty()) {
				MessageDialog.openError(shell, TITLE, "Nothing was renamed. These files could not be changed: %s".formatted(String.join(", ", refused)));
			}
		}
	}

	private static String preview(Renaming renaming) {
		int places = renaming.edits().values().stream().mapToInt(List::size).sum();
		return renaming.edits().entrySet().stream().map(each -> "%s: %d".formatted(each.getKey().substring(each.getKey().lastIndexOf('/') + 1), each.getValue().size()))
				.collect(Collectors.joining("\n", "%d places will change:\n\n".formatted(places), ""));
	}
}
