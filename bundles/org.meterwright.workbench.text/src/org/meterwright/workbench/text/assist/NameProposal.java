// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.dsl.ide.view.Search;
import org.meterwright.workbench.text.Icons;

/** A proposal in the list: name, a few words in grey, and an icon. It stays while what is typed is the start of it. */
final class NameProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension6 {
	private final Proposal proposal;
	private final int cursor;

	NameProposal(Proposal proposal, int cursor) {
		this.proposal = proposal;
		this.cursor = cursor;
	}

	@Override
	public StyledString getStyledDisplayString() {
		StyledString text = new StyledString(proposal.label());
		return proposal.detail().isEmpty() ? text : text.append("  %s".formatted(proposal.detail()), StyledString.QUALIFIER_STYLER);
	}

	@Override
	public String getDisplayString() {
		return getStyledDisplayString().getString();
	}

	@Override
	public Image getImage() {
		return Icons.get(switch (proposal.kind()) {
			case LITERAL -> "literal";
			case ATTRIBUTE -> "attribute";
			case METHOD -> "method";
			case SCRIPT -> "script";
			case OBJECT -> "object";
			case NAME -> "name";
			case CLASS -> "class";
			case TYPE -> "type";
			case UNIT -> "unit";
			case VALUE -> "literal";
			case KEYWORD -> "keyword";
			case SNIPPET -> "requirement";
		});
	}

	@Override
	public String getAdditionalProposalInfo() {
		return proposal.documentation().isBlank() ? null : HoverText.escaped(proposal.documentation());
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
		replace(viewer.getDocument(), offset);
	}

	@Override
	public void apply(IDocument document) {
		replace(document, cursor);
	}

	private void replace(IDocument document, int offset) {
		try {
			document.replace(proposal.offset(), proposal.length() + offset - cursor, proposal.text());
		} catch (BadLocationException e) {
			ILog.get().warn("A proposal does not fit the text any more.", e);
		}
	}

	@Override
	public boolean validate(IDocument document, int offset, DocumentEvent event) {
		try {
			String typed = document.get(proposal.offset(), offset - proposal.offset());
			return Search.rank(typed, proposal.filter()) >= 0;
		} catch (BadLocationException e) {
			return false;
		}
	}

	@Override
	public Point getSelection(IDocument document) {
		return new Point(proposal.offset() + proposal.text().length(), 0);
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
		// nothing is shown in the text before it is chosen
	}

	@Override
	public void unselected(ITextViewer viewer) {
		// nothing was shown
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}
}
