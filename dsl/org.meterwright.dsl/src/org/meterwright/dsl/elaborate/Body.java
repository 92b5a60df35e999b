// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CaptureLine;
import org.meterwright.dsl.cosemDsl.KeyLine;
import org.meterwright.dsl.cosemDsl.RemoveLine;
import org.meterwright.dsl.cosemDsl.ScriptLine;

/**
 * The lines of an object after {@code like}, {@code override} and {@code if}: a later line on the same attribute, script or key
 * replaces an earlier one; capture lines replace those of the layer before as a whole, unless they say {@code also}.
 */
public final class Body {

	/**
	 * A line with the scope of the object that it was written in, the layer, and the line that it replaced.
	 */
	public record Line<T extends EObject>(T node, Scope scope, Layer layer, Optional<Line<? extends EObject>> before) {

		/** Makes a line that replaces nothing. */
		public Line(T node, Scope scope, Layer layer) {
			this(node, scope, layer, Optional.empty());
		}

		Line<T> over(Line<? extends EObject> other) {
			return other == null ? this : new Line<>(node, scope, layer, Optional.of(other));
		}

		/** Returns where the line comes from: its own place first, then what it replaced. */
		public List<Origin> origins() {
			List<Origin> origins = new ArrayList<>();
			Optional<Line<? extends EObject>> next = Optional.of(this);
			while (next.isPresent()) {
				Line<? extends EObject> line = next.get();
				Origin place = line.layer().place(line.node());
				origins.add(line.node() instanceof RemoveLine ? place.removing() : place);
				next = line.before();
			}
			return origins;
		}
	}

	private final Map<String, Line<AttributeLine>> attributes = new LinkedHashMap<>(4);
	private final Map<String, Line<ScriptLine>> scripts = new LinkedHashMap<>(0);
	private final Map<String, Line<KeyLine>> keys = new LinkedHashMap<>(0);
	private List<Line<? extends BodyItem>> captures = new ArrayList<>(0);
	private final List<Line<AcceptItem>> accepts = new ArrayList<>(0);
	private final List<Line<RemoveLine>> removals = new ArrayList<>(0);
	private final Map<String, Line<? extends EObject>> removed = new LinkedHashMap<>(0);

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

	/** Returns the capture lines, and the lines that take columns away, in order. */
	public List<Line<? extends BodyItem>> captures() {
		return captures;
	}

	/** Returns the acceptances. */
	public List<Line<AcceptItem>> accepts() {
		return accepts;
	}

	/** Returns the lines that take something away from what is overridden, until they are laid over it. */
	List<Line<RemoveLine>> removals() {
		return removals;
	}

	/** Returns where an attribute line was taken away, with what it said before. */
	List<Origin> removed(String attribute) {
		return removed.containsKey(attribute) ? removed.get(attribute).origins() : List.of();
	}

	/** Sets an attribute line, in the place of the one before it. */
	public void set(Line<AttributeLine> line) {
		Line<AttributeLine> before = attributes.remove(line.node().getName());
		attributes.put(line.node().getName(), line.over(before));
	}

	/** Forgets all lines, before they are read again. */
	void forget() {
		attributes.clear();
		scripts.clear();
		keys.clear();
		captures = new ArrayList<>(0);
		accepts.clear();
		removals.clear();
		removed.clear();
	}

	/** Lays other lines on top. */
	void layOver(Body other, Report report) {
		other.removals.forEach(line -> remove(line, report));
		other.attributes.values().forEach(this::set);
		other.scripts.forEach((name, line) -> scripts.put(name, line.over(scripts.get(name))));
		other.keys.forEach((name, line) -> keys.put(name, line.over(keys.get(name))));
		if (other.captures.stream().anyMatch(line -> line.node() instanceof CaptureLine capture && !capture.isAlso())) {
			captures = new ArrayList<>(other.captures);
		} else {
			captures.addAll(other.captures);
		}
		accepts.addAll(other.accepts);
	}

	/** Copies these lines as those of an object that is like this one; acceptances are for this one alone. */
	Body like(String name) {
		Body copy = new Body();
		attributes.forEach((key, line) -> copy.attributes.put(key, like(line, name)));
		scripts.forEach((key, line) -> copy.scripts.put(key, like(line, name)));
		keys.forEach((key, line) -> copy.keys.put(key, like(line, name)));
		captures.forEach(line -> copy.captures.add(like(line, name)));
		return copy;
	}

	private static <T extends EObject> Line<T> like(Line<T> line, String name) {
		return new Line<>(line.node(), line.scope(), new Layer(Layer.LIKE, line.layer().owner(), name));
	}

	private void remove(Line<RemoveLine> line, Report report) {
		if (line.node().isCapture()) {
			captures.add(line);
			return;
		}
		String what = line.node().isScript() ? "script" : line.node().isKey() ? "key" : "line";
		Map<String, ? extends Line<? extends EObject>> lines = line.node().isScript() ? scripts : line.node().isKey() ? keys : attributes;
		for (String name : line.node().getNames()) {
			Line<? extends EObject> before = lines.remove(name);
			if (before == null) {
				report.report("MW-LANG-012", line.node(), "nothing to remove: no %s %s stands in what is overridden%s".formatted(what, name,
						Suggest.nearest(name, lines.keySet()).map("; did you mean %s?"::formatted).orElse("")));
			} else if (what.equals("line")) {
				removed.put(name, line.over(before));
			}
		}
	}
}
