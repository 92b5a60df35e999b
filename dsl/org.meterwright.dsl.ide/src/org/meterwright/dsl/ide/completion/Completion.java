// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;
import org.meterwright.dsl.ide.colour.Colouring;

import com.google.inject.Inject;
import com.google.inject.Provider;

/** Proposes what may be written at the cursor: names that fit first, then the words of the language that the grammar allows. */
public final class Completion {
	private static final Set<String> NAME_RULES = Set.of("Member", "BodyName", "AssociationMember");
	private static final Comparator<Proposal> ORDER = Comparator.comparing(Proposal::kind).thenComparing(Proposal::text, String.CASE_INSENSITIVE_ORDER)
			.thenComparing(Proposal::text);

	@Inject
	private Provider<ContentAssistContextFactory> contexts;
	@Inject
	private ExecutorService pool;
	@Inject
	private Colouring colouring;

	/** Returns the proposals for a cursor, best kind first, then by name; each text once. */
	public List<Proposal> propose(XtextResource resource, int cursor, DeclaredNames names) {
		String text = resource.getParseResult().getRootNode().getText();
		Place place = Place.of(text, cursor, colouring.tokens(text));
		List<Proposal> logicalNames = LogicalNameProposals.at(text, cursor, names).toList();
		if (!logicalNames.isEmpty()) {
			return logicalNames;
		}
		int length = cursor - place.offset();
		Stream<Proposal> fitting = new Fitting(names).at(place, resource).filter(candidate -> candidate.beginsWith(place.prefix()))
				.map(candidate -> candidate.at(place.offset(), length));
		Stream<Proposal> keywords = place.chain().isEmpty() ? keywords(resource, text, cursor, place) : Stream.empty();
		return Stream.concat(fitting, keywords).sorted(ORDER).distinct().toList();
	}

	private Stream<Proposal> keywords(XtextResource resource, String text, int cursor, Place place) {
		ContentAssistContextFactory factory = contexts.get();
		factory.setPool(pool);
		ContentAssistContext[] found = factory.create(text, new TextRegion(cursor, 0), cursor, resource);
		return Arrays.stream(found).flatMap(context -> context.getFirstSetGrammarElements().stream())
				.flatMap(element -> EcoreUtil2.eAllOfType(element, Keyword.class).stream().limit(1)).filter(Completion::isWord).map(Keyword::getValue).distinct()
				.map(word -> new Candidate(word, "", Proposal.Kind.KEYWORD)).filter(candidate -> candidate.beginsWith(place.prefix()))
				.map(candidate -> candidate.at(place.offset(), cursor - place.offset()));
	}

	private static boolean isWord(Keyword keyword) {
		return Character.isLetter(keyword.getValue().charAt(0)) && !NAME_RULES.contains(GrammarUtil.containingRule(keyword).getName());
	}
}
