// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The units that the text declares. Units of time convert into one another; no others do. */
public final class Units {
	/** Seconds in the units of time, by unit code (IEC 62056-6-2, table of units). */
	private static final Map<Integer, Long> SECONDS = Map.of(3, 604_800L, 4, 86_400L, 5, 3_600L, 6, 60L, 7, 1L);
	private static final Map<String, Integer> PREFIXES = Map.of("k", 3, "M", 6, "G", 9, "m", -3, "u", -6, "c", -2, "d", -1);

	private final Names names;
	private final Report report;
	private final Map<Integer, String> byCode = new HashMap<>();

	/** Makes the table of units. */
	public Units(Names names, Report report) {
		this.names = names;
		this.report = report;
		names.declarations().all(Sort.UNIT).values().forEach(declared -> declared.forEach(unit -> {
			UnitDecl each = (UnitDecl) unit;
			byCode.putIfAbsent(Numerals.clampedInt(each.getCode()), each.getName());
		}));
	}

	/** Returns the code of a unit; reports a name that is none. */
	public Optional<Integer> code(EObject node, EStructuralFeature feature, String name) {
		List<EObject> found = names.declarations().find(Sort.UNIT, SyntaxFile.of(node), name);
		Optional<String> prefixed = found.isEmpty() ? prefixed(node, name) : Optional.empty();
		if (prefixed.isPresent()) {
			report.report("MW-LANG-033", node, feature, "%s is no COSEM unit; write %s".formatted(name, prefixed.get()), prefixed.get());
			return Optional.empty();
		}
		return names.one(Sort.UNIT, node, feature, name, UnitDecl.class).map(unit -> Math.clamp(Numerals.longOf(unit.getCode()), 0, 255));
	}

	/** Finds how to write a unit with an SI prefix: {@code kW} is 10^3 W. */
	private Optional<String> prefixed(EObject node, String name) {
		Integer power = name.length() < 2 ? null : PREFIXES.get(name.substring(0, 1));
		String rest = name.length() < 2 ? "" : name.substring(1);
		boolean known = power != null && !names.declarations().find(Sort.UNIT, SyntaxFile.of(node), rest).isEmpty();
		return known ? Optional.of("10^%d %s".formatted(power, rest)) : Optional.empty();
	}

	/** Returns the name of a unit code. */
	public String name(int code) {
		return byCode.getOrDefault(code, "unit %d".formatted(code));
	}

	/** Returns by what a number in one unit is multiplied to be in another; nothing when they measure different things. */
	public Optional<Fraction> factor(int from, int to) {
		if (from == to) {
			return Optional.of(new Fraction(1, 1));
		}
		Long one = SECONDS.get(from);
		Long other = SECONDS.get(to);
		return one == null || other == null ? Optional.empty() : Optional.of(new Fraction(one, other));
	}

	/** A ratio of whole numbers. */
	public record Fraction(long numerator, long denominator) {

		/** Multiplies exactly; nothing when the result has no finite decimal form. */
		public Optional<BigDecimal> times(BigDecimal number) {
			try {
				return Optional.of(number.multiply(BigDecimal.valueOf(numerator)).divide(BigDecimal.valueOf(denominator)));
			} catch (ArithmeticException e) {
				return Optional.empty();
			}
		}
	}
}
