// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ArrayTypeExpr;
import org.meterwright.dsl.cosemDsl.BitsTypeExpr;
import org.meterwright.dsl.cosemDsl.ChoiceTypeExpr;
import org.meterwright.dsl.cosemDsl.CompactTypeExpr;
import org.meterwright.dsl.cosemDsl.EnumTypeExpr;
import org.meterwright.dsl.cosemDsl.NamedTypeExpr;
import org.meterwright.dsl.cosemDsl.RangeExpr;
import org.meterwright.dsl.cosemDsl.StructTypeExpr;
import org.meterwright.dsl.cosemDsl.TypeExpr;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Says a type in a few words. */
public final class TypeWords {

	private TypeWords() {
	}

	/** Returns a type as a designer would say it, without what it is made of. */
	public static String of(TypeExpr type) {
		return switch (type) {
			case null -> "";
			case NamedTypeExpr named -> named.getName() == null ? "" : named.getName() + size(named.getSize());
			case ArrayTypeExpr array -> "array of %s".formatted(of(array.getElement()));
			case CompactTypeExpr array -> "compact-array";
			case StructTypeExpr structure -> "structure";
			case EnumTypeExpr enumeration -> "enum";
			case BitsTypeExpr bits -> "bits";
			case ChoiceTypeExpr choice -> "choice";
			default -> "";
		};
	}

	private static String size(RangeExpr size) {
		if (size == null || size.getLower() == null) {
			return "";
		}
		return size.getUpper() == null ? "(%s%s)".formatted(size.getLower(), size.isMany() ? "..*" : "") : "(%s..%s)".formatted(size.getLower(), size.getUpper());
	}

	/** Returns the documentation of a declaration in one piece; empty when there is none. */
	static String documentation(EObject node) {
		return SyntaxFile.find(node).isEmpty() ? "" : SyntaxFile.documentation(node).strip();
	}
}
