// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.CTool;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.HdlcLine;
import org.meterwright.scenario.client.Octets;
import org.meterwright.scenario.client.Suite0;

/** The worked port of docs/porting.md: the example meter on an emulated Cortex-M4 board, asked through HDLC on its UART. */
class PortTest {

	private static final Path PORT = Path.of("../org.meterwright.firmware/runtime/ports/mps2_an386");
	private static final List<String> OPTIONS = List.of("-std=c99", "-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wundef", "-Wstrict-prototypes",
			"-Wmissing-prototypes", "-Werror", "-mcpu=cortex-m4", "-mthumb", "-Os", "-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections", "--specs=nano.specs",
			"--specs=nosys.specs", "-nostartfiles", "-I.", "-Itables", "-Iruntime", "-Iruntime/server");
	private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F");
	private static final LogicalName CLOCK = LogicalName.valueOf("0-0:1.0.0*255");
	private static final LogicalName ENERGY = LogicalName.valueOf("1-0:1.8.0*255");
	private static final LogicalName SCRIPTS = LogicalName.valueOf("0-0:10.0.106*255");
	private static final LogicalName SWITCH = LogicalName.valueOf("0-0:96.3.10*255");
	private static final LogicalName ASSOCIATION = LogicalName.valueOf("0-0:40.0.0*255");
	private static final byte[] SERVER = { 3 };
	private static final int PATIENCE = 60_000;

	@TempDir
	private Path folder;

	@Test
	void theExampleAnswersOnItsUart() throws IOException {
		new CTool("arm-none-eabi-gcc").require();
		new CTool("qemu-system-arm").require();
		CliRun run = CliRun.of("generate", Path.of("../../dsl/examples/three-phase"), "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		build();
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			listener.setSoTimeout(PATIENCE);
			Process board = start(listener.getLocalPort());
			try (Socket uart = listener.accept()) {
				aSecretReads(uart);
				keysCommand(uart);
			} finally {
				board.destroyForcibly();
			}
		}
	}

	/** The handlers of the port take the place of the first versions that were generated. */
	private void build() throws IOException {
		List<String> arguments = new ArrayList<>(OPTIONS);
		arguments.addAll(List.of("-I%s".formatted(PORT.toAbsolutePath()), "-T%s".formatted(PORT.resolve("board.ld").toAbsolutePath())));
		for (String place : List.of("", "tables", "runtime", "runtime/server")) {
			arguments.addAll(sources(folder.resolve(place)).filter(name -> !name.endsWith("_handlers.c")).toList());
		}
		arguments.addAll(sources(PORT).toList());
		arguments.addAll(List.of("-o", "port.elf"));
		new CTool("arm-none-eabi-gcc").run(folder, arguments);
	}

	private static Stream<String> sources(Path place) throws IOException {
		try (Stream<Path> files = Files.list(place)) {
			return files.filter(file -> file.toString().endsWith(".c")).map(file -> file.toAbsolutePath().toString()).sorted().toList().stream();
		}
	}

	private Process start(int port) throws IOException {
		return new ProcessBuilder("qemu-system-arm", "-M", "mps2-an386", "-cpu", "cortex-m4", "-nographic", "-monitor", "none", "-chardev",
				"socket,host=127.0.0.1,port=%d,id=uart".formatted(port), "-serial", "chardev:uart", "-kernel", folder.resolve("port.elf").toString())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	private static HdlcLine line(Socket uart, int client) throws IOException {
		HdlcLine line = new HdlcLine(uart, client, SERVER, 128, false);
		uart.setSoTimeout(PATIENCE);
		line.connect(128);
		return line;
	}

	@SuppressWarnings("resource") // the connection goes on
	private static void aSecretReads(Socket uart) throws IOException {
		HdlcLine line = line(uart, 2);
		DlmsClient client = new DlmsClient(line, Optional.empty(), 1);
		assertEquals(0, client.open(1, KEY, 256));
		byte[] time = client.get(8, CLOCK, 2).data();
		assertEquals("090c07ea0101", HexFormat.of().formatHex(time).substring(0, 12));
		assertArrayEquals(HexFormat.of().parseHex("0600000000"), client.get(3, ENERGY, 2).data());
		assertEquals(1, client.get(15, ASSOCIATION, 2).data()[0]);
		assertEquals(3, client.set(3, ENERGY, 2, HexFormat.of().parseHex("0600000001")));
		client.release();
		line.disconnect();
	}

	/** High level security, ciphered requests, a written attribute, a script that moves the switch. */
	@SuppressWarnings("resource") // the connection goes on
	private static void keysCommand(Socket uart) throws IOException {
		HdlcLine line = line(uart, 1);
		DlmsClient client = new DlmsClient(line, Optional.of(new Suite0(KEY, KEY)), 1);
		assertEquals(0, client.open(5, KEY, 256));
		assertEquals(0, client.set(8, CLOCK, 3, new Octets().put(16, 0, 60).bytes()));
		assertArrayEquals(new byte[] { 16, 0, 60 }, client.get(8, CLOCK, 3).data());
		assertEquals(0, client.act(9, SCRIPTS, 1, new Octets().put(18, 0, 2).bytes()).result());
		assertArrayEquals(new byte[] { 22, 0 }, client.get(70, SWITCH, 3).data());
		client.release();
		line.disconnect();
	}
}
