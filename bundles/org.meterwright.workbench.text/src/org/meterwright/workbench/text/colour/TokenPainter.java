// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import java.util.List;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.meterwright.dsl.ide.colour.ColouredToken;
import org.meterwright.dsl.ide.colour.Colouring;

/**
 * Paints tokens. Each change splits the whole text anew, which takes a few milliseconds; painted again is only what differs, so that the
 * start of a comment recolours all of it and a digit only its number.
 */
final class TokenPainter implements IPresentationDamager, IPresentationRepairer {
	private final Colouring colouring;
	private IDocument document;
	private List<ColouredToken> tokens = List.of();

	TokenPainter(Colouring colouring) {
		this.colouring = colouring;
	}

	@Override
	public void setDocument(IDocument document) {
		this.document = document;
		this.tokens = document == null ? List.of() : colouring.tokens(document.get());
	}

	@Override
	public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
		List<ColouredToken> before = tokens;
		tokens = colouring.tokens(document.get());
		int inserted = event.getText() == null ? 0 : event.getText().length();
		int shift = inserted - event.getLength();
		int same = sameAtStart(before, tokens);
		int sameBehind = sameAtEnd(before, tokens, same, shift);
		int from = same < tokens.size() ? Math.min(event.getOffset(), tokens.get(same).offset()) : event.getOffset();
		int to = event.getOffset() + inserted;
		if (sameBehind < tokens.size()) {
			to = Math.max(to, tokens.get(tokens.size() - sameBehind - 1).end());
		}
		return new Region(from, Math.min(to, document.getLength()) - from);
	}

	private static int sameAtStart(List<ColouredToken> before, List<ColouredToken> after) {
		int i = 0;
		while (i < before.size() && i < after.size() && before.get(i).equals(after.get(i))) {
			i++;
		}
		return i;
	}

	private static int sameAtEnd(List<ColouredToken> before, List<ColouredToken> after, int start, int shift) {
		int most = Math.min(before.size(), after.size()) - start;
		int i = 0;
		while (i < most && isShifted(before.get(before.size() - 1 - i), after.get(after.size() - 1 - i), shift)) {
			i++;
		}
		return i;
	}

	private static boolean isShifted(ColouredToken before, ColouredToken after, int shift) {
		return before.kind() == after.kind() && before.length() == after.length() && before.offset() + shift == after.offset();
	}

	@Override
	public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
		int end = damage.getOffset() + damage.getLength();
		for (int i = firstBehind(damage.getOffset()); i < tokens.size() && tokens.get(i).offset() < end; i++) {
			presentation.addStyleRange(TokenStyles.style(tokens.get(i)));
		}
	}

	/** Returns the index of the first token that ends behind an offset. */
	private int firstBehind(int offset) {
		int low = 0;
		int high = tokens.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (tokens.get(middle).end() <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
