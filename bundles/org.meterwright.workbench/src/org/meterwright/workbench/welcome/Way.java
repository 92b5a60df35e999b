// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.welcome;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.meterwright.workbench.help.HelpView;

/** Where a link of the welcome page or a button of the first steps leads. */
sealed interface Way {
	/** Goes there. */
	void go(IWorkbenchWindow window);

	/** A wizard that makes something new, by its id. */
	static Way wizard(String id) {
		return new Run("org.eclipse.ui.newWizard", Map.of("newWizardId", id));
	}

	/** A command of the platform or of ours, with parameters. */
	record Run(String command, Map<String, String> parameters) implements Way {
		@Override
		public void go(IWorkbenchWindow window) {
			Command found = window.getService(ICommandService.class).getCommand(command);
			try {
				window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(found, parameters), null);
			} catch (CommandException e) {
				ILog.get().warn("%s cannot be done now.".formatted(command), e);
			}
		}
	}

	/** A view, by its id. */
	record View(String id) implements Way {
		@Override
		public void go(IWorkbenchWindow window) {
			try {
				window.getActivePage().showView(id);
			} catch (PartInitException e) {
				ILog.get().log(e.getStatus());
			}
		}
	}

	/** A page of the help. */
	record Page(String target) implements Way {
		@Override
		public void go(IWorkbenchWindow window) {
			try {
				if (window.getActivePage().showView(HelpView.ID) instanceof HelpView help) {
					help.open(target);
				}
			} catch (PartInitException e) {
				ILog.get().log(e.getStatus());
			}
		}
	}
}
