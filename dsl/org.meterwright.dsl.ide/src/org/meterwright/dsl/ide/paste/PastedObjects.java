// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.paste;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.printer.ModelPrinter;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.ImportResult;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;
import org.meterwright.exchange.objectlist.SketchImport;
import org.meterwright.exchange.table.TableFile;
import org.meterwright.exchange.table.TableTemplate;

/**
 * Objects made of what somebody copied elsewhere: the object list of an association in hexadecimal (attribute 2 of Association LN), or
 * rows of a spreadsheet that have a logical name and an interface class.
 *
 * @param text  their declarations, not indented, each ending with a new line
 * @param count number of objects
 */
public record PastedObjects(String text, int count) {
	/** An array of structures of four, the shape of an object list (A-XDR: 01, the count, 02 04). */
	private static final Pattern LIST = Pattern.compile("01(?:[0-7][0-9A-F]|8[12][0-9A-F]{2,4})0204[0-9A-F]*");
	private static final Pattern SEPARATORS = Pattern.compile("0[xX]|[\\s,;:]");
	private static final String SOURCE = "clipboard";
	/** What the importers add to each meter: the associations themselves are not what somebody pastes. */
	private static final List<String> LEFT_OUT = List.of("AssociationLN", "SAPAssignment");

	/** Tells by its look alone whether a text may be a list or a table; this takes no time, {@link #of} does. */
	public static boolean isLikely(String pasted) {
		return LIST.matcher(digits(pasted)).matches() || PastedTable.isLikely(pasted);
	}

	private static String digits(String pasted) {
		return SEPARATORS.matcher(pasted).replaceAll("").toUpperCase(Locale.ROOT);
	}

	/** Makes objects of a text; nothing when it is neither a list nor a table, so that it is pasted as it is. */
	public static Optional<PastedObjects> of(String pasted, IParser parser) {
		if (!isLikely(pasted)) {
			return Optional.empty();
		}
		try {
			Catalogue catalogue = new Catalogue();
			Optional<ImportResult> result = list(pasted, catalogue);
			return (result.isPresent() ? result : table(pasted, catalogue)).flatMap(meter -> objects(ModelPrinter.standard(catalogue).print(meter.meter()), parser));
		} catch (ImportException e) {
			return Optional.empty();
		}
	}

	private static Optional<ImportResult> list(String pasted, Catalogue catalogue) throws ImportException {
		String hex = digits(pasted);
		if (!LIST.matcher(hex).matches()) {
			return Optional.empty();
		}
		return Optional.of(ObjectListImport.run("Pasted", List.of(new ListFile(SOURCE, Bytes.of(hex.getBytes(StandardCharsets.US_ASCII)))), catalogue));
	}

	private static Optional<ImportResult> table(String pasted, Catalogue catalogue) throws ImportException {
		Optional<String> table = PastedTable.of(pasted, catalogue);
		if (table.isEmpty()) {
			return Optional.empty();
		}
		ImportReport report = new ImportReport();
		Bytes content = Bytes.of(table.get().getBytes(StandardCharsets.UTF_8));
		TableTemplate template = TableTemplate.of(Map.of()).orElseThrow();
		return Optional.of(SketchImport.run("Pasted", TableFile.read(SOURCE, content, template, report), catalogue, report));
	}

	private static Optional<PastedObjects> objects(String meter, IParser parser) {
		IParseResult parsed = parser.parse(new StringReader(meter));
		List<String> texts = EcoreUtil2.getAllContentsOfType(parsed.getRootASTElement(), ObjectDecl.class).stream()
				.filter(object -> LEFT_OUT.stream().noneMatch(name -> text(object).contains(": %s ".formatted(name)))).map(PastedObjects::text).toList();
		return texts.isEmpty() ? Optional.empty() : Optional.of(new PastedObjects(texts.stream().collect(Collectors.joining("\n", "", "\n")), texts.size()));
	}

	private static String text(ObjectDecl object) {
		INode node = NodeModelUtils.getNode(object);
		int indent = column(node);
		return NodeModelUtils.getTokenText(node).isEmpty() ? "" : node.getText().strip().replaceAll("\n {%d}".formatted(indent), "\n");
	}

	private static int column(INode node) {
		String before = node.getRootNode().getText().substring(0, node.getOffset());
		return before.length() - before.lastIndexOf('\n') - 1;
	}

	/** Returns the text for a place of an indentation, which every line but the first gets. */
	public String indented(String indent) {
		return text.strip().replace("\n", "\n%s".formatted(indent));
	}
}
