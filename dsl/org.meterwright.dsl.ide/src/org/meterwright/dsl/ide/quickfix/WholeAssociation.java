// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.complete.MissingObjects;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.MeterDecl;

/** Writes an association that a companion requires as completing does: with its keys, its secret and the rights that the companion gives. */
final class WholeAssociation {
	private static final String STEP = "  ";

	private WholeAssociation() {
	}

	/** Returns the fix; none where the meter is not known, or where the text lacks an import that the association needs. */
	static Optional<List<QuickFix>> of(FixContext context, List<CompiledMeter> meters) {
		Optional<MeterDecl> here = context.at(MeterDecl.class);
		Optional<MissingObjects.Part> part = meter(context, meters).flatMap(meter -> context.data().map(name -> MissingObjects.of(meter, name::equals)));
		return part.filter(it -> it.count() > 0).flatMap(it -> here.filter(meter -> has(meter, it.imports())).map(meter -> context.fix(context.line(meter, lines(it)))));
	}

	private static Optional<CompiledMeter> meter(FixContext context, List<CompiledMeter> meters) {
		return context.finding().subject().filter(Meter.class::isInstance).map(Meter.class::cast)
				.flatMap(subject -> meters.stream().filter(each -> each.model().getName().equals(subject.getName())).findFirst());
	}

	private static boolean has(MeterDecl meter, List<String> namespaces) {
		return meter.eContainer() instanceof File file
				&& file.getImports().stream().map(Import::getName).collect(Collectors.toSet()).containsAll(namespaces.stream().map("%s.*"::formatted).toList());
	}

	/** Returns the declarations behind one another; a meter stands at the left, and the first line gets its indentation with the others of its block. */
	private static String lines(MissingObjects.Part part) {
		return part.declarations().strip().lines().map(line -> line.startsWith(STEP) ? line.substring(STEP.length()) : line).collect(Collectors.joining("\n" + STEP));
	}
}
