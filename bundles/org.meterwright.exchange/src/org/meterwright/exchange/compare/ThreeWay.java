// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Meter;
import org.meterwright.exchange.compare.MeterFacts.Fact;

/** Finds what a merge of two texts did to a meter that neither side wanted. */
public final class ThreeWay {
	private static final String GONE = "removed it";

	private ThreeWay() {
	}

	/** Returns one sentence for each fact that both sides changed, each to something else, or that the merged meter has otherwise than the side that changed it. */
	public static List<String> conflicts(Meter base, Meter ours, Meter theirs, Meter merged) {
		Map<String, Fact> before = facts(base);
		Map<String, Fact> left = facts(ours);
		Map<String, Fact> right = facts(theirs);
		Map<String, Fact> result = facts(merged);
		Set<String> keys = new LinkedHashSet<>(left.keySet());
		keys.addAll(right.keySet());
		keys.addAll(before.keySet());
		List<String> conflicts = new ArrayList<>();
		for (String key : keys) {
			String was = exact(before, key);
			String our = exact(left, key);
			String their = exact(right, key);
			if (!our.equals(was) && !their.equals(was) && !our.equals(their)) {
				conflicts.add("%s: both sides changed it: ours %s, theirs %s; the merged text %s".formatted(key, words(left, key), words(right, key), words(result, key)));
			} else if (!exact(result, key).equals(our.equals(was) ? their : our)) {
				conflicts.add("%s: %s %s, but the merged text %s".formatted(key, our.equals(was) ? "theirs" : "ours", words(our.equals(was) ? right : left, key), words(result, key)));
			}
		}
		return conflicts;
	}

	/** Lists facts that call objects by class and logical name: what one side renamed does not clash with what the other side changed. */
	private static Map<String, Fact> facts(Meter meter) {
		Meter nameless = EcoreUtil.copy(meter);
		nameless.getDevices().forEach(device -> device.getObjects().forEach(object -> object.setName("")));
		return MeterFacts.of(nameless);
	}

	private static String exact(Map<String, Fact> facts, String key) {
		return facts.containsKey(key) ? "+%s".formatted(facts.get(key).exact()) : "";
	}

	private static String words(Map<String, Fact> facts, String key) {
		if (!facts.containsKey(key)) {
			return GONE;
		}
		return facts.get(key).words().isEmpty() ? "has it" : "says %s".formatted(facts.get(key).words());
	}
}
