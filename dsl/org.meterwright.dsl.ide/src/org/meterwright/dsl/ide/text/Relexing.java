// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.ide.text.Lexeme.Sort;
import org.meterwright.dsl.ide.text.Lexing.Comment;
import org.meterwright.dsl.ide.text.Lexing.Lexed;

/**
 * Splits one text after the other into tokens. Of a text that differs from the one before in one place, only the lines of that place are
 * read: the lexer knows nothing of what it read before, so where a token begins that began there before, and the rest is the same, the
 * other tokens are the same too.
 */
public final class Relexing {
	private String text = "";
	private Lexed lexed = new Lexed(List.of(), List.of());

	/** Splits a text. */
	public Lexed of(String now) {
		if (!now.equals(text)) {
			lexed = new Change(now).apply();
			text = now;
		}
		return lexed;
	}

	/** What has to be done for another text. */
	private final class Change {
		private final String now;
		private final int same;
		private final int behind;
		private final List<Lexeme> lexemes = new ArrayList<>(lexed.lexemes().size() + 8);
		private final List<Comment> comments = new ArrayList<>(lexed.comments().size() + 1);
		private int met = -1;

		Change(String now) {
			this.now = now;
			int shorter = Math.min(text.length(), now.length());
			int begin = 0;
			while (begin < shorter && text.charAt(begin) == now.charAt(begin)) {
				begin++;
			}
			int end = 0;
			while (end < shorter - begin && text.charAt(text.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
				end++;
			}
			this.same = begin;
			this.behind = now.length() - end;
		}

		Lexed apply() {
			int kept = firstOfLine();
			int begin = kept < 0 ? 0 : lexed.lexemes().get(kept).offset();
			lexemes.addAll(lexed.lexemes().subList(0, Math.max(0, kept)));
			lexed.comments().stream().filter(each -> each.offset() < begin).forEach(comments::add);
			Lexing.from(now, begin, this::take);
			if (met >= 0) {
				rest();
			}
			return new Lexed(List.copyOf(lexemes), List.copyOf(comments));
		}

		/** Returns the number of the last token before the change that begins its line; -1: none, or one before it may become part of something else. */
		private int firstOfLine() {
			int from = now.lastIndexOf('\n', same - 1);
			int found = -1;
			for (int i = 0; i < lexed.lexemes().size() && lexed.lexemes().get(i).end() <= same; i++) {
				Lexeme each = lexed.lexemes().get(i);
				if (each.sort() == Sort.UNKNOWN || text.startsWith("/*", each.offset())) {
					break;
				}
				if (each.offset() <= from && (i == 0 || text.lastIndexOf('\n', each.offset()) >= lexed.lexemes().get(i - 1).end())) {
					found = i;
				}
			}
			return found;
		}

		private boolean take(Optional<Lexeme> lexeme, Optional<Comment> comment) {
			comment.ifPresent(comments::add);
			if (lexeme.isPresent() && lexeme.get().offset() >= behind) {
				int before = lexeme.get().offset() + text.length() - now.length();
				int index = lexed.at(before);
				boolean known = index < lexed.lexemes().size() && lexed.lexemes().get(index).offset() == before;
				met = known ? index : -1;
			}
			if (met < 0) {
				lexeme.ifPresent(lexemes::add);
			}
			return met < 0;
		}

		/** Takes over what follows a token that was met again. */
		private void rest() {
			int by = now.length() - text.length();
			for (Lexeme each : lexed.lexemes().subList(met, lexed.lexemes().size())) {
				lexemes.add(by == 0 ? each : new Lexeme(each.sort(), each.text(), each.offset() + by));
			}
			int from = lexed.lexemes().get(met).offset();
			lexed.comments().stream().filter(each -> each.offset() > from).forEach(each -> comments.add(new Comment(each.offset() + by, each.end() + by, each.documentation())));
		}
	}
}
