// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.meterwright.workbench.text.language.TextPlace;

/** Finds where the name under the mouse, or under the cursor, is declared. */
public final class DefinitionDetector extends AbstractHyperlinkDetector {

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
		IDocument document = viewer.getDocument();
		Optional<IHyperlink[]> found = word(document, region.getOffset()).flatMap(word -> TextPlace.of(document)
				.flatMap(place -> place.ask((session, name) -> session.definition(name, region.getOffset())).map(target -> new IHyperlink[] { new DefinitionLink(place, word, target) })));
		return found.orElse(null);
	}

	private static Optional<IRegion> word(IDocument document, int offset) {
		try {
			int from = offset;
			int to = offset;
			while (from > 0 && isPart(document.getChar(from - 1))) {
				from--;
			}
			while (to < document.getLength() && isPart(document.getChar(to))) {
				to++;
			}
			return to > from ? Optional.of(new Region(from, to - from)) : Optional.empty();
		} catch (BadLocationException e) {
			return Optional.empty();
		}
	}

	private static boolean isPart(char c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}
}
