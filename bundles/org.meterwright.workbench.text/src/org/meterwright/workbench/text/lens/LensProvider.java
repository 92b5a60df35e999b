// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.meterwright.dsl.ide.view.Lens;
import org.meterwright.workbench.text.language.Answering;
import org.meterwright.workbench.text.language.TextPlace;

/** Shows above each object what it takes in the firmware tables and how many associations see it. */
public final class LensProvider extends AbstractCodeMiningProvider {

	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
		IDocument document = viewer.getDocument();
		Optional<TextPlace> place = document == null ? Optional.empty() : TextPlace.of(document);
		return CompletableFuture.supplyAsync(() -> minings(viewer, document, place), Answering.threads());
	}

	private List<ICodeMining> minings(ITextViewer viewer, IDocument document, Optional<TextPlace> place) {
		List<ICodeMining> minings = new ArrayList<>();
		List<Lens> lenses = place.flatMap(each -> each.ask((session, name) -> Optional.of(session.services().lenses(name)))).orElse(List.of());
		for (Lens lens : lenses) {
			try {
				minings.add(new LensMining(document.getLineOfOffset(lens.offset()), viewer, document, this, lens.text()));
			} catch (BadLocationException e) {
				// The text has changed since; the next answer will be about the new one.
			}
		}
		return minings;
	}
}
