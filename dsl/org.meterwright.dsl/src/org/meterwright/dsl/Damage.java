// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.syntax.Repair;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * Syntax errors, and what they leave to be told. A meter whose files, or files that it may see, have syntax errors lacks declarations;
 * a finding on it is told only where it depends on one declaration that is whole and names nothing that may be lost.
 */
final class Damage {
	/** Findings on one line or one head by itself. */
	private static final Pattern LOCAL = Pattern.compile("MW-LANG-(?:005|006|013|017|03[0-3]|04[0-4]|05[0-9])|MW-TYPE-\\d+|MW-STORE-00[1-7]|MW-ID-0(?:02|03|04|15|16|17)");
	private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

	private final List<SyntaxFile> broken;
	private final List<Repair> repairs;
	private final Set<String> namespaces = new HashSet<>();
	private boolean everywhere;

	private record Chunk(String file, int from, int to, String name, Set<String> words) {
		boolean holds(Finding finding) {
			return finding.place().file().equals(file) && finding.place().offset() >= from && finding.place().offset() < to;
		}
	}

	Damage(List<SyntaxFile> broken, List<Repair> repairs) {
		this.broken = broken;
		this.repairs = repairs;
		for (int i = 0; i < broken.size(); i++) {
			add(broken.get(i).namespace());
			add(repairs.get(i).file().namespace());
		}
	}

	private void add(String namespace) {
		namespaces.add(namespace);
		everywhere |= namespace.isEmpty();
	}

	boolean isNone() {
		return broken.isEmpty();
	}

	/** Tells whether files may see what syntax errors took away. */
	boolean reaches(Collection<SyntaxFile> files) {
		return !isNone() && (everywhere || files.stream().anyMatch(this::reaches));
	}

	private boolean reaches(SyntaxFile file) {
		return namespaces.contains(file.namespace()) || file.root().getImports().stream().map(Import::getName).anyMatch(name -> name == null
				|| namespaces.stream().anyMatch(namespace -> name.equals(namespace) || name.startsWith("%s.".formatted(namespace))));
	}

	/** Returns the findings on a damaged meter that hold whatever is lost. */
	List<Finding> certain(List<Finding> findings, Collection<SyntaxFile> files) {
		if (repairs.stream().anyMatch(Repair::none) || findings.stream().noneMatch(finding -> LOCAL.matcher(finding.rule()).matches())) {
			return List.of();
		}
		List<Chunk> sound = new ArrayList<>();
		files.stream().filter(file -> !file.isLibrary()).forEach(file -> chunks(file, sound));
		Set<String> lost = new LinkedHashSet<>();
		repairs.forEach(repair -> lost.addAll(repair.lost()));
		List<Finding> doubtful = findings.stream().filter(Damage::isDoubtful).toList();
		drop(sound, chunk -> doubtful.stream().anyMatch(chunk::holds), lost);
		while (drop(sound, chunk -> chunk.words().stream().anyMatch(lost::contains), lost)) {
			// what names what was dropped goes too
		}
		return findings.stream().filter(finding -> LOCAL.matcher(finding.rule()).matches() && sound.stream().anyMatch(chunk -> chunk.holds(finding))).toList();
	}

	/** Drops declarations; their names are lost with them. */
	private static boolean drop(List<Chunk> chunks, Predicate<Chunk> wrong, Set<String> lost) {
		Map<Boolean, List<Chunk>> parts = chunks.stream().collect(Collectors.partitioningBy(wrong));
		chunks.clear();
		chunks.addAll(parts.get(false));
		parts.get(true).forEach(chunk -> lost.add(chunk.name()));
		return !parts.get(true).isEmpty();
	}

	/** Tells of a name that means nothing, or of anything else that another declaration would mend. */
	private static boolean isDoubtful(Finding finding) {
		return finding.rule().startsWith("MW-LANG-") && !LOCAL.matcher(finding.rule()).matches();
	}

	/** Tells of a finding on one line or one head by itself. */
	static boolean isLocal(Finding finding) {
		return LOCAL.matcher(finding.rule()).matches();
	}

	private static void chunks(SyntaxFile file, List<Chunk> chunks) {
		file.root().getElements().forEach(element -> chunks(file, element, chunks));
	}

	private static void chunks(SyntaxFile file, EObject element, List<Chunk> chunks) {
		switch (element) {
			case MeterDecl it -> it.getItems().forEach(item -> chunks(file, item, chunks));
			case LayerDecl it -> it.getItems().forEach(item -> chunks(file, item, chunks));
			case CompanionDecl it -> it.getItems().forEach(item -> chunks(file, item, chunks));
			case DeviceDecl it -> it.getItems().forEach(item -> chunks(file, item, chunks));
			case IfItem it -> {
				it.getItems().forEach(item -> chunks(file, item, chunks));
				it.getElseItems().forEach(item -> chunks(file, item, chunks));
			}
			default -> chunk(file, element, chunks);
		}
	}

	private static void chunk(SyntaxFile file, EObject element, List<Chunk> chunks) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null) {
			return;
		}
		Object name = element.eClass().getEStructuralFeature("name") == null ? null : element.eGet(element.eClass().getEStructuralFeature("name"));
		Set<String> words = new HashSet<>();
		for (Matcher matcher = WORD.matcher(NodeModelUtils.getTokenText(node)); matcher.find();) {
			words.add(matcher.group());
		}
		Origin place = SyntaxFile.place(element, "written");
		chunks.add(new Chunk(file.name(), place.offset(), place.offset() + place.length(), String.valueOf(name), words));
	}
}
