// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.ide.Examples;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;
import org.meterwright.dsl.ide.names.SymbolKind;

/** A rename changes names and nothing else. */
class RenameTest {
	private static final Set<SymbolKind> NOT_RENAMED = Set.of(SymbolKind.COMPANION);
	private static final String NEW = "zqNewName";

	@Test
	void allSymbolsOfTheSmallExample() {
		int count = renameAll("three-phase", 2);
		assertTrue(count > 45, "symbols: %d".formatted(count));
	}

	@Test
	void manySymbolsOfTheLargeExample() {
		int count = renameAll("prepayment-esme", 24);
		assertTrue(count > 15, "symbols: %d".formatted(count));
	}

	private static int renameAll(String example, int step) {
		Examples texts = Examples.of(example);
		NameIndex index = texts.index();
		Map<Symbol, Occurrence> symbols = new LinkedHashMap<>();
		texts.files().forEach(file -> index.names(file.name()).forEach((place, symbol) -> {
			if (place.declares() && !NOT_RENAMED.contains(symbol.kind())) {
				symbols.putIfAbsent(symbol, place);
			}
		}));
		Compilation compilation = texts.compilation();
		String before = Models.names(compilation);
		List<String> findings = Models.findings(compilation);
		int number = 0;
		int count = 0;
		for (Map.Entry<Symbol, Occurrence> each : symbols.entrySet()) {
			if (number++ % step == 0 && !"logical_name".equals(each.getKey().name()) && !isOfLibrary(index, each.getKey())) {
				count++;
				check(texts, index, each.getKey(), each.getValue(), before, findings);
			}
		}
		return count;
	}

	private static boolean isOfLibrary(NameIndex index, Symbol symbol) {
		return index.declarations(symbol).stream().anyMatch(place -> place.file().startsWith("library:"));
	}

	private static void check(Examples texts, NameIndex index, Symbol symbol, Occurrence place, String before, List<String> findings) {
		Renaming renaming = new Rename(texts.files(), Examples::text, index).rename(place.file(), place.offset(), NEW);
		assertEquals(Optional.empty(), renaming.problem(), symbol::toString);
		Compilation after = compile(texts, renaming.applied(Examples::text));
		assertEquals("", Models.difference(before, Models.names(after).replace(NEW, symbol.name())), symbol::toString);
		if (symbol.kind() != SymbolKind.FIELD) { // some rules know fields of the standard's types by name
			assertEquals(findings, Models.findings(after), symbol::toString);
		}
	}

	private static Compilation compile(Examples texts, Map<String, String> changed) {
		Workspace workspace = new Workspace();
		texts.files().forEach(file -> workspace.put(file.name(), Optional.ofNullable(changed.get(file.name())).orElseGet(() -> Examples.text(file.name()).orElseThrow())));
		return workspace.compile();
	}

	private static final String METER = """
			namespace acme
			meter Base {
			  index rate = 1..4
			  device management at 1 named "ACM" {
			    energy: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			    rates[r in rate]: Register 1-0:1.8.{r}*255 like energy
			    group all = energy, rates[2].value
			  }
			  event done from firmware
			}
			""";
	private static final String OTHER = """
			namespace acme
			extend meter Base {
			  ^log: ProfileGeneric version 1 1-0:99.1.0*255 { capture energy, rates[*].value }
			  on done { capture ^log }
			}
			""";

	private static final Function<String, Optional<String>> TEXTS = file -> Optional.of(file.equals("a.cosem") ? METER : OTHER);

	private static Renaming rename(String name, String newName) {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("a.cosem", METER);
		texts.put("b.cosem", OTHER);
		Examples examples = Examples.texts(texts);
		Function<String, Optional<String>> read = file -> Optional.ofNullable(texts.get(file)).or(() -> Examples.text(file));
		NameIndex index = new NameIndex(examples.files(), read);
		return new Rename(examples.files(), read, index).rename("a.cosem", METER.indexOf(name), newName);
	}

	@Test
	void acrossFiles() {
		Renaming renaming = rename("energy", "import_total");
		assertEquals(Optional.empty(), renaming.problem());
		Map<String, String> changed = renaming.applied(TEXTS);
		assertEquals(METER.replace("energy", "import_total"), changed.get("a.cosem"));
		assertEquals(OTHER.replace("energy", "import_total"), changed.get("b.cosem"));
	}

	@Test
	void variableInALogicalName() {
		Map<String, String> changed = rename("r in rate", "n").applied(TEXTS);
		assertEquals(METER.replace("[r in", "[n in").replace("{r}", "{n}"), changed.get("a.cosem"));
	}

	@Test
	void wordsOfTheLanguageAreEscaped() {
		Map<String, String> changed = rename("energy", "group").applied(TEXTS);
		assertTrue(changed.get("a.cosem").contains("^group: Register"), changed.get("a.cosem"));
		assertTrue(changed.get("b.cosem").contains("capture ^group, rates"), changed.get("b.cosem"));
	}

	@Test
	void conflictsAreFoundBefore() {
		assertEquals(Optional.of("rates is the name of another object already, in a.cosem line 6"), rename("energy", "rates").problem());
		assertTrue(rename("energy", "all").problem().isPresent(), "a group has the name");
		assertFalse(rename("energy", "done").problem().isPresent(), "an event may have the name of an object");
	}

	@Test
	void whatCannotBe() {
		assertEquals(Optional.of("interface class Register belongs to the library, which cannot be changed"), rename("Register", "Counter").problem());
		assertEquals(Optional.of("'1a' is no name: a name has letters, digits and _, and begins with no digit"), rename("energy", "1a").problem());
		assertTrue(rename("namespace", "other").problem().isPresent());
		assertEquals(new LinkedHashSet<>(List.of()), rename("namespace", "other").edits().keySet());
	}
}
