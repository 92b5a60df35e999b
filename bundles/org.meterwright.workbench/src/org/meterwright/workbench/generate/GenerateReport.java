// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.meterwright.rules.Finding;
import org.meterwright.workbench.status.MeterView;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.link.TextEditors;

/** Tells the user what became of generating. What nobody asked for, such as generating on save, is told without a dialog. */
final class GenerateReport {
	private static final int SHOWN = 3;

	private final Display display;
	private final boolean asked;

	GenerateReport(Display display, boolean asked) {
		this.display = display;
		this.asked = asked;
	}

	void tell(GenerateResult result) {
		WindowThread.later(display, () -> {
			refreshView();
			switch (result) {
				case GenerateResult.Done done -> popup("Generated", done.sentence());
				case GenerateResult.Refused refused when asked -> refused(refused);
				case GenerateResult.Failed failed when asked -> MessageDialog.openError(shell(), "Nothing was generated", failed.sentence());
				case GenerateResult.Failed failed -> popup("Nothing was generated", failed.sentence());
				case GenerateResult.Refused refused -> {
					// saving a text with errors is nothing to talk about: the status line shows them
				}
			}
		});
	}

	private static void refreshView() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window != null && window.getActivePage() != null && window.getActivePage().findView(MeterView.ID) instanceof MeterView view) {
			view.refresh();
		}
	}

	private void popup(String title, String text) {
		NotificationPopup.forDisplay(display).title(title, true).text(text).open();
	}

	private void refused(GenerateResult.Refused refused) {
		List<Finding> errors = refused.errors();
		String first = errors.stream().limit(SHOWN).map(GenerateReport::line).collect(Collectors.joining("\n"));
		String more = errors.size() > SHOWN ? "\n... and %d more; the Problems view lists them.".formatted(errors.size() - SHOWN) : "";
		String head = errors.size() == 1 ? "One error has to be mended first:" : "%d errors have to be mended first:".formatted(errors.size());
		String text = "%s\n\n%s%s".formatted(head, first, more);
		MessageDialog dialog = new MessageDialog(shell(), "Nothing was generated", null, text, MessageDialog.ERROR, 0, "Show first error", "Close");
		if (dialog.open() == 0) {
			Languages.get().of(refused.project()).ifPresent(language -> TextEditors.open(language, errors.getFirst().place()));
		}
	}

	private static String line(Finding finding) {
		String file = finding.place().file();
		return "%s:%d: %s [%s]".formatted(file.substring(file.lastIndexOf('/') + 1), finding.place().line(), finding.message(), finding.rule());
	}

	private static Shell shell() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return window == null ? null : window.getShell();
	}
}
