// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.IndexExpr;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.Segment;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Resolves references: {@code importRate[3].value}, {@code device.object.attribute}, {@code supplyScripts.disable}. A family without
 * index, or with {@code [*]}, means all members in index order. What does not resolve gives one finding.
 */
public final class Resolver {
	private final Items items;
	private final Symbols symbols;
	private final Report report;
	private final Links links;
	private Set<String> declared;
	/** What is near to names that mean nothing: members of a family ask for the same. */
	private final Map<Sought, Optional<String>> near = new HashMap<>();

	private record Sought(String name, String device, Want want, int names) {
	}

	Resolver(Items items, Symbols symbols, Report report, Links links) {
		this.items = items;
		this.symbols = symbols;
		this.report = report;
		this.links = links;
	}

	/** Resolves a reference to all that it means; nothing after a finding. */
	public List<Referent> resolve(Ref ref, Scope scope, Want want) {
		List<Segment> segments = ref.getSegments();
		Segment head = segments.getFirst();
		int next = 1;
		String device = scope.device();
		boolean qualified = segments.size() > 1 && head.getIndex() == null && symbols.isDevice(head.getName()) && lookup(device, head.getName(), want).isEmpty();
		if (qualified) {
			device = head.getName();
			head = segments.get(next++);
		}
		List<Symbol> found = qualified ? symbols.find(device, head.getName(), want.kinds()) : lookup(device, head.getName(), want);
		if (found.isEmpty()) {
			unknown(head, device, want);
			return List.of();
		}
		if (!sameOrigin(found)) {
			report.report("MW-LANG-021", head, "%s is the name of several things: %s".formatted(head.getName(), places(found)));
			return List.of();
		}
		links.add(head, CosemDslPackage.eINSTANCE.getSegment_Name(), found.getFirst().declaration());
		List<Symbol> chosen = new IndexSelection(items, report).select(found, head, scope.env());
		Members members = new Members(report, links, segments.subList(next, segments.size()), want);
		List<Referent> referents = new ArrayList<>(chosen.size());
		for (Symbol each : chosen) {
			Optional<Referent> referent = members.of(each, ref);
			if (referent.isEmpty()) {
				return List.of();
			}
			referents.add(referent.get());
		}
		return referents;
	}

	/** Resolves a reference that must mean one thing; a family needs an index. */
	public Optional<Referent> one(Ref ref, Scope scope, Want want) {
		List<Referent> found = resolve(ref, scope, want);
		if (found.size() > 1) {
			report.report("MW-LANG-022", ref, "%s is a family of %d; say which member: %s".formatted(text(ref), found.size(), found.getFirst().text()),
					found.getFirst().text());
			return Optional.empty();
		}
		return found.stream().findFirst();
	}

	/** Resolves a reference that must mean one thing; the whole of a family pairs a member with the member of the same index. */
	public Optional<Referent> pair(Ref ref, Scope scope, Want want) {
		boolean indexed = ref.getSegments().stream().anyMatch(segment -> segment.getIndex() != null);
		if (indexed || scope.env().binders().isEmpty()) {
			return one(ref, scope, want);
		}
		List<Referent> found = resolve(ref, scope, want);
		if (found.size() <= 1) {
			return found.stream().findFirst();
		}
		String own = scope.env().binders().values().iterator().next().name();
		Optional<Referent> same = found.stream().filter(each -> each.symbol().index().filter(entry -> entry.name().equals(own)).isPresent()).findFirst();
		if (same.isEmpty()) {
			report.report("MW-LANG-023", ref, "%s has no member %s to pair with".formatted(text(ref), own));
		}
		return same;
	}

	/** Tells, without a finding, whether the first name of a reference means something here. */
	public boolean knows(Ref ref, Scope scope, Want want) {
		String name = ref.getSegments().getFirst().getName();
		return !lookup(scope.device(), name, want).isEmpty() || ref.getSegments().size() > 1 && symbols.isDevice(name);
	}

	private List<Symbol> lookup(String device, String name, Want want) {
		List<Symbol> own = symbols.find(device, name, want.kinds());
		if (!own.isEmpty()) {
			return own;
		}
		List<Symbol> meter = device.isEmpty() ? own : symbols.find("", name, want.kinds());
		if (!meter.isEmpty() || !device.isEmpty()) {
			return meter;
		}
		List<Symbol> everywhere = new ArrayList<>();
		symbols.devices().forEach(each -> everywhere.addAll(symbols.find(each, name, want.kinds())));
		return everywhere;
	}

	private static boolean sameOrigin(List<Symbol> found) {
		EObject declaration = found.getFirst().declaration();
		String device = found.getFirst().device();
		return found.stream().allMatch(each -> each.declaration() == declaration && each.device().equals(device));
	}

	private static String places(List<Symbol> found) {
		Set<String> places = new LinkedHashSet<>();
		for (Symbol each : found) {
			var place = SyntaxFile.place(each.declaration(), "written");
			places.add("%s %s%s in %s line %d".formatted(each.kind().word(), each.device().isEmpty() ? "" : each.device() + ".", each.name(), place.file(), place.line()));
		}
		return String.join(", ", places);
	}

	private void unknown(Segment head, String device, Want want) {
		String name = head.getName();
		if (isDeclared(name)) {
			return;
		}
		if (isGone(head, name)) {
			return;
		}
		for (String other : symbols.devices()) {
			if (!other.equals(device) && !symbols.find(other, name, want.kinds()).isEmpty()) {
				report.report("MW-LANG-020", head, "no %s %s in device %s; device %s has one: write %s.%s".formatted(want.words(), name, device, other, other, name),
						"%s.%s".formatted(other, name));
				return;
			}
		}
		Optional<String> other = near.computeIfAbsent(new Sought(name, device, want, symbols.size()), sought -> Suggest.nearest(name, candidates(device, want)));
		report.report("MW-LANG-020", head, "no %s %s%s".formatted(want.words(), name, other.map("; did you mean %s?"::formatted).orElse("")),
				other.map(each -> new String[] { each }).orElse(new String[0]));
	}

	/** Forgets what it knows of names that mean nothing, after objects came or went. */
	void forget() {
		declared = null;
		near.clear();
	}

	/** Reports what works with something that was removed, or that only another variant has. */
	private boolean isGone(Segment head, String name) {
		Optional<EObject> removal = items.removal(name);
		Optional<EObject> absent = items.absent(name);
		if (removal.isPresent() && standsWith(head, removal.get())) {
			var place = SyntaxFile.place(removal.get(), Layer.WRITTEN);
			report.report("MW-LANG-020", head, "%s was removed in %s line %d".formatted(name, place.file(), place.line()));
		} else if (removal.isPresent()) {
			var place = SyntaxFile.place(head, Layer.WRITTEN);
			report.report("MW-LANG-019", removal.get(), "%s cannot be removed: %s needs it, in %s line %d; override that, or remove it too".formatted(name,
					ItemKey.around(head), place.file(), place.line()));
		} else if (absent.isPresent()) {
			var place = SyntaxFile.place(absent.get(), Layer.WRITTEN);
			report.report("MW-LANG-020", head, "%s is only there if %s (%s line %d); write this line into the same if".formatted(name, Layer.condition(absent.get()),
					place.file(), place.line()));
		}
		return removal.isPresent() || absent.isPresent();
	}

	/** Tells whether two places are of the same text of a meter, layer or companion, neither of them under a condition of its own. */
	static boolean standsWith(EObject one, EObject other) {
		return top(one) == top(other) && Layer.condition(other).isEmpty();
	}

	private static EObject top(EObject node) {
		EObject at = node;
		while (at.eContainer() != null && !(at instanceof Element)) {
			at = at.eContainer();
		}
		return at;
	}

	/** Tells whether an object is declared that could not be made: its declaration has a finding, and one is enough. */
	private boolean isDeclared(String name) {
		if (declared == null) {
			declared = items.of(ObjectDecl.class).stream().map(entry -> entry.node().getName()).collect(Collectors.toSet());
		}
		return declared.contains(name) && symbols.devices().stream().allMatch(device -> symbols.find(device, name, Set.of(Kind.OBJECT)).isEmpty());
	}

	private List<String> candidates(String device, Want want) {
		List<String> all = new ArrayList<>(symbols.names(device, want.kinds()));
		all.addAll(symbols.names("", want.kinds()));
		if (device.isEmpty()) {
			symbols.devices().forEach(each -> all.addAll(symbols.names(each, want.kinds())));
		}
		return all;
	}

	/** Returns a reference as it is written. */
	public static String text(Ref ref) {
		StringBuilder text = new StringBuilder();
		for (Segment segment : ref.getSegments()) {
			text.append(text.isEmpty() ? "" : ".").append(segment.getName()).append(index(segment.getIndex()));
		}
		return text.toString();
	}

	private static String index(IndexExpr index) {
		if (index == null) {
			return "";
		}
		if (index.isAll()) {
			return "[*]";
		}
		String range = index.getTo() == null ? "" : ".." + index.getTo();
		return "[%s%s]".formatted(index.getAt() == null ? index.getFrom() : index.getAt(), range);
	}

	/** Returns the object of a reference's element, if it is one. */
	static Optional<CosemObject> object(Symbol symbol) {
		return symbol.element() instanceof CosemObject object ? Optional.of(object) : Optional.empty();
	}
}
