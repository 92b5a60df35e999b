// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Set;
import java.util.function.Consumer;

import org.meterwright.dsl.cosemDsl.AndCondition;
import org.meterwright.dsl.cosemDsl.Condition;
import org.meterwright.dsl.cosemDsl.NotCondition;
import org.meterwright.dsl.cosemDsl.OrCondition;
import org.meterwright.dsl.cosemDsl.SwitchTest;

/** Evaluates the conditions of {@code if} on the switches of a variant. */
final class Conditions {
	private final Set<String> on;
	private final Consumer<SwitchTest> tested;

	/**
	 * Makes an evaluator.
	 *
	 * @param on     switches that are on
	 * @param tested told of every switch that a condition names, whether it decides or not
	 */
	Conditions(Set<String> on, Consumer<SwitchTest> tested) {
		this.on = on;
		this.tested = tested;
	}

	boolean holds(Condition condition) {
		return switch (condition) {
			case OrCondition or -> holds(or.getLeft()) | holds(or.getRight());
			case AndCondition and -> holds(and.getLeft()) & holds(and.getRight());
			case NotCondition not -> !holds(not.getOperand());
			case SwitchTest test -> {
				tested.accept(test);
				yield on.contains(test.getTest());
			}
			default -> false;
		};
	}

	/** Writes a condition down, brackets around every {@code or}. */
	static String text(Condition condition, boolean negated) {
		String plain = text(condition);
		return !negated ? plain : condition instanceof SwitchTest ? "not %s".formatted(plain) : condition instanceof OrCondition ? "not %s".formatted(plain) : "not (%s)".formatted(plain);
	}

	private static String text(Condition condition) {
		return switch (condition) {
			case OrCondition or -> "(%s or %s)".formatted(text(or.getLeft()), text(or.getRight()));
			case AndCondition and -> "%s and %s".formatted(text(and.getLeft()), text(and.getRight()));
			case NotCondition not -> text(not.getOperand(), true);
			case SwitchTest test -> String.valueOf(test.getTest());
			case null, default -> "";
		};
	}
}
