// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.session.EditorServices;
import org.meterwright.dsl.ide.text.Lines;
import org.meterwright.workbench.text.link.TextEditors;

/** Lists all uses of the name at the cursor, and opens the one that is chosen. */
public final class ReferencesHandler extends AbstractHandler {

	/** A use, as the list shows it. */
	private record Use(Occurrence place, int line, String text) {

		@Override
		public String toString() {
			String file = place.file().substring(place.file().lastIndexOf('/') + 1);
			return "%s, line %d: %s".formatted(file, line, text);
		}
	}

	@Override
	public Object execute(ExecutionEvent event) {
		Selected.of(event).ifPresent(selected -> selected.ask(services -> Optional.of(uses(services, selected))).ifPresent(uses -> show(HandlerUtil.getActiveShell(event), selected, uses)));
		return null;
	}

	private static List<Use> uses(EditorServices services, Selected selected) {
		return services.references(selected.place().name(), selected.offset(), false).stream().map(place -> {
			String text = services.text(place.file()).orElse("");
			Lines lines = Lines.of(text);
			int line = lines.line(place.offset());
			return new Use(place, line + 1, text.substring(lines.start(line), lines.end(line)).strip());
		}).toList();
	}

	private static void show(Shell shell, Selected selected, List<Use> uses) {
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider());
		dialog.setTitle("References");
		dialog.setMessage(uses.isEmpty() ? "Nothing is named here." : "%d uses in the project; type to narrow the list:".formatted(uses.size()));
		dialog.setElements(uses.toArray());
		if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof Use use) {
			TextEditors.open(selected.place().language(), new Origin(use.place().file(), use.line(), use.place().offset(), use.place().length(), "reference"));
		}
	}
}
