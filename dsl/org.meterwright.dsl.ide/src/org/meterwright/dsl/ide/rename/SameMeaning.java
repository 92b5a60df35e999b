// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.rename;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Compares what names mean before and after a rename. Names are told by their number in the file; symbols before and after must
 * correspond one to one, so that nothing was joined that was two, and nothing was captured or lost.
 */
final class SameMeaning {
	private final NameIndex before;
	private final NameIndex after;
	private final Map<Symbol, Symbol> there = new HashMap<>();
	private final Map<Symbol, Symbol> back = new HashMap<>();

	SameMeaning(NameIndex before, NameIndex after) {
		this.before = before;
		this.after = after;
	}

	/** Returns a sentence on the first name that would mean something else. */
	Optional<String> difference(Symbol symbol, String newName, Collection<String> changed, Collection<SyntaxFile> files) {
		for (SyntaxFile file : files) {
			boolean concerned = changed.contains(file.name()) || mentions(file, newName);
			Optional<String> problem = concerned ? differenceIn(file.name(), symbol, newName) : Optional.empty();
			if (problem.isPresent()) {
				return problem;
			}
		}
		return Optional.empty();
	}

	private boolean mentions(SyntaxFile file, String name) {
		return before.mentions(file.name(), name);
	}

	private Optional<String> differenceIn(String file, Symbol symbol, String newName) {
		List<Map.Entry<Occurrence, Symbol>> old = new ArrayList<>(before.names(file).entrySet());
		List<Map.Entry<Occurrence, Symbol>> now = new ArrayList<>(after.names(file).entrySet());
		for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
			if (!corresponds(old.get(i).getValue(), now.get(i).getValue())) {
				return Optional.of(conflict(file, old.get(i).getKey(), now.get(i).getValue(), newName));
			}
		}
		return old.size() == now.size() ? Optional.empty()
				: Optional.of("with the name %s some names in %s would mean something else than now".formatted(newName, file));
	}

	private boolean corresponds(Symbol old, Symbol now) {
		Symbol expected = there.putIfAbsent(old, now);
		Symbol origin = back.putIfAbsent(now, old);
		return (expected == null || expected.equals(now)) && (origin == null || origin.equals(old));
	}

	private String conflict(String file, Occurrence place, Symbol now, String newName) {
		Optional<Occurrence> taken = before.declarations(new Symbol(now.kind(), now.scope(), newName)).stream().findFirst();
		return taken.map(other -> "%s is the name of another %s already, in %s line %d".formatted(newName, now.kind().word(), other.file(), before.line(other)))
				.orElseGet(() -> "with the name %s, the name in %s line %d would mean something else".formatted(newName, file, before.line(place)));
	}
}
