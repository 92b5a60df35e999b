// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import org.eclipse.core.runtime.NullProgressMonitor;

/** A user who presses Cancel after a while: when the work has asked for it some times. */
public final class CancelledMonitor extends NullProgressMonitor {
	private int patience;

	public CancelledMonitor(int patience) {
		this.patience = patience;
	}

	@Override
	public boolean isCanceled() {
		if (patience-- <= 0) {
			setCanceled(true);
		}
		return super.isCanceled();
	}
}
