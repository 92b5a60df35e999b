// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.meterwright.dsl.ide.colour.Colouring;
import org.meterwright.workbench.text.language.Language;

/** Colours the text of the generic editor, and again when colours or the theme change. */
public final class TextColouring extends PresentationReconciler {
	private final IPropertyChangeListener recolour = event -> {
		if (event.getProperty().startsWith(TokenStyles.PREFIX)) {
			this.viewer.invalidateTextPresentation();
		}
	};
	private ITextViewer viewer;

	/** Makes the colouring of one editor. */
	public TextColouring() {
		TokenPainter painter = new TokenPainter(Language.part(Colouring.class));
		setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
		setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
	}

	@Override
	public void install(ITextViewer textViewer) {
		viewer = textViewer;
		super.install(textViewer);
		JFaceResources.getColorRegistry().addListener(recolour);
	}

	@Override
	public void uninstall() {
		JFaceResources.getColorRegistry().removeListener(recolour);
		super.uninstall();
	}
}
