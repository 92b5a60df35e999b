// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.complete.MissingObjects;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Writes objects that companions require into the text of the meter that lacks them. */
public final class MissingEdits {
	private MissingEdits() {
	}

	/**
	 * Plans the edit: one change of the file that has the meter.
	 *
	 * @param texts the newest texts by file
	 * @param names names of the required objects, of families without index
	 */
	public static EditPlan plan(CompiledMeter meter, Function<String, Optional<String>> texts, Set<String> names) {
		MeterDecl declaration = meter.items().chain().getLast();
		String name = SyntaxFile.of(declaration).name();
		Optional<EditedFile> file = texts.apply(name).map(EditedFile::new);
		Optional<MeterDecl> here = file.flatMap(it -> it.meter(declaration.getName()));
		if (here.isEmpty()) {
			return EditPlan.refusal("The text of %s cannot be changed: it stands in %s.".formatted(meter.name(), name));
		}
		MissingObjects.Part part = MissingObjects.of(meter, names::contains);
		if (part.count() == 0) {
			return EditPlan.refusal(part.partly().isEmpty() ? "Nothing is missing any more."
					: "Some members of %s are there: which others the meter needs you must say.".formatted(String.join(", ", part.partly())));
		}
		file.get().addImports(part.imports().stream().filter(each -> !isImported(here.get(), each)).toList());
		file.get().append(here.get(), part.declarations().lines().map(line -> line.startsWith("  ") ? line.substring(2) : line).toList());
		return new EditPlan(Map.of(name, file.get().edits()), List.of(), List.of());
	}

	private static boolean isImported(MeterDecl meter, String namespace) {
		return meter.eContainer() instanceof File file
				&& (namespace.equals(file.getName()) || file.getImports().stream().map(Import::getName).anyMatch(name -> name.equals("%s.*".formatted(namespace))));
	}
}
