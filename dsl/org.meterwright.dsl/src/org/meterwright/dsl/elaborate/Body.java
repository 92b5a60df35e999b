// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.KeyLine;
import org.meterwright.dsl.cosemDsl.ScriptLine;

/**
 * The lines of an object after {@code like}, {@code override} and {@code if}: a later line on the same attribute, script or key
 * replaces an earlier one; capture lines replace those of the layer before as a whole.
 */
public final class Body {

	/** A line with the scope of the object that it was written in, and the layer. */
	public record Line<T extends EObject>(T node, Scope scope, Layer layer) {
	}

	private final Map<String, Line<AttributeLine>> attributes = new LinkedHashMap<>();
	private final Map<String, Line<ScriptLine>> scripts = new LinkedHashMap<>();
	private final Map<String, Line<KeyLine>> keys = new LinkedHashMap<>();
	private List<Line<CaptureLine>> captures = new ArrayList<>();
	private final List<Line<AcceptItem>> accepts = new ArrayList<>();

	/** Returns the attribute lines by attribute name. */
	public Map<String, Line<AttributeLine>> attributes() {
		return attributes;
	}

	/** Returns the scripts by name. */
	public Map<String, Line<ScriptLine>> scripts() {
		return scripts;
	}

	/** Returns the key lines by name. */
	public Map<String, Line<KeyLine>> keys() {
		return keys;
	}

	/** Returns the capture lines in order. */
	public List<Line<CaptureLine>> captures() {
		return captures;
	}

	/** Returns the acceptances. */
	public List<Line<AcceptItem>> accepts() {
		return accepts;
	}

	/** Lays other lines on top. */
	void layOver(Body other) {
		other.attributes.forEach((name, line) -> {
			attributes.remove(name);
			attributes.put(name, line);
		});
		scripts.putAll(other.scripts);
		keys.putAll(other.keys);
		if (!other.captures.isEmpty()) {
			captures = new ArrayList<>(other.captures);
		}
		accepts.addAll(other.accepts);
	}
}
