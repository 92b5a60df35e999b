// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.ide.Examples;
import org.meterwright.dsl.ide.Texts;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;
import org.meterwright.dsl.ide.names.SymbolKind;
import org.meterwright.dsl.syntax.SyntaxFile;

/** A name that is taken out of a right text is proposed at its place; what is proposed is accepted by the parser. */
class HitRateTest {
	private final Completion completion = Texts.INJECTOR.getInstance(Completion.class);

	@ParameterizedTest
	@CsvSource({ "prepayment-esme, 6", "three-phase, 1" })
	void whatWasDeletedIsOffered(String example, int step) {
		Examples texts = Examples.of(example);
		NameIndex index = texts.index();
		List<String> missing = new ArrayList<>();
		int places = 0;
		int first = 0;
		for (SyntaxFile file : texts.files()) {
			String text = Examples.text(file.name()).orElseThrow();
			for (Map.Entry<Occurrence, Symbol> each : index.names(file.name()).entrySet()) {
				Occurrence place = each.getKey();
				if (!place.declares() && each.getValue().kind() != SymbolKind.BINDER && places++ % step == 0) {
					String name = text.substring(place.offset(), place.offset() + place.length());
					String without = text.substring(0, place.offset()) + text.substring(place.offset() + place.length());
					List<String> offered = completion.propose(without, place.offset(), index.meanings()).stream().map(Proposal::label).toList();
					int at = offered.indexOf(name);
					first += at >= 0 && at < 10 ? 1 : 0;
					if (at < 0 && offered.stream().noneMatch(label -> label.endsWith("." + name) || label.equals("^" + name))) {
						missing.add("%s:%d %s".formatted(file.name(), index.line(place), each.getValue()));
					}
				}
			}
		}
		int asked = (places + step - 1) / step;
		System.out.printf("completion %s: %d places, %d missing, %d among the first ten%n", example, asked, missing.size(), first);
		assertTrue(asked > 150, "places: %d".formatted(asked));
		assertEquals("", String.join("\n", missing));
	}

	@ParameterizedTest
	@CsvSource({ "prepayment-esme, 131", "three-phase, 41" })
	void whatIsOfferedIsAccepted(String example, int step) {
		Examples texts = Examples.of(example);
		NameIndex index = texts.index();
		List<String> refused = new ArrayList<>();
		int places = 0;
		for (SyntaxFile file : texts.files()) {
			String text = Examples.text(file.name()).orElseThrow();
			for (Map.Entry<Occurrence, Symbol> each : index.names(file.name()).entrySet()) {
				if (!each.getKey().declares() && each.getValue().kind() != SymbolKind.BINDER && places++ % step == 0) {
					check(text, file.name(), each.getKey(), index, refused);
				}
			}
		}
		assertEquals("", String.join("\n", refused));
	}

	/** A proposal may leave the text unfinished, but what stands before it and itself must be read without a new error up to its end. */
	private void check(String text, String file, Occurrence place, NameIndex index, List<String> refused) {
		String before = text.substring(0, place.offset());
		String behind = text.substring(place.offset() + place.length());
		for (Proposal proposal : completion.propose(before + behind, place.offset(), index.meanings())) {
			String changed = before + proposal.text() + behind;
			int end = place.offset() + proposal.text().length();
			boolean wrong = proposal.kind() != Proposal.Kind.SNIPPET && proposal.kind() != Proposal.Kind.KEYWORD
					&& CosemLanguage.parser().parse(file, changed, false).errors().stream().anyMatch(error -> error.offset() < end);
			if (wrong) {
				refused.add("%s:%d %s".formatted(file, index.line(place), proposal.label()));
			}
		}
	}
}
