// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Origin;

/** What is noted about one object while its meter is elaborated, because the model has no place for it: each right and each column by itself. */
public final class Traced {

	/** A line changed the rights to an attribute or method: the bits that it left. */
	public record Right(Association association, int index, boolean method, int mode, Origin origin) {
	}

	/** A column came from a line. */
	public record Column(org.meterwright.cosem.Column column, Origin origin) {
	}

	private final String object;
	private final List<Right> rights = new ArrayList<>();
	private final List<Column> columns = new ArrayList<>();

	/** Asks for an object by its name, a family member with its index. */
	public Traced(String object) {
		this.object = object;
	}

	/** Tells whether an object is the one that is asked for. */
	public boolean isAbout(CosemObject candidate) {
		return object.equals(candidate.getName());
	}

	/** Notes what a line did to a right. */
	public void right(Right right) {
		rights.add(right);
	}

	/** Notes the columns of a line, in place of all before it or behind them. */
	public void columns(List<org.meterwright.cosem.Column> found, Origin origin) {
		found.forEach(each -> columns.add(new Column(each, origin)));
	}

	/** Keeps only the columns that are still there. */
	public void keep(List<org.meterwright.cosem.Column> left) {
		columns.removeIf(each -> left.stream().noneMatch(column -> column == each.column()));
	}

	/** Returns what lines did to rights, in order of their effect. */
	public List<Right> rights() {
		return List.copyOf(rights);
	}

	/** Returns the columns in order. */
	public List<Column> columns() {
		return List.copyOf(columns);
	}
}
