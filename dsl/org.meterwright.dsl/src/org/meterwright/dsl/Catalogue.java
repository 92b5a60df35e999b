// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Numerals;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.exchange.ClassCatalogue;

/**
 * The interface classes of the standard, by id and version, for importers and the printer; those of companions are not among them. A maker's
 * texts may add classes and types of their own. A class is elaborated when it is first asked for.
 */
public final class Catalogue implements ClassCatalogue {
	private final Elaboration elaboration;
	private final List<SyntaxFile> files;
	private final Map<Integer, TreeMap<Integer, ClassDecl>> declarations = new HashMap<>();

	/** Reads the library. */
	public Catalogue() {
		this(List.of());
	}

	/**
	 * Reads the library and a maker's texts; where both have a class, that of the library holds.
	 *
	 * @param own files that declare classes and types
	 */
	public Catalogue(Collection<SyntaxFile> own) {
		SyntaxFile nobody = CosemLanguage.parser().parse("catalogue", "meter Nobody { }", false);
		List<SyntaxFile> all = new ArrayList<>(LibraryFiles.files());
		all.addAll(own);
		elaboration = new Elaboration(new Declarations(all), (MeterDecl) nobody.root().getElements().getFirst(), Set.of());
		files = Stream.concat(LibraryFiles.files().stream().filter(file -> file.namespace().equals(Declarations.LIBRARY)), own.stream()).toList();
		elements(ClassDecl.class).forEach(each -> declarations.computeIfAbsent(Numerals.clampedInt(each.getClassId()), id -> new TreeMap<>())
				.putIfAbsent(Numerals.clampedInt(each.getVersion()), each));
	}

	private <T> Stream<T> elements(Class<T> kind) {
		return files.stream().flatMap(file -> file.root().getElements().stream()).filter(kind::isInstance).map(kind::cast);
	}

	/** Returns the names of units by code. */
	public Map<Integer, String> unitNames() {
		return LibraryFiles.files().stream().flatMap(file -> file.root().getElements().stream()).filter(UnitDecl.class::isInstance).map(UnitDecl.class::cast)
				.collect(Collectors.toMap(unit -> Integer.valueOf(unit.getCode()), UnitDecl::getName, (first, second) -> first));
	}

	/** Returns the types by name, the standard's first. */
	public Map<String, DataType> types() {
		return elements(TypeDecl.class).collect(Collectors.toMap(TypeDecl::getName, type -> elaboration.types().type(type.getType()), (first, second) -> first));
	}

	@Override
	public Optional<String> namespace(int classId, int version) {
		return declared(classId, version).map(declaration -> SyntaxFile.of(declaration).namespace())
				.filter(namespace -> !namespace.isEmpty() && !namespace.equals(Declarations.LIBRARY));
	}

	private Optional<ClassDecl> declared(int classId, int version) {
		return Optional.ofNullable(declarations.get(classId)).map(versions -> versions.get(version));
	}

	@Override
	public Optional<InterfaceClass> find(int classId, int version) {
		return declared(classId, version).map(elaboration.classes()::of);
	}

	@Override
	public List<Integer> versions(int classId) {
		return Optional.ofNullable(declarations.get(classId)).map(versions -> List.copyOf(versions.keySet())).orElse(List.of());
	}
}
