// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.ide.quickfix.TextEdit;

/** Meters for the tests of views. */
public final class Models {
	private static final Map<String, Compilation> EXAMPLES = new ConcurrentHashMap<>();

	private Models() {
	}

	/** Compiles an example, once. */
	public static Compilation example(String name) {
		return EXAMPLES.computeIfAbsent(name, key -> {
			try {
				return Workspace.open(List.of(Path.of("../../dsl/examples", key))).compile();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	/** Compiles a text. */
	public static Compilation text(String name, String text) {
		Workspace workspace = new Workspace();
		workspace.put(name, text);
		return workspace.compile();
	}

	/** Returns the only meter, or the first. */
	public static CompiledMeter first(Compilation compilation) {
		return compilation.meters().getFirst();
	}

	/** Finds an object by name. */
	public static CosemObject object(CompiledMeter meter, String name) {
		return meter.model().getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> name.equals(object.getName())).findFirst().orElseThrow();
	}

	/** Makes changes in a text. */
	public static String apply(String text, List<TextEdit> edits) {
		StringBuilder result = new StringBuilder(text);
		edits.reversed().forEach(edit -> result.replace(edit.offset(), edit.offset() + edit.length(), edit.text()));
		return result.toString();
	}

	/** Gives the text of a file. */
	public static Optional<String> only(String wanted, String name, String text) {
		return wanted.equals(name) ? Optional.of(text) : Optional.empty();
	}
}
