// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.play.HostFirmware;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.scenario.LiveMeter;
import org.meterwright.scenario.Scenario;
import org.meterwright.scenario.ScenarioPlayer;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.scenario.Watcher;
import org.meterwright.scenario.host.MeterProgram;

/**
 * Where a generated meter is tried out: it is compiled once for each text, started and stopped, and its scenarios are played. What takes long may be
 * interrupted. Closing it ends all that runs and takes its files away.
 */
public final class MeterBench implements AutoCloseable {
	private Optional<MeterProgram> program = Optional.empty();
	private Optional<Object> compiled = Optional.empty();
	private volatile Optional<VirtualMeter> running = Optional.empty();
	private volatile Object started;
	private volatile boolean closed;

	/**
	 * Finds a C compiler.
	 *
	 * @param named what the user wants, as a path or a name on the search path; empty: any
	 * @throws IOException when there is none; the message says what to do
	 */
	public static String compiler(String named) throws IOException {
		if (named.isBlank()) {
			return MeterProgram.compiler().orElseThrow(() -> new IOException("There is no C compiler on this computer: install cc, gcc or clang, or name one in the preferences of Meterwright."));
		}
		boolean there = Files.isExecutable(Path.of(named)) || List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
				.anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, named)));
		if (!there) {
			throw new IOException("The C compiler %s of the preferences is not there.".formatted(named));
		}
		return named;
	}

	/** Compiles a meter, unless that was done for the same text. */
	private synchronized Path program(CompiledMeter meter, String compiler) throws IOException {
		if (program.isEmpty() || compiled.filter(it -> it == meter.revision()).isEmpty()) {
			clear();
			try {
				program = Optional.of(MeterProgram.compile(HostFirmware.of(meter), compiler));
				compiled = Optional.of(meter.revision());
			} catch (FirmwareException e) {
				throw new IOException(e.getMessage(), e);
			}
		}
		if (closed) {
			clear();
			throw new IOException("the view was closed");
		}
		return program.orElseThrow().program();
	}

	private synchronized void clear() throws IOException {
		if (program.isPresent()) {
			MeterProgram last = program.get();
			program = Optional.empty();
			last.close();
		}
	}

	/**
	 * Starts a meter in the place of the one that runs.
	 *
	 * @param begin time of its clock
	 * @throws IOException when it cannot be compiled or started; the message says why
	 */
	public VirtualMeter start(CompiledMeter meter, String compiler, LiveMeter.Carrier carrier, LocalDateTime begin) throws IOException {
		stop();
		Path file = program(meter, compiler);
		VirtualMeter begun = new VirtualMeter(LiveMeter.start(meter.model(), file, carrier, begin));
		running = Optional.of(begun);
		started = meter.revision();
		if (closed) {
			stop();
			throw new IOException("the view was closed");
		}
		return begun;
	}

	/** Tells whether the meter that was started last says what this one does. */
	public boolean isStarted(CompiledMeter meter) {
		return started == meter.revision();
	}

	/** Returns the meter that runs. */
	public Optional<VirtualMeter> running() {
		return running.filter(VirtualMeter::isAlive);
	}

	/** Ends the meter that runs. */
	public void stop() {
		Optional<VirtualMeter> last = running;
		running = Optional.empty();
		last.ifPresent(VirtualMeter::close);
	}

	/**
	 * Plays a scenario on a meter of its own.
	 *
	 * @throws IOException when the meter cannot be compiled, or its program fails; the message says why
	 */
	public ScenarioResult play(CompiledMeter meter, Scenario scenario, String compiler, Watcher watcher) throws IOException {
		return ScenarioPlayer.play(scenario, meter.model(), program(meter, compiler), step -> watcher.played(step) && !closed);
	}

	@Override
	public void close() throws IOException {
		closed = true;
		stop();
		clear();
	}
}
