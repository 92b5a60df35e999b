// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.language.TextPlace;

/**
 * Marks the places that mean the same as the name at the cursor; the same letters with another meaning stay as they are. The places are found in the
 * background, and only those of the last cursor are shown.
 */
public final class OccurrenceMarks implements IReconciler {
	/** Type of the marks: that of the generic editor, whose colour and switch users know. */
	public static final String TYPE = "org.eclipse.ui.genericeditor.text";
	private static final String EDITOR = "org.eclipse.ui.genericeditor";
	private static final String SWITCH = "org.eclipse.ui.genericeditor.togglehighlight";
	private static final int PAUSE_MS = 50;

	private final ISelectionChangedListener onCursor = this::moved;
	private final Job job = Job.createSystem("Mark occurrences", (ICoreRunnable) monitor -> find());
	private Annotation[] marks = new Annotation[0];
	private volatile ITextViewer viewer;
	private volatile int cursor = -1;

	@Override
	public void install(ITextViewer text) {
		viewer = text;
		if (text.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.addPostSelectionChangedListener(onCursor);
		}
	}

	@Override
	public void uninstall() {
		if (viewer != null && viewer.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(onCursor);
		}
		job.cancel();
		viewer = null;
	}

	@Override
	public IReconcilingStrategy getReconcilingStrategy(String contentType) {
		return null;
	}

	private void moved(SelectionChangedEvent event) {
		if (event.getSelection() instanceof ITextSelection selection) {
			cursor = selection.getOffset();
			job.schedule(PAUSE_MS);
		}
	}

	private void find() {
		int wanted = cursor;
		Optional<IDocument> document = Optional.ofNullable(viewer).map(ITextViewer::getDocument);
		List<Occurrence> found = isOn() ? document.flatMap(TextPlace::of).flatMap(place -> place.ask((session, name) -> Optional.of(session.services().occurrences(name, wanted)))).orElse(List.of())
				: List.of();
		WindowThread.later(() -> {
			if (wanted == cursor && viewer instanceof ISourceViewer source && document.equals(Optional.ofNullable(source.getDocument()))) {
				show(source, found);
			}
		});
	}

	private static boolean isOn() {
		return InstanceScope.INSTANCE.getNode(EDITOR).getBoolean(SWITCH, true);
	}

	private void show(ISourceViewer source, List<Occurrence> found) {
		Map<Annotation, Position> added = new HashMap<>();
		if (found.size() > 1) { // a name that stands nowhere else needs no mark
			found.forEach(place -> added.put(new Annotation(TYPE, false, "The same name"), new Position(place.offset(), place.length())));
		}
		if (source.getAnnotationModel() instanceof IAnnotationModelExtension model && (marks.length > 0 || !added.isEmpty())) {
			model.replaceAnnotations(marks, added);
			marks = added.keySet().toArray(Annotation[]::new);
		}
	}
}
