// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.dsl.sugar.Elaborated;

/**
 * Rights of 300 objects in 5 associations under random lines, against an evaluation that asks for each single attribute and method which
 * lines speak of it.
 */
class RandomRightsTest {
	private static final int OBJECTS = 300;
	private static final int ASSOCIATIONS = 5;
	private static final int LINES = 60;

	/** A class with what a whole grant reads, writes and calls. */
	private record Kind(String name, List<String> attributes, Set<String> written, List<String> methods) {
	}

	private static final List<Kind> KINDS = List.of(
			new Kind("Register version 0", List.of("logical_name", "value", "scaler_unit"), Set.of("scaler_unit"), List.of("reset")),
			new Kind("Clock version 0", List.of("logical_name", "time", "time_zone", "status", "daylight_savings_begin", "daylight_savings_end",
					"daylight_savings_deviation", "daylight_savings_enabled", "clock_base"),
					Set.of("time_zone", "daylight_savings_begin", "daylight_savings_end", "daylight_savings_deviation", "daylight_savings_enabled", "clock_base"),
					List.of("adjust_to_quarter", "adjust_to_measuring_period", "adjust_to_minute", "adjust_to_preset_time", "preset_adjusting_time", "shift_time")),
			new Kind("SpecialDaysTable version 0", List.of("logical_name", "entries"), Set.of("entries"), List.of("insert", "delete")));

	private record Thing(String name, Kind kind) {
	}

	private record Line(boolean deny, Set<String> verbs, List<String> targets, List<String> excepted, int protection) {
		String text() {
			String with = switch (protection) {
				case 0 -> "";
				case 4 -> " with authenticated request";
				case 72 -> " with encrypted";
				default -> " with signed response, encrypted request";
			};
			return "%s %s on %s%s%s".formatted(deny ? "deny" : "grant", String.join(", ", verbs), String.join(", ", targets),
					excepted.isEmpty() ? "" : " except " + String.join(", ", excepted), with);
		}
	}

	private final List<Thing> things = new ArrayList<>();
	private final Map<String, List<String>> groups = new LinkedHashMap<>();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void agreesWithTheNaiveEvaluation(long seed) {
		Random random = new Random(seed);
		Map<String, List<Line>> lines = new LinkedHashMap<>();
		Map<String, Set<String>> shown = new HashMap<>();
		Elaborated meter = Elaborated.ofText(text(random, lines, shown));
		assertEquals(List.of(), meter.findings().stream().filter(each -> each.rule().compareTo("MW-LANG-200") >= 0 && !each.rule().equals("MW-LANG-236"))
				.map(each -> each.message()).toList());
		for (Map.Entry<String, List<Line>> association : lines.entrySet()) {
			Association made = meter.association(association.getKey());
			assertEquals(shown.get(association.getKey()).size(), made.getEntries().size());
			made.getEntries().forEach(entry -> check(entry, association.getValue()));
		}
	}

	private String text(Random random, Map<String, List<Line>> lines, Map<String, Set<String>> shown) {
		StringBuilder text = new StringBuilder("meter M {\n  device d at 1 {\n");
		for (int i = 0; i < OBJECTS; i++) {
			Kind kind = KINDS.get(random.nextInt(KINDS.size()));
			things.add(new Thing("o%d".formatted(i), kind));
			text.append("    o%d: %s 0-%d:%d.0.0*255\n".formatted(i, kind.name(), i / 100 + 1, i % 100 + 100));
		}
		for (int i = 0; i < 5; i++) {
			List<String> members = pick(random, 10).stream().map(Thing::name).toList();
			groups.put("g%d".formatted(i), members);
			text.append("    group g%d = %s\n".formatted(i, String.join(", ", members)));
		}
		text.append("  }\n");
		for (int i = 0; i < ASSOCIATIONS; i++) {
			String name = "a%d".formatted(i);
			Set<String> hidden = pick(random, 20).stream().map(Thing::name).collect(Collectors.toSet());
			shown.put(name, things.stream().map(Thing::name).filter(each -> !hidden.contains(each)).collect(Collectors.toSet()));
			lines.put(name, lines(random, shown.get(name)));
			text.append("  association %s client %d to d {\n    show every Register, every Clock, every SpecialDaysTable except %s\n".formatted(name, i + 1,
					String.join(", ", hidden)));
			lines.get(name).forEach(line -> text.append("    %s\n".formatted(line.text())));
			text.append("  }\n");
		}
		return text.append("}\n").toString();
	}

	private List<Thing> pick(Random random, int count) {
		return random.ints(count, 0, OBJECTS).distinct().mapToObj(things::get).toList();
	}

	private List<Line> lines(Random random, Set<String> shown) {
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < LINES; i++) {
			boolean deny = random.nextInt(4) == 0;
			Set<String> verbs = switch (random.nextInt(5)) {
				case 0 -> Set.of("read");
				case 1 -> Set.of("write");
				case 2 -> Set.of("call");
				case 3 -> Set.of("read", "write");
				default -> Set.of("read", "write", "call");
			};
			List<String> targets = random.ints(random.nextInt(1, 5)).mapToObj(n -> target(random, verbs, shown)).toList();
			List<String> excepted = random.nextBoolean() ? List.of() : List.of(part(random, things.get(random.nextInt(OBJECTS))));
			int protection = deny ? 0 : new int[] { 0, 0, 4, 72, 136 }[random.nextInt(5)];
			lines.add(new Line(deny, verbs, targets, excepted, protection));
		}
		return lines;
	}

	private String target(Random random, Set<String> verbs, Set<String> shown) {
		return switch (random.nextInt(6)) {
			case 0 -> random.nextInt(10) == 0 ? "*" : "g%d".formatted(random.nextInt(5));
			case 1 -> "every Register";
			case 2 -> verbs.contains("call") && verbs.size() == 1 ? "every Clock.adjust_to_minute" : verbs.contains("call") ? "every Clock" : "every Clock.time_zone";
			case 3 -> shown.iterator().next();
			default -> named(random, verbs, shown);
		};
	}

	private String named(Random random, Set<String> verbs, Set<String> shown) {
		Thing thing = things.get(random.nextInt(OBJECTS));
		while (!shown.contains(thing.name())) {
			thing = things.get(random.nextInt(OBJECTS));
		}
		if (random.nextBoolean()) {
			return thing.name();
		}
		List<String> members = verbs.equals(Set.of("call")) ? thing.kind().methods() : thing.kind().attributes();
		return "%s.%s".formatted(thing.name(), members.get(random.nextInt(members.size())));
	}

	private static String part(Random random, Thing thing) {
		List<String> members = thing.kind().attributes();
		return random.nextBoolean() ? thing.name() : "%s.%s".formatted(thing.name(), members.get(random.nextInt(members.size())));
	}

	private void check(ObjectListEntry entry, List<Line> lines) {
		Thing thing = things.stream().filter(each -> each.name().equals(entry.getObject().getName())).findFirst().orElseThrow();
		for (AttributeAccess access : entry.getRights().attributes()) {
			String member = thing.kind().attributes().get(access.index() - 1);
			assertEquals(mode(thing, member, false, lines), access.mode(), () -> "%s.%s".formatted(thing.name(), member));
		}
		for (MethodAccess access : entry.getRights().methods()) {
			String member = thing.kind().methods().get(access.index() - 1);
			assertEquals(mode(thing, member, true, lines), access.mode(), () -> "%s.%s".formatted(thing.name(), member));
		}
	}

	private int mode(Thing thing, String member, boolean method, List<Line> lines) {
		int mode = 0;
		for (Line line : lines) {
			boolean left = line.excepted().stream().anyMatch(each -> each.equals(thing.name()) || each.equals(thing.name() + "." + member));
			for (String target : left ? List.<String>of() : line.targets()) {
				int bits = bits(thing, member, method, line, target);
				if (bits != 0 && line.deny()) {
					mode = (mode & ~bits & 3) == 0 ? 0 : mode & ~bits;
				} else if (bits != 0) {
					mode = line.protection() == 0 ? mode | bits : mode & 3 | bits | line.protection();
				}
			}
		}
		return mode;
	}

	private int bits(Thing thing, String member, boolean method, Line line, String target) {
		String simple = thing.kind().name().substring(0, thing.kind().name().indexOf(' '));
		boolean whole = target.equals("*") || target.equals(thing.name()) || target.equals("every " + simple)
				|| groups.getOrDefault(target, List.of()).contains(thing.name());
		boolean exact = target.equals(thing.name() + "." + member) || target.equals("every " + simple + "." + member);
		if (!whole && !exact) {
			return 0;
		}
		if (method) {
			return line.verbs().contains("call") ? 1 : 0;
		}
		int read = line.verbs().contains("read") ? 1 : 0;
		boolean writes = line.verbs().contains("write") && (exact || line.deny() || thing.kind().written().contains(member));
		return writes ? read | 2 : read;
	}
}
