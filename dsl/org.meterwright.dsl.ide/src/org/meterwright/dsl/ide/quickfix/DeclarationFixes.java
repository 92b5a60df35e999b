// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.xtext.nodemodel.INode;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.ColumnExpr;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.RetryLine;
import org.meterwright.dsl.cosemDsl.SendLine;

/** Fixes of names, imports, acceptances, Alerts and pushes. */
final class DeclarationFixes {
	private static final CosemDslPackage P = CosemDslPackage.eINSTANCE;
	private static final Pattern NAME = Pattern.compile("\\^?[A-Za-z_][A-Za-z_0-9]*(-[A-Za-z0-9]+)*");
	private static final String IMPORT = "import ";

	private DeclarationFixes() {
	}

	/** Writes the name that the finding proposes in place of the one that stands there, or the import that it needs. */
	static List<QuickFix> useName(FixContext context) {
		Optional<String> name = context.data();
		if (name.filter(text -> text.startsWith(IMPORT)).isPresent()) {
			return context.fix("Write %s".formatted(name.get()), addImport(context, name.get()));
		}
		Matcher written = NAME.matcher(context.text()).region(context.finding().place().offset(), context.text().length());
		return name.isEmpty() || !written.lookingAt() ? List.of()
				: context.fix("Write %s".formatted(name.get()), new TextEdit(written.start(), written.end() - written.start(), name.get()));
	}

	/** Says that what is declared again replaces what was there. */
	static List<QuickFix> override(FixContext context) {
		return context.fix(new TextEdit(context.finding().place().offset(), 0, "override "));
	}

	/** Writes the logical name that was probably meant; that of a family is left alone. */
	static List<QuickFix> useLogicalName(FixContext context) {
		Optional<INode> written = context.at(ObjectDecl.class).flatMap(object -> FixContext.node(object, P.getObjectDecl_Ln()))
				.filter(node -> node.getText().indexOf('{') < 0);
		return written.isEmpty() || context.data().isEmpty() ? List.of()
				: context.fix("Write %s".formatted(context.data().get()), FixContext.replace(written.get(), context.data().get()));
	}

	private static TextEdit addImport(FixContext context, String line) {
		File file = (File) context.root().getSemanticElement();
		if (file.getImports().isEmpty()) {
			int offset = FixContext.node(file, P.getFile_Name()).map(INode::getEndOffset).orElse(0);
			return new TextEdit(offset, 0, offset == 0 ? "%s\n\n".formatted(line) : "\n\n%s".formatted(line));
		}
		return FixContext.after(FixContext.node(file.getImports().getLast()), "\n%s".formatted(line));
	}

	/** Takes an import out. */
	static List<QuickFix> removeImport(FixContext context) {
		return context.fixAt(Import.class, line -> Optional.of(context.remove(line)));
	}

	/** Imports the namespace that the finding proposes instead. */
	static List<QuickFix> useImport(FixContext context) {
		return context.fixAt(Import.class,
				line -> context.data().map(name -> FixContext.replace(FixContext.node(line), "%s%s".formatted(IMPORT, name))));
	}

	/** Offers each version that the finding names. */
	static List<QuickFix> useVersion(FixContext context) {
		int end = context.finding().place().offset() + context.finding().place().length();
		return context.finding().data().stream().flatMap(
				version -> context.fix("Write version %s".formatted(version), new TextEdit(end, 0, " version %s".formatted(version))).stream()).toList();
	}

	/** Takes an acceptance out. */
	static List<QuickFix> removeAcceptance(FixContext context) {
		return context.fixAt(AcceptItem.class, item -> Optional.of(context.remove(item)));
	}

	/** Takes the word critical out of an Alert. */
	static List<QuickFix> notCritical(FixContext context) {
		return context.fixAt(AlertDecl.class, alert -> FixContext.node(alert, P.getAlertDecl_Critical())
				.map(node -> new TextEdit(node.getOffset(), node.getLength() + (isSpaceAt(context, node.getEndOffset()) ? 1 : 0), "")));
	}

	private static boolean isSpaceAt(FixContext context, int offset) {
		return offset < context.text().length() && context.text().charAt(offset) == ' ';
	}

	/** Sends the newest entry of the buffer that the finding names. */
	static List<QuickFix> newest(FixContext context) {
		return context.fixAt(PushDecl.class, push -> context.data().flatMap(profile -> push.getItems().stream().filter(SendLine.class::isInstance)
				.flatMap(line -> ((SendLine) line).getColumns().stream()).filter(column -> isWhole(column, profile)).findFirst()
				.map(column -> new TextEdit(FixContext.node(column).getOffset(), 0, "newest "))));
	}

	private static boolean isWhole(ColumnExpr column, String profile) {
		boolean named = column.getTarget() != null && column.getTarget().getSegments().getFirst().getName().equals(profile);
		return named && FixContext.node(column, P.getColumnExpr_Newest()).isEmpty() && FixContext.node(column, P.getColumnExpr_Last()).isEmpty();
	}

	/** Waits a minute between retries. */
	static List<QuickFix> waitBetweenRetries(FixContext context) {
		return context.fixAt(PushDecl.class, push -> push.getItems().stream().filter(RetryLine.class::isInstance).findFirst()
				.flatMap(line -> FixContext.node(line, P.getRetryLine_Delay())).map(node -> FixContext.replace(node, "60 s")));
	}
}
