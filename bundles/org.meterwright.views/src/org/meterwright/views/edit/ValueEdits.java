// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.edit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.BodyItem;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.dsl.syntax.LibraryFiles;

/**
 * Turns new values of attributes and new logical names into edits of the text: the line that has the value is changed; where there is none, the object
 * gets one. What several objects share, such as the members of a family, changes for all of them.
 */
public final class ValueEdits {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;

	/**
	 * A new value.
	 *
	 * @param object    the object
	 * @param attribute name of the attribute; {@code logical_name}: the one in the head
	 * @param text      the value as the language writes it
	 */
	public record Change(CosemObject object, String attribute, String text) {
	}

	/** What stands at a place already wants another text. */
	private record Wanted(String text, String by) {
	}

	private final Function<String, Optional<String>> texts;
	private final Map<String, EditedFile> files = new TreeMap<>();
	private final Map<String, Wanted> wanted = new LinkedHashMap<>();
	private final Map<ObjectDecl, List<String>> lines = new IdentityHashMap<>();
	private final Map<ObjectDecl, EditedFile> places = new LinkedHashMap<>();
	private final List<String> refused = new ArrayList<>();
	private final Set<String> also = new LinkedHashSet<>();

	private ValueEdits(Function<String, Optional<String>> texts) {
		this.texts = texts;
	}

	/**
	 * Plans changes.
	 *
	 * @param texts the newest text of a file by its name
	 */
	public static EditPlan plan(Function<String, Optional<String>> texts, List<Change> changes) {
		ValueEdits made = new ValueEdits(texts);
		changes.forEach(made::add);
		return made.plan();
	}

	/** Returns a value as the text has it, to edit it; empty where the text does not say it. */
	public static String source(Function<String, Optional<String>> texts, CosemObject object, String attribute) {
		ValueEdits made = new ValueEdits(texts);
		Optional<INode> node = attribute.equals("logical_name") ? made.declaration(object).flatMap(it -> EditedFile.node(it, P.getObjectDecl_Ln()))
				: made.line(object, attribute).flatMap(it -> EditedFile.node(it, P.getAttributeLine_Value()));
		return node.map(EditedFile::textOf).orElse("");
	}

	private EditPlan plan() {
		places.forEach((declaration, file) -> file.append(declaration, lines.get(declaration)));
		Map<String, List<TextEdit>> edits = new TreeMap<>();
		files.forEach((name, file) -> {
			if (!file.edits().isEmpty()) {
				edits.put(name, file.edits());
			}
		});
		if (refused.isEmpty()) {
			edits.keySet().stream().filter(name -> files.get(name).breaksSyntax()).findFirst().ifPresent(name -> refused.add("That is no value of the language: nothing was changed."));
		}
		wanted.values().forEach(each -> also.remove(each.by()));
		return refused.isEmpty() ? new EditPlan(edits, List.of(), List.copyOf(also)) : new EditPlan(Map.of(), refused, List.of());
	}

	private void add(Change change) {
		String text = change.text().strip();
		Optional<ObjectDecl> declaration = declaration(change.object());
		if (declaration.isEmpty()) {
			refused.add("%s is not written in this project: it comes from %s.".formatted(change.object().getName(), source(change.object())));
		} else if (text.isEmpty()) {
			refused.add("%s.%s: write a value, such as 5, 60 s or \"text\".".formatted(change.object().getName(), change.attribute()));
		} else if (change.attribute().equals("logical_name")) {
			logicalName(change, declaration.get(), text);
		} else {
			value(change, declaration.get(), text);
		}
	}

	private static String source(CosemObject object) {
		return object.getOrigins().stream().findFirst().map(origin -> origin.file().isEmpty() ? "elsewhere" : origin.file()).orElse("elsewhere");
	}

	private void logicalName(Change change, ObjectDecl declaration, String text) {
		Optional<INode> node = EditedFile.node(declaration, P.getObjectDecl_Ln());
		if (node.isEmpty()) {
			refused.add("The logical name of %s is not written here.".formatted(change.object().getName()));
		} else if (claim(change, node.get(), text)) {
			file(change.object().getOrigins().getFirst().file()).ifPresent(file -> file.replace(node.get(), text));
		}
	}

	private void value(Change change, ObjectDecl declaration, String text) {
		Optional<AttributeLine> line = line(change.object(), change.attribute());
		if (line.isEmpty()) {
			String written = "%s = %s".formatted(change.attribute(), text);
			if (claim(change, EditedFile.node(declaration), written)) {
				lines.computeIfAbsent(declaration, key -> new ArrayList<>()).add(written);
				file(change.object().getOrigins().getFirst().file()).ifPresent(file -> places.put(declaration, file));
			}
			return;
		}
		EditedFile file = file(lineFile(change)).orElseThrow();
		Optional<INode> value = EditedFile.node(line.get(), P.getAttributeLine_Value());
		if (claim(change, EditedFile.node(line.get()), text)) {
			value.ifPresentOrElse(node -> file.replace(node, text), () -> first(file, line.get(), text));
			shared(change);
		}
	}

	/** Notes the other objects whose value is written in the same place. */
	private void shared(Change change) {
		Optional<Origin> place = place(change.object(), change.attribute());
		CosemObjects.device(change.object()).filter(device -> place.isPresent()).stream().flatMap(device -> device.getObjects().stream())
				.filter(other -> other != change.object() && place(other, change.attribute()).filter(origin -> isSame(origin, place.get())).isPresent())
				.forEach(other -> also.add(other.getName()));
	}

	private static Optional<Origin> place(CosemObject object, String attribute) {
		return CosemObjects.attribute(object, attribute).flatMap(it -> it.getOrigins().stream().findFirst());
	}

	private static boolean isSame(Origin one, Origin other) {
		return one.offset() == other.offset() && one.file().equals(other.file());
	}

	/** Gives a line that has no value one: behind the type, or in the place of the colon. */
	private static void first(EditedFile file, AttributeLine line, String text) {
		Optional<INode> type = EditedFile.node(line, P.getAttributeLine_Type());
		if (type.isPresent()) {
			file.after(type.get(), " = %s".formatted(text));
			return;
		}
		for (INode child : EditedFile.node(line).getChildren()) {
			if (child.getText().equals(":")) {
				file.replace(child, " = %s".formatted(text));
				return;
			}
		}
	}

	private String lineFile(Change change) {
		return place(change.object(), change.attribute()).filter(ValueEdits::isWrittenHere)
				.or(() -> change.object().getOrigins().stream().findFirst()).orElseThrow().file();
	}

	/** Tells whether a place is still free for this text; two objects cannot want different texts in the place that they share. */
	private boolean claim(Change change, INode node, String text) {
		String key = "%s %d %s".formatted(lineFile(change), node.getOffset(), change.attribute());
		Wanted before = wanted.putIfAbsent(key, new Wanted(text, change.object().getName()));
		if (before == null) {
			return true;
		}
		if (!before.text().equals(text)) {
			refused.add("%s and %s are written in the same place: they cannot get different values here.".formatted(before.by(), change.object().getName()));
		}
		return false;
	}

	private Optional<EditedFile> file(String name) {
		if (name.isEmpty() || name.startsWith(LibraryFiles.PREFIX)) {
			return Optional.empty();
		}
		if (!files.containsKey(name)) {
			texts.apply(name).ifPresent(text -> files.put(name, new EditedFile(text)));
		}
		return Optional.ofNullable(files.get(name));
	}

	private Optional<ObjectDecl> declaration(CosemObject object) {
		return object.getOrigins().stream().findFirst().flatMap(origin -> file(origin.file()).flatMap(file -> file.at(origin, ObjectDecl.class)));
	}

	/** Finds the line that gives an object its value of an attribute: the deciding one, else one in the object's own braces. */
	private Optional<AttributeLine> line(CosemObject object, String attribute) {
		Optional<Origin> place = place(object, attribute).filter(ValueEdits::isWrittenHere);
		Optional<AttributeLine> deciding = place.flatMap(origin -> file(origin.file()).flatMap(file -> file.at(origin, AttributeLine.class)))
				.filter(line -> attribute.equals(line.getName()));
		return deciding.or(() -> declaration(object).stream().flatMap(it -> it.getBody().stream()).map(ValueEdits::asLine).flatMap(Optional::stream)
				.filter(line -> attribute.equals(line.getName())).findFirst());
	}

	private static boolean isWrittenHere(Origin origin) {
		return !List.of("like", "default", "sugar", "companion").contains(origin.kind().replaceAll("[+-]", ""));
	}

	private static Optional<AttributeLine> asLine(BodyItem item) {
		return item instanceof AttributeLine line ? Optional.of(line) : Optional.empty();
	}
}
