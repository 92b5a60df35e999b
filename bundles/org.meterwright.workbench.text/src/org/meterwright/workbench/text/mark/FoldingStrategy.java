// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.meterwright.dsl.ide.view.Folding;

/** Keeps what can be folded as the language sees it: what stays as it is keeps its mark, folded or not. */
final class FoldingStrategy implements IReconcilingStrategy, IReconcilingStrategyExtension, IProjectionListener {
	private volatile ProjectionViewer viewer;
	private volatile IDocument document;

	void install(ProjectionViewer projection) {
		viewer = projection;
		projection.addProjectionListener(this);
	}

	void uninstall() {
		if (viewer != null) {
			viewer.removeProjectionListener(this);
			viewer = null;
		}
	}

	@Override
	public void setDocument(IDocument text) {
		document = text;
	}

	@Override
	public void setProgressMonitor(IProgressMonitor monitor) {
		// takes a few milliseconds, also for a long text
	}

	@Override
	public void initialReconcile() {
		follow();
	}

	@Override
	public void reconcile(DirtyRegion dirty, IRegion region) {
		follow();
	}

	@Override
	public void reconcile(IRegion partition) {
		follow();
	}

	@Override
	public void projectionEnabled() {
		follow();
	}

	@Override
	public void projectionDisabled() {
		// the marks went with it
	}

	private void follow() {
		ProjectionAnnotationModel model = viewer == null ? null : viewer.getProjectionAnnotationModel();
		IDocument text = document;
		if (model == null || text == null) {
			return;
		}
		try {
			Set<Position> wanted = positions(text);
			List<Annotation> gone = new ArrayList<>();
			for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
				Annotation mark = all.next();
				if (!wanted.remove(model.getPosition(mark))) {
					gone.add(mark);
				}
			}
			Map<Annotation, Position> added = new HashMap<>();
			wanted.forEach(position -> added.put(new ProjectionAnnotation(), position));
			if (!gone.isEmpty() || !added.isEmpty()) {
				model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
			}
		} catch (BadLocationException e) {
			// The text has changed since; the reconciler comes again.
		}
	}

	private static Set<Position> positions(IDocument text) throws BadLocationException {
		Set<Position> positions = new LinkedHashSet<>();
		for (Folding.Region region : Folding.of(text.get())) {
			int from = text.getLineOffset(region.firstLine());
			positions.add(new Position(from, text.getLineOffset(region.lastLine()) + text.getLineLength(region.lastLine()) - from));
		}
		return positions;
	}
}
