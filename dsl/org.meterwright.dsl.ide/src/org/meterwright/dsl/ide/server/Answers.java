// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.dsl.ide.hint.ParameterHint;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.outline.OutlineKind;
import org.meterwright.dsl.ide.text.Lines;
import org.meterwright.dsl.ide.view.Folding;
import org.meterwright.dsl.ide.view.Selections;
import org.meterwright.dsl.ide.view.SemanticKinds;

/** Puts what the language services answer into the words of the protocol. */
final class Answers {
	private final Context context;
	private volatile String lastUri = "";

	Answers(Context context) {
		this.context = context;
	}

	/** Remembers from which text the library was entered: questions about library text go to that project. */
	void remember(String uri) {
		lastUri = uri;
	}

	String lastUri(String uri) {
		return lastUri.isEmpty() ? uri : lastUri;
	}

	CompletionList completion(Project project, String name, int offset) {
		Lines lines = project.lines(name);
		List<CompletionItem> items = new ArrayList<>();
		for (Proposal proposal : project.services().complete(name, offset)) {
			items.add(item(proposal, lines, items.size()));
		}
		return new CompletionList(false, items);
	}

	private CompletionItem item(Proposal proposal, Lines lines, int rank) {
		CompletionItem item = new CompletionItem(proposal.label());
		boolean snippet = context.features().snippets() && !proposal.snippet().isEmpty();
		item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
		item.setTextEdit(Either.forLeft(new TextEdit(Ranges.range(lines, proposal.offset(), proposal.length()), snippet ? proposal.snippet() : proposal.text())));
		item.setFilterText(proposal.filter());
		item.setDetail(proposal.detail());
		item.setKind(kind(proposal.kind()));
		item.setSortText("%05d".formatted(rank));
		if (!proposal.documentation().isEmpty()) {
			item.setDocumentation(new MarkupContent(MarkupKind.PLAINTEXT, proposal.documentation()));
		}
		return item;
	}

	private static CompletionItemKind kind(Proposal.Kind kind) {
		return switch (kind) {
			case LITERAL -> CompletionItemKind.EnumMember;
			case ATTRIBUTE -> CompletionItemKind.Field;
			case METHOD, SCRIPT -> CompletionItemKind.Method;
			case OBJECT -> CompletionItemKind.Variable;
			case NAME -> CompletionItemKind.Reference;
			case CLASS -> CompletionItemKind.Class;
			case TYPE -> CompletionItemKind.Struct;
			case UNIT -> CompletionItemKind.Unit;
			case VALUE -> CompletionItemKind.Value;
			case KEYWORD -> CompletionItemKind.Keyword;
			case SNIPPET -> CompletionItemKind.Snippet;
		};
	}

	Optional<Hover> hover(Project project, String name, int offset) {
		return project.services().hover(name, offset).map(hover -> {
			String text = "**%s**".formatted(hover.title().replace("*", "\\*"));
			String rest = String.join("  \n", hover.lines().stream().map(line -> line.replace("*", "\\*").replace("<", "&lt;").replace("_", "\\_")).toList());
			return new Hover(new MarkupContent(MarkupKind.MARKDOWN, rest.isEmpty() ? text : "%s\n\n%s".formatted(text, rest)),
					Ranges.range(project.lines(name), hover.offset(), hover.length()));
		});
	}

	Optional<SignatureHelp> signature(Project project, String name, int offset) {
		return project.services().hint(name, offset).map(hint -> new SignatureHelp(List.of(signature(hint)), 0, hint.active()));
	}

	private static SignatureInformation signature(ParameterHint hint) {
		List<ParameterInformation> parameters = hint.parameters().stream().map(each -> each.text().isEmpty() ? new ParameterInformation(each.label())
				: new ParameterInformation(each.label(), each.text())).toList();
		return new SignatureInformation(hint.label(), hint.text(), parameters);
	}

	List<Location> definition(Project project, String name, int offset) {
		return project.services().definitions(name, offset).stream().map(place -> location(project, place)).toList();
	}

	List<Location> references(Project project, String name, int offset, boolean declarations) {
		return project.services().references(name, offset, false).stream().filter(place -> declarations || !place.declares()).map(place -> location(project, place)).toList();
	}

	private Location location(Project project, Occurrence place) {
		String uri = context.documents().find(place.file()).map(Documents.Document::uri).orElseGet(() -> context.uris().uri(place.file()));
		return new Location(uri, Ranges.range(project.lines(place.file()), place.offset(), place.length()));
	}

	List<DocumentHighlight> highlights(Project project, String name, int offset) {
		Lines lines = project.lines(name);
		return project.services().occurrences(name, offset).stream().map(place -> new DocumentHighlight(Ranges.range(lines, place.offset(), place.length()),
				place.declares() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)).toList();
	}

	List<DocumentSymbol> outline(Project project, String name) {
		Lines lines = project.lines(name);
		return project.services().outline(name).stream().map(entry -> symbol(entry, lines)).toList();
	}

	private static DocumentSymbol symbol(OutlineEntry entry, Lines lines) {
		String label = entry.label().isBlank() ? "?" : entry.label();
		DocumentSymbol symbol = new DocumentSymbol(label, kind(entry.kind()), Ranges.range(lines, entry.offset(), entry.length()),
				Ranges.range(lines, entry.nameOffset(), entry.nameLength()), entry.detail());
		symbol.setChildren(entry.children().stream().map(child -> symbol(child, lines)).toList());
		return symbol;
	}

	static SymbolKind kind(OutlineKind kind) {
		return switch (kind) {
			case METER, COMPANION -> SymbolKind.Module;
			case CLASS -> SymbolKind.Class;
			case TYPE -> SymbolKind.Struct;
			case UNIT -> SymbolKind.Constant;
			case DEVICE -> SymbolKind.Package;
			case OBJECT, REQUIREMENT -> SymbolKind.Object;
			case ATTRIBUTE -> SymbolKind.Property;
			case SCRIPT, USE_CASE -> SymbolKind.Method;
			case ASSOCIATION -> SymbolKind.Interface;
			case EVENT, REACTION, PUSH, ALERT -> SymbolKind.Event;
			case VARIANT, CONDITION -> SymbolKind.Boolean;
			case GROUP, AREA -> SymbolKind.Array;
			case SCENARIO -> SymbolKind.Function;
		};
	}

	List<CodeLens> lenses(Project project, String name) {
		Lines lines = project.lines(name);
		return project.services().lenses(name).stream().map(lens -> new CodeLens(Ranges.range(lines, lens.offset(), lens.length()), new Command(lens.text(), ""), null)).toList();
	}

	List<FoldingRange> folding(Project project, String name) {
		return project.services().folding(name).stream().map(region -> {
			FoldingRange range = new FoldingRange(region.firstLine(), region.lastLine());
			if (region.kind() != Folding.Kind.BLOCK) {
				range.setKind(region.kind() == Folding.Kind.IMPORTS ? FoldingRangeKind.Imports : FoldingRangeKind.Comment);
			}
			return range;
		}).toList();
	}

	SelectionRange selection(Project project, String name, Position position) {
		Lines lines = project.lines(name);
		SelectionRange outer = null;
		for (Selections.Range range : project.services().selections(name, Ranges.offset(lines, position)).reversed()) {
			outer = new SelectionRange(Ranges.range(lines, range.offset(), range.end() - range.offset()), outer);
		}
		return outer == null ? new SelectionRange(new org.eclipse.lsp4j.Range(position, position), null) : outer;
	}

	/** Encodes tokens as the protocol wants them: each by its distance from the one before; one over several lines in pieces. */
	SemanticTokens tokens(Project project, String name) {
		Lines lines = project.lines(name);
		List<Integer> data = new ArrayList<>();
		int line = 0;
		int column = 0;
		for (SemanticKinds.Token token : project.services().tokens(name)) {
			int end = token.offset() + token.length();
			for (int at = lines.line(token.offset()); at <= lines.line(end); at++) {
				int from = Math.max(token.offset(), lines.start(at));
				int length = Math.min(end, lines.end(at)) - from;
				if (length > 0) {
					int start = from - lines.start(at);
					data.addAll(List.of(at - line, at == line ? start - column : start, length, token.kind(), (token.declares() ? 1 : 0) | (token.library() ? 2 : 0)));
					line = at;
					column = start;
				}
			}
		}
		return new SemanticTokens(data);
	}
}
