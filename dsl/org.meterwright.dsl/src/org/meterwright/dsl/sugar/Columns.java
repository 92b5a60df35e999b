// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.ColumnExpr;
import org.meterwright.dsl.cosemDsl.RemoveLine;
import org.meterwright.dsl.elaborate.Body;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Referent;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Want;

/** Columns of captures and of what is sent. An object alone stands for its value: attribute 2 where that is the value, buffer or time. */
final class Columns {
	private static final int PROFILE_GENERIC = 7;
	private static final int BUFFER = 2;
	private static final Set<String> VALUES = Set.of("value", "buffer", "compact_buffer", "time");

	private final Elaboration elaboration;

	Columns(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Tells whether two columns are of the same data. */
	static boolean same(Column one, Column other) {
		return one.getObject() == other.getObject() && one.getAttribute() == other.getAttribute() && one.getDataIndex() == other.getDataIndex();
	}

	/** Returns where a line of columns comes from: the first one stands, later ones add columns or take some away. */
	static Origin origin(Body.Line<? extends EObject> line, Body.Line<? extends EObject> first) {
		Origin place = line.layer().place(line.node());
		boolean own = line == first || line.layer().equals(first.layer());
		return line.node() instanceof RemoveLine ? place.removing() : own ? place : place.adding();
	}

	/** Makes the columns of expressions, families spread out. */
	List<Column> of(List<ColumnExpr> exprs, Scope scope) {
		List<Column> columns = new ArrayList<>();
		for (ColumnExpr expr : exprs) {
			for (Referent referent : elaboration.resolver().resolve(expr.getTarget(), scope, Want.OBJECT_OR_ATTRIBUTE)) {
				of(referent, expr).ifPresent(column -> columns.add(select(column, expr)));
			}
		}
		return columns;
	}

	/** Makes the column of a reference; reports an object without a value of its own. */
	Optional<Column> of(Referent referent, EObject place) {
		Optional<AttributeDefinition> attribute = referent.attribute().or(() -> value(referent.object()));
		if (attribute.isEmpty()) {
			elaboration.report().report("MW-LANG-213", place, "say which attribute of %s".formatted(referent.text()), first(referent.object()));
			return Optional.empty();
		}
		Column column = CosemFactory.eINSTANCE.createColumn();
		column.setObject(referent.object());
		column.setAttribute(attribute.get().getIndex());
		column.setDataIndex(referent.dataIndex());
		return Optional.of(column);
	}

	/** Names the first attribute behind the logical name, which is what people mean most often. */
	private static String[] first(CosemObject object) {
		return object.getInterfaceClass().getAttributes().stream().filter(each -> each.getIndex() == 2).map(AttributeDefinition::getName).toArray(String[]::new);
	}

	private static Optional<AttributeDefinition> value(CosemObject object) {
		return object.getInterfaceClass().getAttributes().stream().filter(each -> each.getIndex() == 2 && VALUES.contains(each.getName())).findFirst();
	}

	private Column select(Column column, ColumnExpr expr) {
		if (!expr.isNewest() && !expr.isLast()) {
			return column;
		}
		if (column.getObject().getInterfaceClass().getClassId() != PROFILE_GENERIC || column.getAttribute() != BUFFER) {
			elaboration.report().report("MW-LANG-214", expr, "only the buffer of a profile has newest entries");
			return column;
		}
		column.setSelection(expr.isNewest() ? Selection.NEWEST : Selection.LAST);
		if (expr.isLast()) {
			column.setCount(Codes.of(expr.getCount()));
		}
		return column;
	}
}
