// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Optional;
import java.util.function.Supplier;

/** What several files want: made once, by whoever needs it first. */
final class Once<T> implements Supplier<T> {
	private final Supplier<T> maker;
	private Optional<T> made = Optional.empty();

	Once(Supplier<T> maker) {
		this.maker = maker;
	}

	@Override
	public synchronized T get() {
		if (made.isEmpty()) {
			made = Optional.of(maker.get());
		}
		return made.get();
	}
}
