// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.meterwright.cosem.Meter;

/**
 * One way to spoil a correct meter. Its sentence says what is wrong afterwards; its places are only those where that sentence becomes true, so
 * that a mutation never leaves another correct meter.
 *
 * @param name  short name, such as capture-twice; stable
 * @param says  what is wrong afterwards
 * @param about areas of the rules that speak of it, as in their ids: PROF for MW-PROF-006
 * @param sites where it can be done in a meter, in the meter's order
 */
public record FaultKind(String name, String says, Set<String> about, Function<Meter, Stream<Site>> sites) {
	/** Makes a kind; the areas are separated by blanks. */
	static FaultKind of(String name, String says, String about, Function<Meter, Stream<Site>> sites) {
		return new FaultKind(name, says, Set.of(about.split(" ")), sites);
	}
}
