// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.link;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.meterwright.cosem.value.Origin;
import org.meterwright.workbench.text.language.TextPlace;

/** Finds where the name under the mouse, or under the cursor, is declared. */
public final class DefinitionDetector extends AbstractHyperlinkDetector {

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
		IDocument document = viewer.getDocument();
		Optional<IRegion> word = word(document, region.getOffset());
		Optional<TextPlace> place = word.flatMap(it -> TextPlace.of(document));
		return place.flatMap(it -> link(it, word.get())).map(link -> new IHyperlink[] { link }).orElse(null);
	}

	/** A name without a declaration gets no link; one whose declaration is not known yet, such as while the project is checked, does. */
	private static Optional<IHyperlink> link(TextPlace place, IRegion word) {
		Optional<Optional<Origin>> answer = place.ask((session, name) -> Optional.of(DefinitionLink.declared(session, name, word)));
		return answer.isPresent() && answer.get().isEmpty() ? Optional.empty() : Optional.of(new DefinitionLink(place, word, answer.flatMap(Function.identity())));
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
