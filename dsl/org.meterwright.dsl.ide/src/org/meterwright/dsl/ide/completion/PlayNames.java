// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;
import java.util.stream.Stream;

import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ExpectPlay;
import org.meterwright.dsl.cosemDsl.LinePlay;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.ide.completion.Expected.Following;
import org.meterwright.dsl.ide.names.SymbolKind;
import org.meterwright.scenario.AccessResult;

/** What the steps of a scenario name: what an expectation asks for, and the words that are no keywords of the language. */
final class PlayNames {
	private final Setting setting;
	private final Things things;

	PlayNames(Setting setting, Things things) {
		this.setting = setting;
		this.things = things;
	}

	/** Offers what may be expected: Alerts and who gets them, pushes, what has a value. */
	Stream<Candidate> expected(ExpectPlay play) {
		if (setting.ref().map(Ref::eContainingFeature).filter(CosemDslPackage.eINSTANCE.getExpectPlay_Whom()::equals).isPresent()) {
			return things.of(SymbolKind.ROLE);
		}
		return switch (play.getWhat()) {
			case "alert" -> things.of(SymbolKind.ALERT);
			case "push" -> things.of(SymbolKind.PUSH);
			case null, default -> things.targets();
		};
	}

	/** Offers the words of steps: what fails and comes back, what a client does wrong, why it is refused. */
	Stream<Candidate> words(Following following) {
		if (following.has("Play.line")) {
			return isProof() ? things.of(SymbolKind.DEMAND, SymbolKind.USE_CASE, SymbolKind.ALERT, SymbolKind.REQUIREMENT) : named(List.of("power", "network"), "what fails");
		}
		if (following.has("Play.verb")) {
			return named(List.of("lose", "restore", "repeat", "proves"), "step of a scenario");
		}
		if (following.has("Play.flaw")) {
			return named(List.of("wrong"), "secret that the client has");
		}
		return following.has("Play.reason") ? named(AccessResult.names(), "reason of a refusal") : Stream.empty();
	}

	private boolean isProof() {
		return setting.atHole() instanceof LinePlay line && "proves".equals(line.getVerb());
	}

	private static Stream<Candidate> named(List<String> words, String detail) {
		return words.stream().map(word -> Candidate.of(word, detail, Proposal.Kind.LITERAL, 0));
	}
}
