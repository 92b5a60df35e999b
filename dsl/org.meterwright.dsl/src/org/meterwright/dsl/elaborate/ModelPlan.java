// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.WatchedAssociation;
import org.meterwright.rules.check.WatchedAttribute;
import org.meterwright.rules.check.WatchedDevice;

/** An edit that is carried out in a finished model: first what goes is taken out, then what comes is put in. */
public interface ModelPlan {
	/** Takes out what goes. */
	void remove();

	/** Puts in what comes. Returns whether all that changes is told. */
	boolean insert();

	/** Tells whether a finding is on what is read again, so that it will be found again where it still is so. */
	boolean isTold(Finding finding);

	/**
	 * Tells whether something that was found may no longer be so, without being looked for again.
	 *
	 * @param local whether it is on one line or one head by itself
	 */
	boolean mayChange(Finding finding, boolean local);

	/** Returns the lines of other objects that those which go, and those which are read again, share with them. */
	Stream<AttributeLine> borrowed();

	/** Returns the lines of objects that go or are read again. */
	Stream<AttributeLine> lines();

	/** Returns objects that stay and are read again. */
	List<CosemObject> reread();

	/** Returns what became of attributes of objects that are read again. */
	List<WatchedAttribute.Change> changes();

	/** Returns what is found on objects that come or are read again. */
	Told told();

	/** Returns the device. */
	WatchedDevice device();

	/** Returns the logical names of the objects that come or go. */
	default List<LogicalName> names() {
		return List.of();
	}

	/** Returns the objects that go. */
	default List<CosemObject> gone() {
		return List.of();
	}

	/** Returns the objects that came. */
	default List<CosemObject> made() {
		return List.of();
	}

	/** Returns the entries of object lists that went. */
	default List<ObjectListEntry> entriesGone() {
		return List.of();
	}

	/** Returns the entries of object lists that came. */
	default List<ObjectListEntry> entriesMade() {
		return List.of();
	}

	/** Returns the associations whose object lists are others now. */
	default Set<WatchedAssociation> associations() {
		return Set.of();
	}
}
