// SPDX-License-Identifier: EPL-2.0
package org.meterwright.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The workbench as it comes out of its archive, in a folder of its own, with a home that nobody has used yet. */
final class Installation {
	private final Path folder;

	private Installation(Path folder) {
		this.folder = folder;
	}

	/** Return where the archive for this machine lies. */
	static Path archive() {
		String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
		return Path.of(System.getProperty("products"), "meterwright-linux.gtk.%s.tar.gz".formatted(arch));
	}

	/** Unpack the archive into a folder. */
	static Installation unpack(Path folder) throws IOException, InterruptedException {
		Files.createDirectories(folder.resolve("home"));
		Process tar = new ProcessBuilder("tar", "xzf", archive().toString(), "-C", folder.toString()).inheritIO().start();
		assertEquals(0, tar.waitFor(), "tar");
		return new Installation(folder);
	}

	/** Start it as a user does, by its script. */
	Process start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(folder.resolve("meterwright/meterwright-workbench").toString());
		builder.environment().put("HOME", home().toString());
		builder.environment().put("METERWRIGHT_VMARGS", "-Duser.home=" + home());
		builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
		return builder.start();
	}

	/** Return the workspace that it makes when none is named. */
	Path workspace() {
		return home().resolve("meterwright-workspace");
	}

	private Path home() {
		return folder.resolve("home");
	}
}
