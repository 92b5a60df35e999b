// SPDX-License-Identifier: EPL-2.0
package org.meterwright.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for Linux, used from a fresh folder: start, open an example, generate, quit. */
class LinuxArchiveTest {
	@TempDir
	private Path folder;
	private Installation installation;
	private Screen screen;
	private Process workbench;

	@BeforeEach
	void begin() throws Exception {
		assumeTrue(System.getProperty("os.name").equals("Linux") && !GraphicsEnvironment.isHeadless(), "there is no display");
		installation = Installation.unpack(folder);
		screen = new Screen();
		screen.point(500, 400);
	}

	@AfterEach
	void end() throws InterruptedException {
		if (workbench != null && workbench.isAlive()) {
			workbench.destroyForcibly().waitFor();
		}
	}

	@Test
	void anExampleIsOpenedAndGenerated() throws Exception {
		try {
			start();
			makeExample();
			generate();
			quit();
		} catch (AssertionError e) {
			keepPicture();
			throw e;
		}
		assertEquals(List.of(), errors());
	}

	private void start() throws IOException {
		assertFalse(screen.hasWindow(), "another window is on the screen");
		long begin = System.nanoTime();
		workbench = installation.start();
		screen.await("the workbench shows its window", () -> screen.hasWindow() || !workbench.isAlive());
		assertTrue(workbench.isAlive(), "the workbench ended by itself");
		System.out.printf("From the start of the script to the window: %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
	}

	private void makeExample() {
		screen.pressAndSee(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
		screen.type("meter");
		screen.pressAndSee(KeyEvent.VK_ENTER);
		screen.type("esme");
		screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_N);
		screen.pressAndSee(KeyEvent.VK_P); // the letter goes to the first example that begins with it
		screen.pressAndSee(KeyEvent.VK_P); // and again to the next
		screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_F);
		screen.await("the texts of the example are there", () -> Files.exists(project().resolve("credit-expiry.cosem")));
	}

	private void generate() {
		Path tables = project().resolve("generated");
		screen.pressUntil("tables are generated", () -> Files.exists(tables) && hasTables(tables), KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_G);
	}

	private void quit() throws InterruptedException {
		screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_F);
		screen.press(KeyEvent.VK_X);
		assertTrue(workbench.waitFor(60, TimeUnit.SECONDS), "the workbench does not quit");
		assertEquals(0, workbench.exitValue());
	}

	private Path project() {
		return installation.workspace().resolve("esme");
	}

	private static boolean hasTables(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.anyMatch(file -> file.getFileName().toString().endsWith("_tables.c"));
		} catch (IOException e) {
			return false;
		}
	}

	/** Return what the workbench's own log says of severity error. */
	private List<String> errors() throws IOException {
		Path log = installation.workspace().resolve(".metadata/.log");
		if (!Files.exists(log)) {
			return List.of();
		}
		return Files.readAllLines(log).stream().filter(line -> line.matches("!ENTRY \\S+ 4 .*")).toList();
	}

	private void keepPicture() throws IOException {
		Path picture = Path.of("target/last-seen.png");
		Files.createDirectories(picture.getParent());
		ImageIO.write(screen.picture(), "png", picture.toFile());
	}
}
