// SPDX-License-Identifier: EPL-2.0
package org.meterwright.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
		withPicture(() -> {
			start();
			makeExample();
			generate();
			quit();
		});
		assertEquals(List.of(), errors());
	}

	/** Somebody ends the program in the middle of a word, as a power cut does: the next start has the word. */
	@Test
	void whatWasNotSavedOutlivesAKill() throws Exception {
		withPicture(() -> {
			start();
			makeMeter();
			screen.until("what was typed is kept", () -> !says(project(), firstKept()), this::writeComment);
			workbench.destroyForcibly().waitFor();
			String kept = firstKept();
			assertFalse(says(project(), kept), "saved already");
			screen.await("the window is gone", () -> !screen.hasWindow());
			start();
			screen.until("the text is saved", () -> says(project(), kept), this::takeBackAndSave);
			screen.await("what is saved is kept no longer", () -> firstKept().isEmpty());
		});
	}

	/** Return the first line of the text that is kept, of which the file has another as long as it is not saved; nothing is kept: empty, which every file has. */
	private String firstKept() {
		try (Stream<Path> files = Files.exists(drafts()) ? Files.list(drafts()) : Stream.of()) {
			for (Path file : files.filter(each -> each.toString().endsWith(".draft")).toList()) {
				return Files.readAllLines(file).get(1) + "\n";
			}
		} catch (IOException | UncheckedIOException e) {
			// it is being written
		}
		return "";
	}

	private void writeComment() {
		screen.point(500, 200); // into the text
		screen.click();
		screen.press(KeyEvent.VK_CONTROL, KeyEvent.VK_HOME);
		screen.press(KeyEvent.VK_SLASH);
		screen.press(KeyEvent.VK_SLASH);
		screen.type("kept");
		screen.point(500, 400);
	}

	/** The question comes when the window has been there for a while; until then Enter does nothing. */
	private void takeBackAndSave() {
		screen.press(KeyEvent.VK_ENTER); // Open Them
		screen.quiet();
		screen.press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
	}

	/** What is done at the screen. */
	private interface Work {
		void run() throws Exception;
	}

	private void withPicture(Work work) throws Exception {
		try {
			work.run();
		} catch (AssertionError e) {
			keepPicture();
			throw e;
		}
	}

	private Path drafts() {
		return installation.workspace().resolve(".metadata/.plugins/org.meterwright.workbench.text/drafts");
	}

	/** Tell whether a file in a folder says something. */
	private static boolean says(Path folder, String words) {
		try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.of()) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				if (Files.readString(file).contains(words)) {
					return true;
				}
			}
			return false;
		} catch (IOException | UncheckedIOException e) {
			return false; // it is being written
		}
	}

	private void start() throws IOException {
		assertFalse(screen.hasWindow(), "another window is on the screen");
		long begin = System.nanoTime();
		workbench = installation.start();
		screen.await("the workbench shows its window", () -> screen.hasWindow() || !workbench.isAlive());
		assertTrue(workbench.isAlive(), "the workbench ended by itself");
		screen.quiet();
		System.out.printf("From the start of the script to the window: %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
	}

	private void makeExample() {
		screen.until("the texts of the example are there", () -> Files.exists(project().resolve("credit-expiry.cosem")), () -> {
			openWizard();
			screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_N);
			screen.pressAndSee(KeyEvent.VK_END);
			screen.pressAndSee(KeyEvent.VK_UP);
			screen.pressAndSee(KeyEvent.VK_UP); // the last but two; a letter would move the focus alone where the machine is slow
			screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_F);
		});
	}

	/** Make the meter that the wizard offers when nothing else is chosen. */
	private void makeMeter() {
		screen.until("the text is there", () -> Files.exists(project().resolve("meter.cosem")), () -> {
			openWizard();
			screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_F);
		});
		screen.quiet();
	}

	/** Open the wizard and name the project. What an earlier attempt left open, before a window that was not ready, is closed. */
	private void openWizard() {
		screen.press(KeyEvent.VK_ESCAPE);
		screen.press(KeyEvent.VK_ESCAPE);
		screen.quiet();
		screen.pressAndSee(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
		screen.type("meter");
		screen.pressAndSee(KeyEvent.VK_ENTER);
		screen.type("esme");
	}

	private void generate() {
		Path tables = project().resolve("generated");
		screen.pressUntil("tables are generated", () -> Files.exists(tables) && hasTables(tables), KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_G);
	}

	private void quit() {
		screen.until("the workbench has quit", () -> !workbench.isAlive(), () -> {
			screen.press(KeyEvent.VK_ESCAPE);
			screen.pressAndSee(KeyEvent.VK_ALT, KeyEvent.VK_F);
			screen.press(KeyEvent.VK_X);
		});
		assertEquals(0, workbench.exitValue());
	}

	private Path project() {
		return installation.workspace().resolve("esme");
	}

	private static boolean hasTables(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.anyMatch(file -> file.getFileName().toString().endsWith("_tables.c"));
		} catch (IOException | UncheckedIOException e) {
			return false;
		}
	}

	/** Return what the workbench's own log says of severity error. */
	private List<String> errors() throws IOException {
		Path log = installation.workspace().resolve(".metadata/.log");
		if (!Files.exists(log)) {
			return List.of();
		}
		List<String> lines = Files.readAllLines(log);
		return IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches("!ENTRY \\S+ 4 .*")).mapToObj(i -> String.join("; ", lines.subList(i, Math.min(i + 12, lines.size())))).toList();
	}

	private void keepPicture() throws IOException {
		Path picture = Path.of("target/last-seen.png");
		Files.createDirectories(picture.getParent());
		ImageIO.write(screen.picture(), "png", picture.toFile());
	}
}
