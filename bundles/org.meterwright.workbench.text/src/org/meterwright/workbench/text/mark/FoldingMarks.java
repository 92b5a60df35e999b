// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.mark;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.Reconciler;
import org.eclipse.jface.text.source.projection.ProjectionViewer;

/** Offers to fold blocks, values over several lines, comments and the imports; follows the text in the background, after a pause. */
public final class FoldingMarks extends Reconciler {
	private final FoldingStrategy strategy = new FoldingStrategy();

	/** Makes the marks of one editor. */
	public FoldingMarks() {
		setReconcilingStrategy(strategy, IDocument.DEFAULT_CONTENT_TYPE);
	}

	@Override
	public void install(ITextViewer viewer) {
		super.install(viewer);
		if (viewer instanceof ProjectionViewer projection) {
			strategy.install(projection);
		}
	}

	@Override
	public void uninstall() {
		super.uninstall();
		strategy.uninstall();
	}
}
