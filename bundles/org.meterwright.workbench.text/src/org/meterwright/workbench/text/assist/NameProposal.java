// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
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
		if (proposal.snippet().isEmpty()) {
			replace(viewer.getDocument(), offset);
		} else {
			fill(viewer, offset);
		}
	}

	/** Puts a template in; Tab goes from place to place, what stands there is selected. */
	private void fill(ITextViewer viewer, int offset) {
		IDocument document = viewer.getDocument();
		try {
			Places places = Places.of(proposal.snippet(), indent(document));
			document.replace(proposal.offset(), proposal.length() + offset - cursor, places.text());
			int end = proposal.offset() + (places.places().containsKey(0) ? places.places().get(0).getFirst().offset() : places.text().length());
			new TemplateFilling(viewer, proposal.offset(), end).begin(places);
		} catch (BadLocationException e) {
			ILog.get().warn("A template does not fit the text any more.", e);
		}
	}

	private String indent(IDocument document) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(proposal.offset());
		String before = document.get(line.getOffset(), proposal.offset() - line.getOffset());
		return before.substring(0, before.length() - before.stripLeading().length());
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
		return proposal.snippet().isEmpty() ? new Point(proposal.offset() + proposal.text().length(), 0) : null; // a template selects its first place
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
