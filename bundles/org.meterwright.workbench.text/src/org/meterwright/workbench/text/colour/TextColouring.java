// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.meterwright.dsl.ide.colour.Colouring;
import org.meterwright.workbench.text.language.Language;

/** Colours the text of the generic editor, by its tokens and by what names stand for, and again when colours or the theme change. */
public final class TextColouring extends PresentationReconciler {
	private final IPropertyChangeListener recolour = event -> {
		if (event.getProperty().startsWith(TokenStyles.PREFIX)) {
			this.viewer.invalidateTextPresentation();
		}
	};
	private ITextViewer viewer;
	private Optional<MeaningColours> meanings = Optional.empty();

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
		meanings = textViewer instanceof TextViewer source ? Optional.of(new MeaningColours(source)) : Optional.empty();
		JFaceResources.getColorRegistry().addListener(recolour);
	}

	@Override
	public void uninstall() {
		JFaceResources.getColorRegistry().removeListener(recolour);
		meanings.ifPresent(MeaningColours::dispose);
		super.uninstall();
	}
}
