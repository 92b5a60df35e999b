// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * The order of the layers of one meter or companion: unnamed parts first, then the named ones, each behind those that its {@code after}
 * names. Where the text gives no order none may matter: two layers that change the same thing have to be ordered. File names decide nothing.
 */
final class LayerOrder {
	private final Report report;
	private final Map<String, List<LayerDecl>> named = new TreeMap<>();
	private final Map<String, Set<String>> below = new LinkedHashMap<>();
	private final List<LayerDecl> ordered = new ArrayList<>();

	/**
	 * Orders layers.
	 *
	 * @param layers the layers, in any order
	 * @param known  names of layers of what this one extends: they come before by themselves
	 */
	LayerOrder(List<LayerDecl> layers, Set<String> known, Report report) {
		this.report = report;
		for (LayerDecl each : layers) {
			if (each.getName() == null) {
				unnamed(each);
			} else {
				named.computeIfAbsent(each.getName(), key -> new ArrayList<>()).add(each);
			}
		}
		named.values().forEach(parts -> parts.forEach(part -> checkAfter(part, known)));
		named.keySet().forEach(name -> visit(name, new LinkedHashSet<>()));
	}

	private void unnamed(LayerDecl layer) {
		ordered.add(layer);
		if (!layer.getAfter().isEmpty()) {
			report.report("MW-LANG-026", layer, CosemDslPackage.eINSTANCE.getLayerDecl_After(),
					"only a layer with a name has an order; write extend meter %s as name after %s".formatted(layer.getTarget(), String.join(", ", layer.getAfter())));
		}
	}

	private void checkAfter(LayerDecl layer, Set<String> known) {
		for (int i = 0; i < layer.getAfter().size(); i++) {
			String name = layer.getAfter().get(i);
			if (!named.containsKey(name) && !known.contains(name)) {
				Optional<String> near = Suggest.nearest(name, named.keySet());
				report.at("MW-LANG-026", SyntaxFile.place(layer, CosemDslPackage.eINSTANCE.getLayerDecl_After(), i), layer,
						"no layer %s of %s%s".formatted(name, layer.getTarget(), near.map("; did you mean %s?"::formatted).orElse("")),
						near.map(each -> new String[] { each }).orElse(new String[0]));
			}
		}
	}

	private Set<String> visit(String name, Set<String> path) {
		if (below.containsKey(name)) {
			return below.get(name);
		}
		if (!path.add(name)) {
			report.report("MW-LANG-010", named.get(name).getFirst(), CosemDslPackage.eINSTANCE.getLayerDecl_After(),
					"layer %s comes after itself: %s".formatted(name, String.join(", ", path)));
			return Set.of();
		}
		Set<String> all = new LinkedHashSet<>();
		for (LayerDecl part : named.get(name)) {
			for (String after : part.getAfter()) {
				if (named.containsKey(after)) {
					all.add(after);
					all.addAll(visit(after, path));
				}
			}
		}
		path.remove(name);
		if (below.putIfAbsent(name, all) == null) {
			ordered.addAll(named.get(name));
		}
		return all;
	}

	/** Returns the layers, those that others come after first. */
	List<LayerDecl> layers() {
		return List.copyOf(ordered);
	}

	/** Returns the names of the layers. */
	Set<String> names() {
		return named.keySet();
	}

	/** Tells whether the text says that a layer comes after another. */
	boolean isAfter(LayerDecl upper, LayerDecl lower) {
		if (upper == lower) {
			return true;
		}
		if (upper.getName() == null || upper.getName().equals(lower.getName())) {
			return false;
		}
		return lower.getName() == null || below.getOrDefault(upper.getName(), Set.of()).contains(lower.getName());
	}

	/** Names a layer for users, with its place. */
	static String describe(LayerDecl layer) {
		var place = SyntaxFile.place(layer, Layer.WRITTEN);
		return "%s (%s line %d)".formatted(layer.getName() == null ? "the part of %s".formatted(layer.getTarget()) : "layer %s".formatted(layer.getName()), place.file(),
				place.line());
	}
}
