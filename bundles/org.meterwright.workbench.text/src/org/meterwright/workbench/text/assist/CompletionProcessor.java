// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ContextInformation;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.dsl.ide.hint.ParameterHint;
import org.meterwright.workbench.text.language.TextPlace;

/** Proposes what may be written at the cursor. */
public final class CompletionProcessor implements IContentAssistProcessor {
	private static final char[] TRIGGERS = { '.' };
	private static final char[] HINTS = { '{', '(' };

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		Optional<List<Proposal>> found = TextPlace.of(viewer.getDocument()).flatMap(place -> place.ask((session, name) -> Optional.of(session.services().complete(name, offset))));
		return found.orElse(List.of()).stream().map(proposal -> new NameProposal(proposal, offset)).toArray(ICompletionProposal[]::new);
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return TextPlace.of(viewer.getDocument()).flatMap(place -> place.ask((session, name) -> session.services().hint(name, offset))).map(CompletionProcessor::hint)
				.map(hint -> new IContextInformation[] { hint }).orElseGet(() -> new IContextInformation[0]);
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return TRIGGERS.clone();
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return HINTS.clone();
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return new HintValidator();
	}

	/** Shows all parts, and in a line of its own what is known of the one at the cursor. */
	private static IContextInformation hint(ParameterHint hint) {
		String part = hint.parameters().isEmpty() ? "" : hint.parameters().get(Math.min(hint.active(), hint.parameters().size() - 1)).label();
		String text = hint.parameters().stream().filter(each -> each.label().equals(part) && !each.text().isEmpty()).findFirst().map(each -> "%s: %s".formatted(part, each.text())).orElse(part);
		return new ContextInformation(hint.label(), "%s\n%s".formatted(hint.label(), text).strip());
	}
}
