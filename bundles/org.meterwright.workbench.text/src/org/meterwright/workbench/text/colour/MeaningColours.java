// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.swt.custom.StyleRange;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectState;
import org.meterwright.workbench.text.language.TextPlace;

/**
 * Gives names the colour of what they stand for, over the colours of the tokens. What they stand for is found in the background when a check
 * has ended, so typing never waits for it; until then names move with the text, and what is being written has the colour of its token.
 */
final class MeaningColours implements ITextPresentationListener, ITextInputListener, IDocumentListener {
	private static final int PAUSE_MS = 200;

	private record Found(String text, MeantNames names) {
	}

	private final TextViewer viewer;
	private final Consumer<ProjectState> onCheck = this::checked;
	private final Job job = Job.createSystem("Colour names", (ICoreRunnable) monitor -> find());
	private volatile Optional<IDocument> document = Optional.empty();
	private volatile Optional<TextPlace> place = Optional.empty();
	private MeantNames names = MeantNames.NONE;

	MeaningColours(TextViewer viewer) {
		this.viewer = viewer;
		viewer.addTextPresentationListener(this);
		viewer.addTextInputListener(this);
		Languages.get().addListener(onCheck);
		inputDocumentChanged(null, viewer.getDocument());
	}

	void dispose() {
		Languages.get().removeListener(onCheck);
		job.cancel();
		viewer.removeTextInputListener(this);
		viewer.removeTextPresentationListener(this);
		inputDocumentAboutToBeChanged(null, null);
	}

	@Override
	public void inputDocumentAboutToBeChanged(IDocument before, IDocument after) {
		document.ifPresent(text -> text.removeDocumentListener(this));
		document = Optional.empty();
		place = Optional.empty();
		names = MeantNames.NONE;
	}

	@Override
	public void inputDocumentChanged(IDocument before, IDocument after) {
		document = Optional.ofNullable(after);
		place = document.flatMap(TextPlace::of);
		document.ifPresent(text -> text.addDocumentListener(this));
		job.schedule(PAUSE_MS);
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
		names = names.after(event.getOffset(), event.getLength(), event.getText() == null ? 0 : event.getText().length());
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		// the check that follows finds what the new text means
	}

	private void checked(ProjectState state) {
		if (state.current() && place.filter(each -> each.file().getProject().equals(state.project())).isPresent()) {
			job.schedule(PAUSE_MS);
		}
	}

	private void find() {
		place.flatMap(each -> each.ask((session, name) -> session.services().text(name).map(text -> new Found(text, MeantNames.of(session.services().tokens(name))))))
				.ifPresent(found -> WindowThread.later(() -> show(found)));
	}

	/** Shows what was found, unless the text is another one by now. */
	private void show(Found found) {
		if (document.filter(text -> text == viewer.getDocument() && text.get().equals(found.text())).isPresent()) {
			MeantNames before = names;
			names = found.names();
			before.difference(names).ifPresent(part -> viewer.invalidateTextPresentation(part.getOffset(), part.getLength()));
		}
	}

	@Override
	public void applyTextPresentation(TextPresentation presentation) {
		for (MeantNames.Name name : names.in(presentation.getExtent().getOffset(), presentation.getExtent().getLength())) {
			presentation.mergeStyleRange(new StyleRange(name.offset(), name.length(), JFaceResources.getColorRegistry().get(name.meaning().colour()), null));
		}
	}
}
