// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.obis.GroupValues;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObisGroupDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Makes OBIS dictionaries of the {@code obis} entries in texts: the standard's once, and for a meter those of the namespaces that it lives
 * in, imports or conforms to before the standard's. An entry that is not in order is left out: {@link ObisChecks} tells of it.
 */
public final class ObisDictionaries {
	private static final int STANDARD = 0;
	private static final int COMPANION = 1;
	private static final int OWN = 2;

	private static final class Holder {
		static final Dictionary STANDARD_ONES = standard(new Declarations(LibraryFiles.files()));
	}

	private final Declarations declarations;

	private ObisDictionaries(Declarations declarations) {
		this.declarations = declarations;
	}

	/** Returns the standard's dictionary. */
	public static Dictionary standard() {
		return Holder.STANDARD_ONES;
	}

	private static Dictionary standard(Declarations declarations) {
		return new Dictionary(new ObisDictionaries(declarations).entries(declarations.obis().stream().filter(ObisDictionaries::isStandard).toList()));
	}

	private static boolean isStandard(ObisDecl entry) {
		SyntaxFile file = SyntaxFile.of(entry);
		return file.isLibrary() && file.namespace().equals(Declarations.LIBRARY);
	}

	/** Returns the dictionary of a meter: what it and its companions declare, and the objects that these require, before the standard. */
	public static Dictionary of(Declarations declarations, Items items, Meter model) {
		List<ObisDecl> others = declarations.obis().stream().filter(each -> !isStandard(each)).toList();
		List<DictionaryEntry> more = new ArrayList<>();
		if (!others.isEmpty()) {
			Set<String> visible = new HashSet<>();
			items.chain().forEach(meter -> visible(SyntaxFile.of(meter), visible));
			items.companions().forEach(each -> visible.add(SyntaxFile.of(each.companion()).namespace()));
			more.addAll(new ObisDictionaries(declarations).entries(others.stream().filter(each -> visible.contains(SyntaxFile.of(each).namespace())).toList()));
		}
		more.addAll(required(model));
		return standard().with(more);
	}

	/** What a companion requires or allows has a meaning: its name there. Two classes at one logical name make one entry. */
	private static Collection<DictionaryEntry> required(Meter model) {
		Map<LogicalName, DictionaryEntry> entries = new LinkedHashMap<>();
		model.getCompanions().stream().flatMap(companion -> companion.getRequirements().stream())
				.filter(each -> each.getKind() != RequirementKind.FORBID && each.getLogicalName() != null).forEach(each -> entries.merge(each.getLogicalName(),
						entry(each.getLogicalName(), words(each.getName()), Set.of(each.getClassId())), ObisDictionaries::both));
		return entries.values();
	}

	private static DictionaryEntry entry(LogicalName name, String title, Set<Integer> classes) {
		List<GroupValues> groups = IntStream.of(name.a(), name.b(), name.c(), name.d(), name.e(), name.f()).mapToObj(GroupValues::of).toList();
		Set<Integer> units = standard().find(name).map(DictionaryEntry::units).orElse(Set.of());
		return new DictionaryEntry(groups, title, classes, false, units, "", COMPANION);
	}

	private static DictionaryEntry both(DictionaryEntry one, DictionaryEntry other) {
		Set<Integer> classes = new HashSet<>(one.classes());
		classes.addAll(other.classes());
		return new DictionaryEntry(one.groups(), one.title(), classes, false, one.units(), "", COMPANION);
	}

	/** Writes a name of the language as words: {@code auxState[2]} is "aux state 2". */
	private static String words(String name) {
		return name == null ? "" : name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace("[", " ").replace("]", "").toLowerCase(Locale.ROOT);
	}

	private static void visible(SyntaxFile file, Collection<String> namespaces) {
		namespaces.add(file.namespace());
		for (Import each : file.root().getImports()) {
			if (each.getName() != null) {
				namespaces.add(each.getName().replaceFirst("\\.\\*$", ""));
			}
		}
	}

	private List<DictionaryEntry> entries(List<ObisDecl> declared) {
		List<DictionaryEntry> entries = new ArrayList<>(declared.size());
		for (ObisDecl each : declared) {
			try {
				entries.add(entry(each));
			} catch (IllegalArgumentException e) {
				// told by ObisChecks
			}
		}
		return entries;
	}

	private DictionaryEntry entry(ObisDecl declared) {
		SyntaxFile file = SyntaxFile.of(declared);
		List<GroupValues> groups = ObisPattern.read(declared.getCode(), Optional.ofNullable(declared.getMedia()), name -> group(declarations, file, name));
		Set<Integer> classes = declared.getClasses().stream().flatMap(name -> declarations.find(Sort.CLASS, file, name).stream())
				.map(each -> Numerals.clampedInt(((ClassDecl) each).getClassId())).collect(Collectors.toSet());
		Set<Integer> units = declared.getUnits().stream().flatMap(name -> declarations.find(Sort.UNIT, file, name).stream())
				.map(each -> Numerals.clampedInt(((UnitDecl) each).getCode())).collect(Collectors.toSet());
		if (classes.isEmpty() && !declared.getClasses().isEmpty()) {
			throw new IllegalArgumentException("no class of this entry is known");
		}
		return new DictionaryEntry(groups, declared.getTitle(), classes, declared.isOnly(), units, declared.getUncertain() == null ? "" : declared.getUncertain(), layer(file));
	}

	private static int layer(SyntaxFile file) {
		return !file.isLibrary() ? OWN : file.namespace().equals(Declarations.LIBRARY) ? STANDARD : COMPANION;
	}

	/** Returns the values of an obis group that a name means in a file. */
	static GroupValues group(Declarations declarations, SyntaxFile from, String name) {
		List<EObject> found = declarations.find(Sort.OBIS_GROUP, from, name);
		if (found.isEmpty()) {
			throw new IllegalArgumentException("no obis group %s".formatted(name));
		}
		return values((ObisGroupDecl) found.getFirst());
	}

	/** Returns the values of an obis group. */
	static GroupValues values(ObisGroupDecl group) {
		String[] texts = new String[256];
		group.getValues().forEach(each -> {
			int lower = Math.min(255, Numerals.clampedInt(each.getLower()));
			int upper = each.getUpper() == null ? lower : Math.min(255, Numerals.clampedInt(each.getUpper()));
			for (int value = lower; value <= upper; value++) {
				texts[value] = each.getText();
			}
		});
		return GroupValues.named(group.getName(), texts);
	}

	/** Returns the text of each value that a title's placeholders stand for. */
	static Map<String, Integer> letters() {
		return Map.of("a", 0, "b", 1, "c", 2, "d", 3, "e", 4, "f", 5);
	}
}
