// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.dsl.ide.rename.Renaming;
import org.meterwright.dsl.ide.session.EditorServices;
import org.meterwright.workbench.text.history.EditHistory;

/** Renames what is named at the cursor in all files, after a look at each line that will change. */
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
			selected.ask(services -> Optional.of(services.rename(file, selected.offset(), dialog.getValue().strip()))).ifPresent(renaming -> apply(shell, selected, name.get(), renaming));
		}
	}

	private static void apply(Shell shell, Selected selected, String name, Renaming renaming) {
		if (renaming.problem().isPresent()) {
			MessageDialog.openWarning(shell, TITLE, "This cannot be renamed: %s.".formatted(renaming.problem().get()));
			return;
		}
		List<Use> places = selected.ask(services -> Optional.of(places(services, renaming))).orElse(List.of());
		RenamePreview preview = new RenamePreview(shell, places, name, renaming.edits().firstEntry().getValue().getFirst().text());
		if (preview.open() == Window.OK) {
			List<String> refused = EditHistory.make("Rename %s".formatted(name), selected.place().language(), chosen(renaming, preview));
			if (!refused.isEmpty()) {
				MessageDialog.openError(shell, TITLE, "Nothing was renamed. These files could not be changed: %s".formatted(String.join(", ", refused)));
			}
		}
	}

	private static List<Use> places(EditorServices services, Renaming renaming) {
		List<Use> places = new ArrayList<>();
		renaming.edits().forEach((file, edits) -> edits.reversed().forEach(edit -> places.add(Use.of(services, file, edit.offset(), edit.length()))));
		return places;
	}

	private static Map<String, List<TextEdit>> chosen(Renaming renaming, RenamePreview preview) {
		Map<String, List<TextEdit>> chosen = new LinkedHashMap<>();
		renaming.edits().forEach((file, edits) -> {
			List<TextEdit> wanted = edits.stream().filter(edit -> preview.wants(file, edit.offset())).toList();
			if (!wanted.isEmpty()) {
				chosen.put(file, wanted);
			}
		});
		return chosen;
	}
}
