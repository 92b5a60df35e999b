// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.edit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.ide.quickfix.TextEdit;

/** A text with its tree, and the changes that are to be made in it. */
final class EditedFile {
	private static final String STEP = "  ";

	private final String text;
	private final IParseResult tree;
	private final List<TextEdit> edits = new ArrayList<>();

	EditedFile(String text) {
		this.text = text;
		this.tree = parse(text);
	}

	private static IParseResult parse(String text) {
		return CosemLanguage.injector().getInstance(IParser.class).parse(new StringReader(text));
	}

	/** Finds the part of a kind that begins at a place. */
	<T extends EObject> Optional<T> at(Origin place, Class<T> kind) {
		ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(tree.getRootNode(), place.offset());
		EObject part = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		return Optional.ofNullable(part).map(found -> EcoreUtil2.getContainerOfType(found, kind)).filter(found -> node(found).getOffset() == place.offset());
	}

	/** Finds a meter by name. */
	Optional<MeterDecl> meter(String name) {
		return root().stream().flatMap(file -> file.getElements().stream()).filter(MeterDecl.class::isInstance).map(MeterDecl.class::cast)
				.filter(meter -> name.equals(meter.getName())).findFirst();
	}

	private Optional<File> root() {
		return tree.getRootASTElement() instanceof File file ? Optional.of(file) : Optional.empty();
	}

	/** Imports all of some namespaces, below the imports that are there. */
	void addImports(List<String> namespaces) {
		if (namespaces.isEmpty()) {
			return;
		}
		String lines = namespaces.stream().map("import %s.*"::formatted).collect(Collectors.joining("\n"));
		Optional<File> file = root();
		Optional<EObject> last = file.filter(it -> !it.getImports().isEmpty()).map(it -> it.getImports().getLast());
		Optional<INode> name = file.flatMap(it -> node(it, CosemDslPackage.eINSTANCE.getFile_Name()));
		if (last.isPresent()) {
			after(node(last.get()), "\n%s".formatted(lines));
		} else {
			name.ifPresentOrElse(node -> after(node, "\n\n%s".formatted(lines)), () -> edits.add(new TextEdit(0, 0, "%s\n\n".formatted(lines))));
		}
	}

	static ICompositeNode node(EObject part) {
		return NodeModelUtils.findActualNodeFor(part);
	}

	/** Finds the node of a feature's value. */
	static Optional<INode> node(EObject part, EStructuralFeature feature) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(part, feature);
		return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.getLast());
	}

	static String textOf(INode node) {
		return NodeModelUtils.getTokenText(node);
	}

	void replace(INode node, String with) {
		edits.add(new TextEdit(node.getOffset(), node.getLength(), with));
	}

	void after(INode node, String more) {
		edits.add(new TextEdit(node.getEndOffset(), 0, more));
	}

	/** Writes lines at the end of a part's braces, or gives it braces. */
	void append(EObject part, List<String> lines) {
		ICompositeNode node = node(part);
		int end = node.getEndOffset();
		if (text.charAt(end - 1) != '}') {
			String indent = indent(node.getOffset());
			edits.add(new TextEdit(end, 0, lines.size() == 1 ? " { %s }".formatted(lines.getFirst()) : " {\n%s%s}".formatted(block(lines, indent), indent)));
			return;
		}
		int brace = end - 1;
		int lineStart = text.lastIndexOf('\n', brace - 1) + 1;
		if (text.substring(lineStart, brace).isBlank()) {
			edits.add(new TextEdit(lineStart, 0, block(lines, text.substring(lineStart, brace))));
		} else {
			open(part, brace, lines);
		}
	}

	/** Turns a block that stands on one line into lines. */
	private void open(EObject part, int brace, List<String> lines) {
		int before = brace;
		while (text.charAt(before - 1) == ' ') {
			before--;
		}
		String indent = indent(node(part).getOffset());
		int begin = beginOfBody(part, before);
		if (begin < before) {
			edits.add(new TextEdit(begin, text.charAt(begin) == ' ' ? 1 : 0, "\n%s%s".formatted(indent, STEP)));
		}
		edits.add(new TextEdit(before, brace - before, "\n%s%s".formatted(block(lines, indent), indent)));
	}

	/** Finds the end of the opening brace of a part whose whole block stands on one line. */
	private static int beginOfBody(EObject part, int before) {
		for (ILeafNode leaf : node(part).getLeafNodes()) {
			if (leaf.getText().equals("{") && NodeModelUtils.findActualSemanticObjectFor(leaf) == part) {
				return Math.min(leaf.getEndOffset(), before);
			}
		}
		return before;
	}

	private static String block(List<String> lines, String indent) {
		StringBuilder block = new StringBuilder();
		lines.forEach(line -> block.append(indent).append(STEP).append(line).append('\n'));
		return block.toString();
	}

	private String indent(int offset) {
		int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
		int end = lineStart;
		while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
			end++;
		}
		return text.substring(lineStart, end);
	}

	/** Returns the changes in order of text. */
	List<TextEdit> edits() {
		return edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
	}

	/** Tells whether the changes bring syntax errors that the text does not have now. */
	boolean breaksSyntax() {
		return errors(parse(changed())) > errors(tree);
	}

	private static int errors(IParseResult result) {
		int count = 0;
		for (INode error : result.getSyntaxErrors()) {
			count += error.getSyntaxErrorMessage() == null ? 0 : 1;
		}
		return count;
	}

	private String changed() {
		StringBuilder result = new StringBuilder(text);
		edits().reversed().forEach(edit -> result.replace(edit.offset(), edit.offset() + edit.length(), edit.text()));
		return result.toString();
	}
}
