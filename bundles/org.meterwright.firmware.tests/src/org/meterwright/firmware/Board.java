// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

/** Boards that QEMU has, one for each core; memory begins at the same addresses in all of them. */
enum Board {
	M3("mps2-an385", "cortex-m3"), M4("mps2-an386", "cortex-m4"), M7("mps2-an500", "cortex-m7");

	private final String machine;
	private final String core;

	Board(String machine, String core) {
		this.machine = machine;
		this.core = core;
	}

	String machine() {
		return machine;
	}

	String core() {
		return core;
	}
}
