// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

/** Says that octets are no A-XDR encoding of xDLMS Data, and where. */
public final class AxdrException extends IllegalArgumentException {
	private static final long serialVersionUID = 1L;

	private final int offset;
	private final String problem;

	/**
	 * Makes an exception.
	 *
	 * @param offset  octet at which reading failed, from 0
	 * @param problem what is wrong, without the place
	 */
	public AxdrException(int offset, String problem) {
		super("%s at octet %d".formatted(problem, offset));
		this.offset = offset;
		this.problem = problem;
	}

	/** Returns the octet at which reading failed, from 0. */
	public int offset() {
		return offset;
	}

	/** Returns what is wrong, without the place. */
	public String problem() {
		return problem;
	}
}
