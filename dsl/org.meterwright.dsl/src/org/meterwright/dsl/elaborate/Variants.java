// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.SwitchDecl;
import org.meterwright.dsl.cosemDsl.VariantDecl;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The named combinations of a meter's switches, those of its bases too. A combination may build on others: {@code variant plus = basic + auxiliary}. */
public final class Variants {

	/** A named combination with the switches that it turns on. */
	public record Variant(String name, Set<String> switches, VariantDecl declaration) {
	}

	private final Report report;
	private final Switches switches;
	private final Map<String, VariantDecl> declared = new LinkedHashMap<>();
	private final List<Variant> variants = new ArrayList<>();

	Variants(List<Entry<VariantDecl>> entries, Switches switches, Report report) {
		this.report = report;
		this.switches = switches;
		entries.forEach(entry -> declared.put(entry.node().getName(), entry.node()));
		declared.forEach((name, node) -> {
			Set<String> on = new LinkedHashSet<>();
			collect(node, on, new LinkedHashSet<>());
			checkChoices(node, on);
			variants.add(new Variant(name, Set.copyOf(on), node));
		});
	}

	private void collect(VariantDecl node, Set<String> on, Set<VariantDecl> path) {
		if (!path.add(node)) {
			report.report("MW-LANG-010", node, CosemDslPackage.eINSTANCE.getVariantDecl_On(), "variant %s builds on itself".formatted(node.getName()));
			return;
		}
		for (int i = 0; i < node.getOn().size(); i++) {
			String name = node.getOn().get(i);
			if (switches.names().contains(name)) {
				on.add(name);
			} else if (declared.containsKey(name)) {
				collect(declared.get(name), on, path);
			} else {
				unknown(node, name, i);
			}
		}
		path.remove(node);
	}

	private void unknown(VariantDecl node, String name, int index) {
		Set<String> candidates = new LinkedHashSet<>(switches.names());
		candidates.addAll(declared.keySet());
		Optional<String> near = Suggest.nearest(name, candidates);
		report.at("MW-LANG-011", SyntaxFile.place(node, CosemDslPackage.eINSTANCE.getVariantDecl_On(), index), node, "no switch or variant %s%s".formatted(name,
				near.map("; did you mean %s?"::formatted).orElse("")), near.map(each -> new String[] { each }).orElse(new String[0]));
	}

	private void checkChoices(VariantDecl node, Set<String> on) {
		for (SwitchDecl choice : switches.exclusive()) {
			List<String> chosen = choice.getNames().stream().filter(on::contains).toList();
			if (chosen.size() > 1) {
				report.report("MW-LANG-027", node, CosemDslPackage.eINSTANCE.getVariantDecl_Name(), "variant %s turns on %s, of which a meter has one: switch %s".formatted(
						node.getName(), String.join(" and ", chosen), String.join(" | ", choice.getNames())), chosen.getLast());
			}
		}
	}

	/** Returns the variants in order of text, bases first. */
	List<Variant> all() {
		return List.copyOf(variants);
	}
}
