// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.IfLine;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Where items come from.
 *
 * @param kind  written (the meter itself and its unnamed parts), layer (a named one), base, companion or like
 * @param owner MeterDecl, LayerDecl or CompanionDecl
 * @param of    name of the meter, layer or companion, or of the object that is like
 */
public record Layer(String kind, EObject owner, String of) {
	/** Kind of the meter's own items. */
	public static final String WRITTEN = "written";
	/** Kind of items of a named layer. */
	public static final String LAYER = "layer";
	/** Kind of items of a meter that is extended. */
	public static final String BASE = "base";
	/** Kind of items of a companion. */
	public static final String COMPANION = "companion";
	/** Kind of lines that an object has from one that it is like. */
	public static final String LIKE = "like";

	/** Tells whether items come from a companion. */
	public boolean isCompanion() {
		return kind.equals(COMPANION);
	}

	/** Returns the origin of a part of an item. */
	public Origin place(EObject part) {
		Origin place = SyntaxFile.place(part, kind);
		return new Origin(place.file(), place.line(), place.offset(), place.length(), kind, of, condition(part));
	}

	/** Returns what the switches must say for a part to be there. */
	static String condition(EObject part) {
		String all = "";
		EObject inner = part;
		for (EObject at = part.eContainer(); at != null; at = at.eContainer()) {
			String own = switch (at) {
				case IfItem it -> Conditions.text(it.getCondition(), it.getElseItems().contains(inner));
				case IfLine it -> Conditions.text(it.getCondition(), it.getElseBody().contains(inner));
				default -> "";
			};
			all = all.isEmpty() || own.isEmpty() ? own + all : "%s and %s".formatted(own, all);
			inner = at;
		}
		return all;
	}
}
