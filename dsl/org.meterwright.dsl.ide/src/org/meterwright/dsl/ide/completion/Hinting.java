// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.CallPlay;
import org.meterwright.dsl.cosemDsl.CallStep;
import org.meterwright.dsl.cosemDsl.Field;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.Literal;
import org.meterwright.dsl.cosemDsl.MethodDecl;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.ide.hint.ParameterHint;
import org.meterwright.dsl.ide.hint.ParameterHint.Parameter;
import org.meterwright.dsl.ide.names.Meanings;
import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.ide.text.Lexing;

/** Says which fields a structure has, and what a method or an array takes, while it is typed. */
public final class Hinting {
	private static final int MOST_LITERALS = 12;
	private final Meanings meanings;

	/** Makes the service. */
	public Hinting(Meanings meanings) {
		this.meanings = meanings;
	}

	/** Returns the hint at a cursor; nothing outside of such brackets. */
	public Optional<ParameterHint> at(String text, int cursor) {
		Excerpt excerpt = Excerpt.of(text, cursor, Lexing.of(text));
		int open = innermost(excerpt.tokens());
		if (open < 0) {
			return Optional.empty();
		}
		Setting setting = Setting.of(excerpt, meanings);
		for (EObject at = setting.before(); at != null; at = at.eContainer()) {
			Optional<ParameterHint> hint = switch (at) {
				case StructValue structure -> structure(structure, excerpt, open);
				case ListValue list -> meanings.expected(list).flatMap(meanings.types()::element).map(this::element);
				case CallStep call -> call(call.getTarget());
				case CallPlay call -> call(call.getTarget());
				default -> Optional.empty();
			};
			if (hint.isPresent() || at instanceof StructValue) {
				return hint;
			}
		}
		return Optional.empty();
	}

	private static int innermost(List<Lexeme> tokens) {
		int depth = 0;
		for (int i = tokens.size() - 1; i >= 0; i--) {
			depth += tokens.get(i).closes() ? 1 : tokens.get(i).opens() ? -1 : 0;
			if (depth < 0) {
				return i;
			}
		}
		return -1;
	}

	private Optional<ParameterHint> structure(StructValue structure, Excerpt excerpt, int open) {
		List<Field> fields = meanings.expected(structure).stream().flatMap(meanings.types()::fields).toList();
		if (fields.isEmpty()) {
			return Optional.empty();
		}
		List<Parameter> parameters = fields.stream().map(field -> new Parameter("%s: %s".formatted(field.getName(), TypeWords.of(field.getType())), words(field.getType()))).toList();
		String label = parameters.stream().map(Parameter::label).collect(Collectors.joining(", ", "{ ", " }"));
		return Optional.of(new ParameterHint(label, "", parameters, active(fields, excerpt.tokens().subList(open + 1, excerpt.tokens().size()))));
	}

	/** The field whose name was typed last; behind a comma the first that is not there yet. */
	private static int active(List<Field> fields, List<Lexeme> inside) {
		int depth = 0;
		int current = -1;
		boolean[] seen = new boolean[fields.size()];
		for (int i = 0; i < inside.size(); i++) {
			Lexeme token = inside.get(i);
			depth += token.opens() ? 1 : token.closes() ? -1 : 0;
			if (depth == 0 && token.is(",")) {
				current = -1;
			} else if (depth == 0 && token.isName() && i + 1 < inside.size() && inside.get(i + 1).is(":")) {
				current = IntStream.range(0, fields.size()).filter(at -> token.text().equals(fields.get(at).getName())).findFirst().orElse(-1);
				if (current >= 0) {
					seen[current] = true;
				}
			}
		}
		return current >= 0 ? current : IntStream.range(0, seen.length).filter(at -> !seen[at]).findFirst().orElse(0);
	}

	private ParameterHint element(TypeExpr type) {
		Parameter element = new Parameter(TypeWords.of(type), words(type));
		return new ParameterHint("[%s, ...]".formatted(element.label()), "elements of the array", List.of(element), 0);
	}

	private Optional<ParameterHint> call(Ref target) {
		List<EObject> parts = target == null ? List.of() : meanings.parts(target);
		if (parts.isEmpty() || !(parts.getLast() instanceof MethodDecl method)) {
			return Optional.empty();
		}
		Parameter parameter = new Parameter(method.getParameter() == null ? "" : TypeWords.of(method.getParameter()), words(method.getParameter()));
		return Optional.of(new ParameterHint("%s(%s)".formatted(method.getName(), parameter.label()), TypeWords.documentation(method), List.of(parameter), 0));
	}

	/** Says which words a value may be, or what a structure has. */
	private String words(TypeExpr type) {
		if (type == null) {
			return "";
		}
		List<String> literals = meanings.types().literals(type).map(Literal::getName).toList();
		if (!literals.isEmpty()) {
			return literals.stream().limit(MOST_LITERALS).collect(Collectors.joining(", ")) + (literals.size() > MOST_LITERALS ? ", ..." : "");
		}
		return meanings.types().fields(type).map(field -> "%s: %s".formatted(field.getName(), TypeWords.of(field.getType()))).collect(Collectors.joining(", "));
	}
}
