// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.elaborate.Links;
import org.meterwright.dsl.ide.Examples;
import org.meterwright.dsl.syntax.SyntaxFile;

/** What names mean by the syntax trees is what elaboration makes of them. */
class ResolutionTest {

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void everyLinkOfElaborationIsFoundInTheTrees(String example) {
		Examples texts = Examples.of(example);
		NameIndex index = texts.index();
		Compilation compilation = texts.compilation();
		List<String> differences = new ArrayList<>();
		int count = 0;
		for (Links.Name name : compilation.links().names()) {
			Optional<SyntaxFile> file = SyntaxFile.find(name.node()).filter(each -> !each.isLibrary());
			if (file.isPresent() && !isSelf(name)) {
				count++;
				check(index, compilation, name, file.get(), differences);
			}
		}
		assertTrue(count > 200, "links: %d".formatted(count));
		assertEquals("", String.join("\n", differences));
	}

	/** An association's name for itself: elaboration takes the first association for all. */
	private static boolean isSelf(Links.Name name) {
		return name.node() instanceof Segment segment && Resolver.CURRENT.equals(segment.getName());
	}

	private static void check(NameIndex index, Compilation compilation, Links.Name name, SyntaxFile file, List<String> differences) {
		EObject target = compilation.links().target(name.node(), name.feature()).orElseThrow();
		Origin place = SyntaxFile.place(name.node(), name.feature(), 0);
		Optional<EObject> declared = index.declaration(file.name(), place.offset() + place.length());
		if (declared.filter(node -> same(node, target)).isEmpty()) {
			differences.add("%s line %d %s: %s, not %s".formatted(place.file(), place.line(), name.feature().getName(), place(declared), place(Optional.of(target))));
		}
	}

	private static boolean same(EObject one, EObject other) {
		return one == other || place(Optional.of(one)).equals(place(Optional.of(other)));
	}

	private static String place(Optional<EObject> node) {
		return node.map(each -> "%s %s".formatted(each.eClass().getName(), SyntaxFile.place(each, "written"))).orElse("nothing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void fewNamesMeanNothing(String example) {
		Examples texts = Examples.of(example);
		NameIndex index = texts.index();
		List<String> unknown = new ArrayList<>();
		for (SyntaxFile file : texts.files()) {
			Map<Occurrence, Symbol> names = index.names(file.name());
			assertTrue(names.size() > 10 || file.root().getElements().isEmpty(), file.name());
			unknown.addAll(texts.unnamed(file, names.keySet()));
		}
		assertEquals("", String.join("\n", unknown));
	}

	@Test
	void libraryNamesMeanSomethingToo() {
		Examples texts = Examples.of("three-phase");
		NameIndex index = texts.index();
		List<String> unknown = new ArrayList<>();
		for (SyntaxFile file : org.meterwright.dsl.syntax.LibraryFiles.files()) {
			unknown.addAll(texts.unnamed(file, index.names(file.name()).keySet()));
		}
		assertEquals("", String.join("\n", unknown));
	}
}
