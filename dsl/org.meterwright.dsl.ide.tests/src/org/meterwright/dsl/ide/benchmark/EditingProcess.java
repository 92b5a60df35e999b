// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.meterwright.dsl.ide.session.EditingSession;

/** Opens a folder as the workbench does and edits it: the time from an edit until all findings are there, and until proposals are there. */
final class EditingProcess {
	private static final int WARM_UP = 15;
	private static final int CYCLES = 40;
	private static final double MILLIS = 60_000;
	/** Line before which a proposal is asked for, and what has been written so far. */
	private static final Map<String, String> BEGUN = begun();

	private final EditingSession session;
	private final Map<String, String> texts;
	private final Random random = new Random(1);
	private Samples samples = new Samples();

	private EditingProcess(EditingSession session, Map<String, String> texts) {
		this.session = session;
		this.texts = texts;
	}

	private static Map<String, String> begun() {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("  // ---- instantaneous", "  more: Regi");
		all.put("  // ---- demand", "  more: Register 1-0:1.8.0*255 {\n    sca");
		all.put("    sort_method = fifo", "    capture logTime.value, f1");
		all.put("    profile_entries = 62", "    sort_method = f");
		all.put("  // ---- what happens", "  group more = f0Im");
		all.put("  // ---- tariff and output", "  more: Register ");
		return all;
	}

	/** Measures the folder that is named. */
	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		double start = Samples.clock();
		EditingSession session = EditingSession.open(List.of(folder));
		int findings = session.compilation().findings().size();
		double opening = Samples.clock() - start;
		Map<String, String> texts = new LinkedHashMap<>();
		for (String name : session.names()) {
			texts.put(name, Files.readString(Path.of(name)));
		}
		EditingProcess process = new EditingProcess(session, texts);
		process.openAnEditor();
		process.samples.add("opening", opening);
		process.samples.add("heap", heap());
		process.samples.add("findings", findings);
		process.run();
		process.samples.print();
	}

	private static double heap() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
	}

	private void openAnEditor() {
		String name = anyFile();
		session.change(name, texts.get(name));
		session.compilation();
	}

	private String anyFile() {
		List<String> names = List.copyOf(texts.keySet());
		return names.get(random.nextInt(names.size()));
	}

	private void run() {
		Samples opened = samples;
		samples = new Samples();
		repeat(WARM_UP, MILLIS / 2);
		samples = opened;
		repeat(CYCLES, MILLIS);
	}

	private void repeat(int cycles, double millis) {
		double spent = 0;
		for (int i = 0; i < cycles && (spent < millis || i < 1); i++) {
			for (Edit edit : Edit.values()) {
				spent += edit(edit);
			}
			for (Map.Entry<String, String> place : BEGUN.entrySet()) {
				spent += complete(place.getKey(), place.getValue());
			}
		}
	}

	private double edit(Edit edit) {
		String name = anyFile();
		Edit.Step step = edit.on(texts.get(name), random);
		return put(edit.label(), name, step.changed()) + put(edit.backLabel(), name, step.restored());
	}

	private double put(String label, String name, String text) {
		double took = samples.time(label, () -> {
			session.change(name, text);
			session.compilation().findings();
		});
		samples.add("every edit", took);
		return took;
	}

	private double complete(String before, String begun) {
		String name = anyFile();
		String text = texts.get(name);
		int at = text.indexOf(before, random.nextInt(text.lastIndexOf(before) + 1));
		String changed = text.substring(0, at) + begun + "\n" + text.substring(at);
		double took = samples.time("completion", () -> {
			session.change(name, changed);
			if (session.services().complete(name, at + begun.length()).isEmpty()) {
				samples.add("no proposals after %s".formatted(begun.strip().replace("\n", " ")), 1);
			}
		});
		session.change(name, text);
		session.compilation();
		return took;
	}
}
