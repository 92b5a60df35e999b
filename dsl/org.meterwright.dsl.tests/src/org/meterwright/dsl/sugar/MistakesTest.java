// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.rules.Finding;

/** Each mistake in sugar gives one finding with its id, and says what helps. */
class MistakesTest {

	/** A text with a mistake, the rule and a part of the message. */
	record Mistake(String rule, String items, String message) {
		@Override
		public String toString() {
			return "%s: %s".formatted(rule, items.replace('\n', ' '));
		}
	}

	private static Mistake in(String rule, String items, String message) {
		return new Mistake(rule, items, message);
	}

	private static Mistake association(String rule, String lines, String message) {
		return in(rule, "association a client 1 to d { %s }".formatted(lines), message);
	}

	private static Mistake push(String rule, String rest, String message) {
		return in(rule, "association hes client 2 to d { }\npush p%s".formatted(rest), message);
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(inDeclarationsAndPushes(), inLinesAndSteps(), inRights()).flatMap(mistakes -> mistakes);
	}

	private static Stream<Mistake> inDeclarationsAndPushes() {
		return Stream.of(
				in("MW-LANG-200", "role Supplier association a client 1 to d { role Suplier }", "did you mean Supplier?"),
				in("MW-LANG-201", "role S faces wan association a client 1 to d { role S faces han }", "wan elsewhere and han here"),
				in("MW-LANG-202", "role S faces wlan", "han, wan, local, internal"),
				in("MW-LANG-203", "event e code 0x18F3F from firmware", "0 to 0xFFFF"),
				in("MW-LANG-204", "association a client 1 to dd { }", "did you mean d?"),
				association("MW-LANG-205", "version 9", "no version 9"),
				association("MW-LANG-207", "security clock", "clock is no Security setup"),
				association("MW-LANG-208", "pdu 70000", "65535"),
				association("MW-LANG-209", "mechanism high_gnac", "did you mean high_gmac?"),
				association("MW-LANG-209", "conformance get, sett", "did you mean set?"),
				push("MW-LANG-209", " to hes over tcq { }", "did you mean tcp?"),
				push("MW-LANG-210", ": Register version 0 to hes { }", "not Register"),
				push("MW-LANG-211", ": PushSetup version 1 to hes { confirmed }", "needs version 2"),
				push("MW-LANG-212", " to hes { randomise 1 d }", "65535 s"),
				push("MW-LANG-212", " to hes { retry 300 after 1 s }", "255"),
				push("MW-LANG-213", " to hes { send supply }", "say which attribute of supply"),
				push("MW-LANG-214", " to hes { send newest clock.time }", "buffer of a profile"),
				push("MW-LANG-207", " to hes { protect signed by clock }", "no Security setup"),
				push("MW-LANG-020", " to hes { send clok }", "did you mean clock?"),
				push("MW-LANG-020", "1 to hess { }", "did you mean hes?"),
				push("MW-LANG-238", " to hes { send last 3 eventLog.buffer }", "names the whole buffer"));
	}

	private static Stream<Mistake> inLinesAndSteps() {
		return Stream.of(
				in("MW-LANG-215", "every *:00 { capture clock }", "captures nothing"),
				in("MW-LANG-215", "event e from firmware on e { log clock }", "is no log"),
				in("MW-LANG-215", "device d { x: Clock 0-0:1.0.1*255 { capture clock } }", "captures nothing"),
				in("MW-LANG-239", "device d { x: CompactData version 0 0-0:66.0.1*255 { capture billing.buffer } }", "write it as hex"),
				in("MW-LANG-216", "device d { x: ProfileGeneric version 1 0-0:99.1.0*255 { capture clock  capture_objects = [] } }", "keep one"),
				association("MW-LANG-216", "object_list = []", "leave it out"),
				push("MW-LANG-216", " to hes { send clock  push_object_list = [] }", "keep one of them"),
				in("MW-LANG-217", "device d { x: Clock 0-0:1.0.1*255 { script a = 1 { } } }", "no scripts"),
				in("MW-LANG-218", "device d { x: ScriptTable 0-0:10.0.1*255 { script a = 1 { } script b = 1 { } } }", "a and b both are script 1"),
				in("MW-LANG-218", "device d { x: ScriptTable 0-0:10.0.1*255 { script a = 0 { } } }", "1 to 65535"),
				in("MW-LANG-219", "alert x 1 { } device d { t: ScriptTable 0-0:10.0.1*255 { script a = 1 { alert x } } }", "belong into a reaction"),
				in("MW-LANG-220", "every *:00 { call scripts.execute() }", "needs a parameter"),
				in("MW-LANG-221", "event e from firmware on e { log eventLog with 1, 2 }", "records 1 values"),
				in("MW-LANG-222", "event e from firmware on e as x 0-0:1.2.3*255 { }", "leave the logical name out"),
				in("MW-LANG-223", "event e from firmware on e unless clock { }", "no Schedule"),
				in("MW-LANG-224", "event e from firmware on e { } return { capture billing }", "leave return out"),
				in("MW-LANG-225", "when power > 10 W for 1 min until 9 W { }", "takes the same value"),
				in("MW-LANG-226", "when power > 10 W until 11 W { }", "must be lower"),
				in("MW-LANG-226", "when power < 10 W until 9 W { }", "must be higher"),
				in("MW-LANG-213", "when supply > 1 { }", "say which attribute"),
				in("MW-LANG-020", "on opend { } event opened from firmware", "did you mean opened?"),
				in("MW-LANG-024", "every *:00 { run scripts.disabel }", "did you mean disable?"),
				in("MW-LANG-230", "device e at 2 { other: Data 0-0:96.1.0*255 { value: unsigned = 1 } } association a client 1 to d { show e.other }", "is in device e"),
				in("MW-LANG-240", "association clock client 1 to d { }", "something else in d"),
				in("MW-LANG-240", "every *:00 as power { capture billing }", "something else in d"),
				in("MW-LANG-241", "device e at 2 { t: ScriptTable 0-0:10.0.1*255 { script a = 1 { call d.supply.remote_disconnect() } } }", "is in device d"));
	}

	private static Stream<Mistake> inRights() {
		return Stream.of(
				association("MW-LANG-231", "show clock grant read on power", "does not show power"),
				association("MW-LANG-231", "show hidden", "internal"),
				association("MW-LANG-231", "grant read on hidden", "internal"),
				association("MW-LANG-231", "grant call on power.value", "read or write it"),
				association("MW-LANG-231", "grant read on power.reset", "call it"),
				association("MW-LANG-232", "show power.value", "write power"),
				association("MW-LANG-233", "entry power { value: read  value: write }", "stands twice"),
				association("MW-LANG-233", "entry power { value: call }", "written value()"),
				association("MW-LANG-234", "entry power { valu: read }", "did you mean value?"),
				association("MW-LANG-234", "entry power { rest(): call }", "did you mean reset?"),
				association("MW-LANG-235", "deny read on power with signed", "leave with and selecting out"),
				association("MW-LANG-242", "grant read on billing.buffer selecting 0", "not selecting"),
				association("MW-LANG-236", "grant call on eventCode", "changes nothing"),
				association("MW-LANG-020", "grant read on cluck", "did you mean clock?"),
				association("MW-LANG-024", "grant read on clock.tine", "did you mean time?"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void givesOneFinding(Mistake mistake) {
		List<Finding> found = Elaborated.of(mistake.items()).findings().stream().filter(each -> each.rule().startsWith("MW-LANG-02") || each.rule().startsWith("MW-LANG-2"))
				.toList();
		assertEquals(List.of(mistake.rule()), found.stream().map(Finding::rule).toList(), () -> found.stream().map(Finding::message).toList().toString());
		assertTrue(found.getFirst().message().contains(mistake.message()), found.getFirst().message());
		assertTrue(found.getFirst().place().line() > 20 && found.getFirst().place().length() > 0, found.getFirst().place().toString());
	}

	@Test
	void describesEveryRule() {
		Set<String> tested = Stream.concat(mistakes().map(Mistake::rule), Stream.of("MW-LANG-206", "MW-LANG-227", "MW-LANG-228", "MW-LANG-229", "MW-LANG-237", "MW-LANG-243"))
				.filter(each -> each.startsWith("MW-LANG-2")).collect(Collectors.toCollection(TreeSet::new));
		Set<String> described = IntStream.range(200, 300).mapToObj("MW-LANG-%d"::formatted).filter(each -> LanguageRules.language().find(each).isPresent())
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(described, tested);
	}

	@Test
	void findsMistakesOfCompanions() {
		List<String> rules = Elaborated.ofText("""
				namespace q
				companion q.c {
				  role Supplier
				  require a: Data 0-0:96.1.0*255 { vlaue: unsigned }
				  require b: Data 0-0:96.1.1*255 { key k in slot 1 }
				  require p: ProfileGeneric 0-0:99.1.0*255
				  alert x 1 { to Supplier  log aa }
				  usecase U 1 for Supplier { read a.vlaue }
				}
				meter M conforms q.c complete objects { device d at 1 { } }
				""").problems().stream().map(each -> each.substring(0, 11)).filter(each -> each.compareTo("MW-LANG-200") >= 0).sorted().toList();
		assertEquals(List.of("MW-LANG-227", "MW-LANG-228", "MW-LANG-228", "MW-LANG-229", "MW-LANG-237"), rules);
	}

	@Test
	void survivesNumbersThatAreFarTooLarge() {
		String huge = "2147483647";
		Elaborated meter = Elaborated.of("""
				index far = 1..%1$s
				event e code %1$s from firmware
				alert x %1$s { message %1$s }
				association a client %1$s to d { pdu %1$s  secret in slot %1$s  grant read on billing.buffer selecting %1$s  show billing, rate[%1$s] }
				push p to a { retry %1$s after %1$s s  send last %1$s billing.buffer }
				device d { t: ScriptTable 0-0:10.0.1*255 { script s = %1$s { } } k: Data 0-0:96.1.0*255 { value: octet-string(%1$s) in nvm max %1$s } }
				""".formatted(huge));
		assertTrue(meter.findings().stream().noneMatch(each -> each.rule().equals("MW-LANG-000")), () -> meter.findings().toString());
	}

	@Test
	void runsOutOfLogicalNames() {
		List<String> problems = Elaborated.ofText("""
				meter M {
				  index n = 0..255
				  device d at 1 { c: Clock 0-0:1.0.0*255  s[i in n]: SingleActionSchedule 0-0:15.0.{i}*255  p: ProfileGeneric version 1 0-0:99.1.0*255 { capture c } }
				  every *:00 as x { capture p }
				}
				""").problems();
		assertTrue(problems.stream().anyMatch(each -> each.startsWith("MW-LANG-206")), problems.toString());
	}
}
