// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.workbench.text.language.TextPlace;

/** Proposes what may be written at the cursor. */
public final class CompletionProcessor implements IContentAssistProcessor {
	private static final char[] TRIGGERS = { '.' };

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		Optional<List<Proposal>> found = TextPlace.of(viewer.getDocument()).flatMap(place -> place.ask((session, name) -> Optional.of(session.services().complete(name, offset))));
		return found.orElse(List.of()).stream().map(proposal -> new NameProposal(proposal, offset)).toArray(ICompletionProposal[]::new);
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return new IContextInformation[0];
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return TRIGGERS.clone();
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return new char[0];
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
