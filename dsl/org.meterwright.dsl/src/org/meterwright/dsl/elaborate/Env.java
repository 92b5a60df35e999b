// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Map;
import java.util.Optional;

/**
 * What the binders of families stand for: {@code r} in {@code importRate[r in rate]}.
 *
 * @param binders entry of each binder
 */
public record Env(Map<String, IndexEntry> binders) {
	/** No binder. */
	public static final Env NONE = new Env(Map.of());

	/** Copies the binders. */
	public Env {
		binders = Map.copyOf(binders);
	}

	/** Makes an environment with one binder. */
	public static Env of(String binder, IndexEntry entry) {
		return new Env(Map.of(binder, entry));
	}

	/** Finds what a binder stands for. */
	public Optional<IndexEntry> find(String binder) {
		return Optional.ofNullable(binders.get(binder));
	}
}
