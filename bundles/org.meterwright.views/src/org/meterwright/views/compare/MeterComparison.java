// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.ModelWording;
import org.meterwright.exchange.compare.Side;

/** Compares a meter with another one, or with what a revision made of it. */
public final class MeterComparison {
	private MeterComparison() {
	}

	/** Compares two meters whose texts have nothing to do with one another. */
	public static Comparison of(String formerLabel, CompiledMeter former, String label, CompiledMeter now) {
		return Comparison.of(side(formerLabel, former, file -> ""), side(label, now, file -> ""));
	}

	/**
	 * Compares a meter with a revision of its folder.
	 *
	 * @throws IOException when the revision cannot be read, or has no such meter; the message says which
	 */
	public static Comparison withRevision(Path folder, String revision, String label, CompiledMeter now) throws IOException {
		Workspace workspace = new Workspace();
		Revisions.texts(folder, revision).forEach(workspace::put);
		Compilation compilation = workspace.compile();
		Optional<CompiledMeter> former = compilation.meter(now.name(), now.variant());
		if (former.isEmpty()) {
			throw new IOException("revision %s has no meter %s that can be read".formatted(revision, label));
		}
		String prefix = folder.toString().replace('\\', '/') + "/";
		return Comparison.of(side(revision, former.get(), file -> file), side(label, now, file -> file.startsWith(prefix) ? file.substring(prefix.length()) : file));
	}

	private static Side side(String label, CompiledMeter meter, UnaryOperator<String> files) {
		return new Side(label, meter.model(), Comparison.Scope.ALL, files, new ModelWording(meter.model()));
	}
}
