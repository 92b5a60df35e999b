// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's name and version. */
public final class Version implements IVersionProvider {

	/** Version of this release. */
	public static final String NUMBER = "0.1.0";

	@Override
	public String[] getVersion() {
		return new String[] { "Meterwright %s".formatted(NUMBER) };
	}
}
