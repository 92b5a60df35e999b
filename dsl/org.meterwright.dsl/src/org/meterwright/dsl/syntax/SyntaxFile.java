// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.File;

/**
 * A parsed text: its syntax tree, where each node stands, and the documentation comments. It hangs on the tree's root, so that
 * {@link #of(EObject)} finds it from any node.
 */
public final class SyntaxFile extends AdapterImpl {
	/** More edits than this are seldom made before anybody asks. */
	private static final int MOST_EDITS = 8;
	private static final Origin NOWHERE = new Origin("", 1, 0, 0, "written");

	private final String name;
	private final File root;
	private final boolean library;
	private final Places places;
	private final List<SyntaxError> errors;
	private final Object edition;
	/** The edits of single lines that led here, the newest last, as far back as they are known. */
	private final List<LineEdit> edits;
	/** The edit of whole objects, or of some lines of one, that led here, if that was the newest. */
	private final Optional<StructureEdit> objects;

	/**
	 * Joins a tree with its places.
	 *
	 * @param name    file as the user gave it, with forward slashes, or {@code library:push.cosem}
	 * @param root    syntax tree
	 * @param library whether it is part of the bundled library
	 * @param places  where the nodes stand
	 * @param errors  syntax errors, in order of text
	 */
	public SyntaxFile(String name, File root, boolean library, Places places, List<SyntaxError> errors) {
		this(name, root, library, places, errors, new Object(), List.of(), Optional.empty());
	}

	private SyntaxFile(String name, File root, boolean library, Places places, List<SyntaxError> errors, Object edition, List<LineEdit> edits, Optional<StructureEdit> objects) {
		this.edition = edition;
		this.objects = objects;
		this.edits = edits;
		this.name = name;
		this.root = root;
		this.library = library;
		this.places = places;
		this.errors = List.copyOf(errors);
		root.eAdapters().removeIf(SyntaxFile.class::isInstance);
		root.eAdapters().add(this);
	}

	/** Returns the file with this error alone: where the text itself is damaged, what does not follow the grammar is no news. */
	public SyntaxFile damaged(SyntaxError error) {
		return new SyntaxFile(name, root, library, places, List.of(error));
	}

	/** Returns the file after a change of the space between its tokens: the tree says the same at other places. */
	SyntaxFile respaced(Places moved) {
		return new SyntaxFile(name, root, library, moved, errors, edition, edits, objects);
	}

	/** Returns the file after a part of its tree was replaced, perhaps a single line. */
	SyntaxFile edited(Places now, Optional<LineEdit> edit) {
		if (edit.isEmpty()) {
			return new SyntaxFile(name, root, library, now, errors);
		}
		List<LineEdit> known = new ArrayList<>(edits.subList(Math.max(0, edits.size() + 1 - MOST_EDITS), edits.size()));
		known.add(edit.get());
		return new SyntaxFile(name, root, library, now, errors, edit.get().to(), List.copyOf(known), Optional.empty());
	}

	/** Returns the file after objects in its tree were replaced, or lines of one. */
	SyntaxFile edited(Places now, StructureEdit edit) {
		return new SyntaxFile(name, root, library, now, errors, edit.to(), List.of(), Optional.of(edit));
	}

	/** Returns the edit of whole objects, or of some lines of one, that made this file from an edition; nothing when it was made otherwise. */
	public Optional<StructureEdit> structureSince(Object other) {
		return objects.filter(edit -> edit.from() == other && edit.to() == edition);
	}

	/** Returns the edits that made this file from an edition, in their order; nothing when it was not made by edits of single lines. */
	public Optional<List<LineEdit>> since(Object other) {
		if (other == edition) {
			return Optional.of(List.of());
		}
		for (int i = edits.size() - 1; i >= 0; i--) {
			if (edits.get(i).from() == other) {
				return Optional.of(edits.subList(i, edits.size()));
			}
		}
		return Optional.empty();
	}

	/** Returns what stands for all that the file says, whatever the places: files of the same edition have the same tree. */
	public Object edition() {
		return edition;
	}

	/** Returns the text, where the file still has it. */
	public Optional<String> text() {
		return places instanceof Pieces pieces ? Optional.of(pieces.text()) : Optional.empty();
	}

	/** Finds the smallest part of the text at an offset, where the file still has its text. */
	public Optional<ILeafNode> leaf(int offset) {
		return places instanceof Pieces pieces ? pieces.leaf(offset) : Optional.empty();
	}

	/** Returns where a part of the text begins; -1: it is no longer there. */
	public int start(INode part) {
		return places instanceof Pieces pieces ? pieces.start(part) : -1;
	}

	/** Finds the file of a node. */
	public static Optional<SyntaxFile> find(EObject node) {
		for (var adapter : EcoreUtil.getRootContainer(node).eAdapters()) {
			if (adapter instanceof SyntaxFile file) {
				return Optional.of(file);
			}
		}
		return Optional.empty();
	}

	/**
	 * Returns the file of a node.
	 *
	 * @throws IllegalArgumentException when the node is of no file
	 */
	public static SyntaxFile of(EObject node) {
		return find(node).orElseThrow(() -> new IllegalArgumentException("%s is not of a parsed file".formatted(node.eClass().getName())));
	}

	/** Returns where a node stands. */
	public static Origin place(EObject node, String kind) {
		return find(node).map(file -> file.placeOf(node, kind)).orElse(NOWHERE);
	}

	/** Returns where a feature of a node stands; the whole node, when that is not known. */
	public static Origin place(EObject node, EStructuralFeature feature, int index) {
		return find(node).map(file -> file.places.place(file.name, node, feature, index)).orElse(NOWHERE);
	}

	/** Returns the text of the documentation comment before a node, or nothing. */
	public static String documentation(EObject node) {
		return find(node).flatMap(file -> file.places.documentation(node)).orElse("");
	}

	private Origin placeOf(EObject node, String kind) {
		return places.place(name, node, kind);
	}

	/** Returns the file as the user gave it. */
	public String name() {
		return name;
	}

	/** Returns the syntax tree. */
	public File root() {
		return root;
	}

	/** Returns the namespace; empty when the text has none. */
	public String namespace() {
		return root.getName() == null ? "" : root.getName();
	}

	/** Tells whether the file is part of the bundled library. */
	public boolean isLibrary() {
		return library;
	}

	/** Returns the syntax errors in order of text. */
	public List<SyntaxError> errors() {
		return errors;
	}

	/** Returns the places of the nodes. */
	public Places places() {
		return places;
	}

	@Override
	public String toString() {
		return name;
	}
}
