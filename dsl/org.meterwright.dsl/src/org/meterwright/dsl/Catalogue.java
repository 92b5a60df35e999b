// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.exchange.ClassCatalogue;

/**
 * The interface classes of the standard, by id and version, for importers and the printer; those of companions are not among them. A class is
 * elaborated when it is first asked for.
 */
public final class Catalogue implements ClassCatalogue {
	private final Elaboration elaboration;
	private final Map<Integer, TreeMap<Integer, ClassDecl>> declarations = new HashMap<>();

	/** Reads the library. */
	public Catalogue() {
		SyntaxFile nobody = CosemLanguage.parser().parse("catalogue", "meter Nobody { }", false);
		elaboration = new Elaboration(new Declarations(LibraryFiles.files()), (MeterDecl) nobody.root().getElements().getFirst(), Set.of());
		LibraryFiles.files().stream().filter(file -> file.namespace().equals(Declarations.LIBRARY)).flatMap(file -> file.root().getElements().stream()).filter(ClassDecl.class::isInstance).map(ClassDecl.class::cast)
				.forEach(each -> declarations.computeIfAbsent(Integer.valueOf(each.getClassId()), id -> new TreeMap<>())
						.putIfAbsent(Integer.valueOf(each.getVersion()), each));
	}

	/** Returns the names of units by code. */
	public Map<Integer, String> unitNames() {
		return LibraryFiles.files().stream().flatMap(file -> file.root().getElements().stream()).filter(UnitDecl.class::isInstance).map(UnitDecl.class::cast)
				.collect(Collectors.toMap(unit -> Integer.valueOf(unit.getCode()), UnitDecl::getName, (first, second) -> first));
	}

	/** Returns the standard's types by name. */
	public Map<String, DataType> types() {
		return LibraryFiles.files().stream().filter(file -> file.namespace().equals(Declarations.LIBRARY)).flatMap(file -> file.root().getElements().stream())
				.filter(TypeDecl.class::isInstance).map(TypeDecl.class::cast).collect(Collectors.toMap(TypeDecl::getName, type -> elaboration.types().type(type.getType())));
	}

	@Override
	public Optional<InterfaceClass> find(int classId, int version) {
		return Optional.ofNullable(declarations.get(classId)).map(versions -> versions.get(version)).map(elaboration.classes()::of);
	}

	@Override
	public List<Integer> versions(int classId) {
		return Optional.ofNullable(declarations.get(classId)).map(versions -> List.copyOf(versions.keySet())).orElse(List.of());
	}
}
