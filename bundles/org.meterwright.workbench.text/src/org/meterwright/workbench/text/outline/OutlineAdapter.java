// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.meterwright.workbench.text.language.TextPlace;

/** Gives editors of meters an outline. */
public final class OutlineAdapter implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object editor, Class<T> type) {
		if (type != IContentOutlinePage.class || !(editor instanceof ITextEditor text) || text.getDocumentProvider() == null) {
			return null;
		}
		IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
		return document == null ? null : TextPlace.of(document).filter(place -> "cosem".equals(place.file().getFileExtension())).map(place -> type.cast(new OutlinePage(text, place))).orElse(null);
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IContentOutlinePage.class };
	}
}
