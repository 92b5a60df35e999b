// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A syntax error does not hide what else is wrong, and makes nothing look wrong that is not. */
class BrokenTextTest {
	private static final int TIMES = Integer.getInteger("meterwright.edits", 1);

	private static List<String> rules(Map<String, String> texts) {
		Workspace workspace = new Workspace();
		texts.forEach(workspace::put);
		return workspace.compile().findings().stream().map(each -> "%s:%d %s".formatted(each.place().file(), each.place().line(), each.rule())).toList();
	}

	private static String meter(String name, String... objects) {
		return "namespace test.%s\n\nmeter %s {\n  device management at 1 {\n%s  }\n}\n".formatted(name, name, String.join("", objects).indent(4));
	}

	@Test
	void otherMeterIsStillChecked() {
		assertEquals(List.of("a.cosem:5 MW-LANG-001", "b.cosem:5 MW-LANG-051"), rules(Map.of("a.cosem", meter("a", "x: Data 0-0:96.1.0*255 { value: }\n"), "b.cosem",
				meter("b", "y: Data 0-0:96.1.0*255 { value: unsigned = 300 }\n"))).stream().filter(each -> each.contains("LANG")).toList());
	}

	@Test
	void otherObjectIsStillChecked() {
		assertEquals(List.of("a.cosem:5 MW-LANG-051", "a.cosem:6 MW-LANG-001", "a.cosem:9 MW-LANG-042"), rules(Map.of("a.cosem", meter("a",
				"y: Data 0-0:96.1.0*255 { value: unsigned = 300 }\n", "x: Data 0-0:96.1.1*255 { value: unsigned = }\n", "z: Data 0-0:96.1.2*255 {\n  value: unsigned = 3\n",
				"  worth = 4\n}\n"))));
	}

	@Test
	void objectWithoutEndHidesNothing() {
		assertEquals(List.of("a.cosem:5 MW-LANG-051", "a.cosem:7 MW-LANG-041", "a.cosem:8 MW-LANG-042"), rules(Map.of("a.cosem", meter("a", "y: Data 0-0:96.1.0*255 { value: unsigned = 300 }\n",
				"x: Data 0-0:96.1.1*255 {\n", "z: Data 0-0:96.1.2*255 {\n", "  worth = 4\n}\n"))).stream().filter(each -> !each.contains("-001")).toList());
	}

	@Test
	void whatNamesALostObjectIsNotTold() {
		assertEquals(List.of("a.cosem:5 MW-LANG-001"), rules(Map.of("a.cosem", meter("a", "x: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm scaler_unit = }\n",
				"y: Register 1-0:2.8.0*255 like x\n", "z: Register 1-0:3.8.0*255 like y\n"))));
	}

	/** Breaks texts that have no findings: only syntax errors may be told. */
	@Test
	void accidentsAreToldOfAlone() throws IOException {
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of("../examples/prepayment-esme"))) {
			for (Path file : files.filter(each -> each.toString().endsWith(".cosem")).toList()) {
				texts.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		List<String> names = List.copyOf(texts.keySet());
		Random random = new Random(11);
		int broken = 0;
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < 40 * TIMES; i++) {
			String name = names.get(random.nextInt(names.size()));
			String text = texts.get(name);
			int at = random.nextInt(text.length());
			Map<String, String> edited = new TreeMap<>(texts);
			edited.put(name, text.substring(0, at) + List.of("", "", "{", "}", "=", "\"", " ", ": ", "]").get(random.nextInt(9)) + text.substring(at + random.nextInt(2)));
			List<String> found = rules(edited);
			if (found.stream().anyMatch(each -> each.endsWith("MW-LANG-001"))) {
				broken++;
				found.stream().filter(each -> !each.endsWith("MW-LANG-001")).map(each -> "%s after the edit at %s:%d".formatted(each, name, at)).forEach(wrong::add);
			}
		}
		assertTrue(broken > 10 * TIMES, "only %d edits broke a text".formatted(broken));
		assertEquals(List.of(), wrong);
	}
}
