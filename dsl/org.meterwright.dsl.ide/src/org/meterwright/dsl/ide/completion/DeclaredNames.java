// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;

/**
 * Everything that has a name in a set of files: library, companions and the meter's own. Names are taken as written, without regard to
 * switches: what stands under {@code if} can be completed too.
 */
public final class DeclaredNames {
	private final SequencedMap<String, List<ClassDecl>> classes = new LinkedHashMap<>();
	private final SequencedMap<String, TypeDecl> types = new LinkedHashMap<>();
	private final List<UnitDecl> units = new ArrayList<>();
	private final Map<Class<?>, SequencedMap<String, EObject>> items = new LinkedHashMap<>();
	private final Set<String> namespaces = new TreeSet<>();

	private DeclaredNames() {
	}

	/** Collects the names of files. */
	public static DeclaredNames of(Collection<File> files) {
		DeclaredNames names = new DeclaredNames();
		files.forEach(names::addFile);
		return names;
	}

	private void addFile(File file) {
		if (file.getName() != null) {
			namespaces.add(file.getName());
		}
		file.getElements().forEach(this::add);
	}

	private void add(EObject node) {
		switch (node) {
			case ClassDecl declared -> classes.computeIfAbsent(String.valueOf(declared.getName()), name -> new ArrayList<>()).add(declared);
			case TypeDecl type -> types.put(String.valueOf(type.getName()), type);
			case UnitDecl unit -> units.add(unit);
			case LayerDecl layer -> layer.getItems().forEach(this::add);
			case IfItem branch -> {
				branch.getItems().forEach(this::add);
				branch.getElseItems().forEach(this::add);
			}
			case OverrideItem override when override.getItem() != null -> add(override.getItem());
			case RequirementDecl requirement -> {
				// What a companion asks for has its own names there; the meter's objects have theirs.
			}
			default -> addNamed(node);
		}
	}

	private void addNamed(EObject node) {
		NameOf.name(node).ifPresent(name -> items.computeIfAbsent(node.eClass().getInstanceClass(), type -> new LinkedHashMap<>()).putIfAbsent(name, node));
		switch (node) {
			case MeterDecl meter -> meter.getItems().forEach(this::add);
			case CompanionDecl companion -> companion.getItems().forEach(this::add);
			case DeviceDecl device -> device.getItems().forEach(this::add);
			default -> {
				// Nothing below has a name of its own.
			}
		}
	}

	/** Returns the interface classes by name, all versions. */
	public SequencedMap<String, List<ClassDecl>> classes() {
		return classes;
	}

	/** Returns the named types. */
	public Collection<TypeDecl> types() {
		return types.values();
	}

	/** Finds a named type by its last name segment. */
	public Optional<TypeDecl> type(String name) {
		return Optional.ofNullable(types.get(name.substring(name.lastIndexOf('.') + 1)));
	}

	/** Returns the units. */
	public List<UnitDecl> units() {
		return units;
	}

	/** Returns the namespaces of the files. */
	public Set<String> namespaces() {
		return namespaces;
	}

	/** Returns the declarations of one kind by name. */
	public <T extends EObject> Collection<T> all(Class<T> kind) {
		return items.getOrDefault(kind, new LinkedHashMap<>()).values().stream().map(kind::cast).toList();
	}

	/** Finds a declaration of one kind. */
	public <T extends EObject> Optional<T> find(Class<T> kind, String name) {
		return Optional.ofNullable(items.getOrDefault(kind, new LinkedHashMap<>()).get(name)).map(kind::cast);
	}

	/** Finds the class of a name: the version asked for, or the last that is declared. */
	public Optional<ClassDecl> interfaceClass(String name, String version) {
		List<ClassDecl> versions = name == null ? List.of() : classes.getOrDefault(name.substring(name.lastIndexOf('.') + 1), List.of());
		return versions.stream().filter(declared -> version != null && version.equals(String.valueOf(declared.getVersion()))).findFirst()
				.or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
	}
}
