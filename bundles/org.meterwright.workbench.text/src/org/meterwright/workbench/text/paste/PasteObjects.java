// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.paste;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.swt.widgets.Display;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.dsl.ide.paste.PastedObjects;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.language.Language;

/**
 * Makes objects of a pasted object list or of pasted rows of a spreadsheet. They are made in the background; the cursor may go on meanwhile, the
 * objects come where it was. What turns out to be something else is pasted as it is.
 */
public final class PasteObjects implements IAutoEditStrategy {

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		Display display = Display.getCurrent();
		if (display != null && command.text != null && command.text.length() > 1 && PastedObjects.isLikely(command.text)) {
			Position place = new Position(command.offset, command.length);
			try {
				document.addPosition(place);
			} catch (BadLocationException e) {
				return;
			}
			new Making(document, place, command.text, display).schedule();
			command.text = ""; // nothing is pasted now; a command that is only forbidden would be carried out
			command.length = 0;
			command.doit = false;
		}
	}

	private static final class Making extends Job {
		private final IDocument document;
		private final Position place;
		private final String pasted;
		private final Display display;

		Making(IDocument document, Position place, String pasted, Display display) {
			super("Make objects of what was pasted");
			this.document = document;
			this.place = place;
			this.pasted = pasted;
			this.display = display;
			setPriority(INTERACTIVE);
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			Optional<PastedObjects> objects = PastedObjects.of(pasted, Language.part(IParser.class));
			WindowThread.later(display, () -> insert(objects));
			return Status.OK_STATUS;
		}

		private void insert(Optional<PastedObjects> objects) {
			try {
				document.removePosition(place);
				if (!place.isDeleted()) {
					document.replace(place.offset, place.length, objects.isPresent() ? objects.get().indented(indent()) : pasted);
				}
			} catch (BadLocationException e) {
				ILog.get().warn("The place of what was pasted is gone.", e);
			}
		}

		private String indent() throws BadLocationException {
			IRegion line = document.getLineInformationOfOffset(place.offset);
			String before = document.get(line.getOffset(), place.offset - line.getOffset());
			return before.substring(0, before.length() - before.stripLeading().length());
		}
	}
}
