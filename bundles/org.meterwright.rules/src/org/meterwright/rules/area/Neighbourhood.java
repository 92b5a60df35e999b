// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;

/**
 * The logical names of a device side by side: which media, channels and billing periods it uses, which rates and phases of a quantity it
 * has, of which class are objects that are alike. Found once for a device. Objects that no client sees do not count.
 */
final class Neighbourhood {
	private static final int VALUES = 256;
	private static final int OWN = 128;
	private static final int CURRENT = 255;
	private static final int LAST_CHANNEL = 64;
	private static final int LAST_PHASE = 80;
	private static final int PHASE_STEP = 20;
	private static final int LAST_MEASURED = 92;
	private static final int FIRST_SERVICE = 96;
	private static final int FIRST_OWN_SERVICE = 50;
	private static final int AGREEING = 4;
	private static final int FEW_ALIKE = 3;
	private static final int MANY_ALIKE = 6;
	/** Values of group D of electricity that meters seldom use. */
	private static final BitSet RARE = rare(1, 11, 12, 13, 17, 18, 19, 20, 21, 22, 23, 49, 51, 52, 53, 54, 55, 56, 58);
	private static final String RATE = "rate";

	/** Some value groups of a logical name, told apart by what they are compared for. */
	private record Key(String of, int a, int b, int c, int d, int e, int f) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Key key && a == key.a && b == key.b && c == key.c && d == key.d && e == key.e && f == key.f && of.equals(key.of);
		}

		@Override
		public int hashCode() {
			return ((((((of.hashCode() * 31 + a) * 31 + b) * 31 + c) * 31 + d) * 31 + e) * 31) + f;
		}
	}

	private final Dictionary dictionary;
	private final Set<LogicalName> names = new HashSet<>();
	private final int[] media = new int[VALUES];
	private final int[] channels = new int[VALUES];
	private final int[] measuredChannels = new int[VALUES];
	private final Map<Key, Integer> counts = new HashMap<>();
	private final Map<Key, BitSet> rates = new HashMap<>();
	private final Map<Key, BitSet> phases = new HashMap<>();
	private final Map<Key, Map<Integer, Integer>> classes = new HashMap<>();
	private final Map<Key, Map<Integer, Integer>> values = new HashMap<>();
	private final int[] processing = new int[VALUES];
	private boolean threePhases;
	private int measured;

	private Neighbourhood(Dictionary dictionary, List<CosemObject> objects) {
		this.dictionary = dictionary;
		objects.stream().filter(object -> !object.isInternal() && object.getLogicalName() != null).forEach(this::add);
		threePhases = phases.values().stream().anyMatch(each -> each.cardinality() == 3);
	}

	private static BitSet rare(int... values) {
		BitSet set = new BitSet(VALUES);
		for (int value : values) {
			set.set(value);
		}
		return set;
	}

	/** Returns the neighbourhood in a device. */
	static Neighbourhood of(LogicalDevice device, Facts facts) {
		return facts.once(List.of(Neighbourhood.class, device), () -> new Neighbourhood(Dictionary.of(facts.meter()), device.getObjects()));
	}

	private void add(CosemObject object) {
		LogicalName name = object.getLogicalName();
		names.add(name);
		media[name.a()]++;
		channels[name.b()]++;
		if (isMeasured(name)) {
			measured++;
			measuredChannels[name.b()]++;
		}
		if (isMeasured(name)) {
			processing[name.d()]++;
		}
		ownValues(name).forEach(key -> counts.merge(key, 1, Integer::sum));
		compared(name).forEach((key, value) -> values.computeIfAbsent(key, each -> new HashMap<>()).merge(value, 1, Integer::sum));
		dictionary.find(name).ifPresent(entry -> {
			if (isRated(entry)) {
				rates.computeIfAbsent(ratesOf(name), key -> new BitSet()).set(name.e());
			}
			if (isOfPhase(name)) {
				phases.computeIfAbsent(phasesOf(name), key -> new BitSet()).set((name.c() - 1) / PHASE_STEP);
			}
			alike(name, entry).forEach(key -> classes.computeIfAbsent(key, each -> new HashMap<>()).merge(Facts.classId(object), 1, Integer::sum));
		});
	}

	/** Tells whether a logical name is used. */
	boolean has(LogicalName name) {
		return names.contains(name);
	}

	private static boolean isMeasured(LogicalName name) {
		return name.a() > 0 && name.a() < OWN && name.c() > 0 && name.c() <= LAST_MEASURED;
	}

	private static boolean isRated(DictionaryEntry entry) {
		return entry.groups().get(4).name().equals(RATE);
	}

	private static Key ratesOf(LogicalName name) {
		return new Key(RATE, name.a(), name.b(), name.c(), name.d(), 0, name.f());
	}

	private static boolean isOfPhase(LogicalName name) {
		return name.a() == 1 && name.c() > PHASE_STEP && name.c() <= LAST_PHASE && name.d() < OWN && name.e() < OWN;
	}

	private static Key phasesOf(LogicalName name) {
		return new Key("phase", name.a(), name.b(), (name.c() - 1) % PHASE_STEP, name.d(), name.e(), name.f());
	}

	/** Tells whether a name counts a tariff rate above one while the rate before it is missing. */
	boolean followsGap(LogicalName name) {
		BitSet have = name.e() < 2 ? null : rates.get(ratesOf(name));
		return have != null && have.get(name.e()) && !have.get(name.e() - 1);
	}

	/** Tells whether a name is rate 1 of a quantity without total, while others of the kind have both. */
	boolean lacksTotal(LogicalName name) {
		BitSet have = name.e() != 1 ? null : rates.get(ratesOf(name));
		return have != null && !have.get(0) && rates.entrySet().stream().filter(each -> each.getKey().d() == name.d() && each.getKey().f() == name.f()
				&& each.getValue().get(0) && each.getValue().get(1)).count() > 1;
	}

	/** Returns the phase, 1 to 3, that is missing beside that of a name in a meter of three phases; 0: none. */
	int missingPhase(LogicalName name) {
		BitSet have = threePhases && isOfPhase(name) ? phases.get(phasesOf(name)) : null;
		if (have == null || have.cardinality() == 3 || have.cardinality() == 1 && have.get(1) || have.length() - 1 != (name.c() - 1) / PHASE_STEP) {
			return 0;
		}
		return have.nextClearBit(1);
	}

	/** Tells whether a name is the only one of its medium in a device that measures another. */
	boolean isOnlyOfMedium(LogicalName name) {
		return name.a() > 0 && media[name.a()] == 1 && measured >= 3 + (isMeasured(name) ? 1 : 0);
	}

	/** Tells whether a name is the only one of its channel, and no second instance of one of channel 0. */
	boolean isOnlyOfChannel(LogicalName name) {
		boolean alone = isMeasured(name) ? measuredChannels[name.b()] == 1 && measured > 3 : channels[name.b()] == 1;
		return name.b() > 0 && name.b() <= LAST_CHANNEL && alone && !names.contains(new LogicalName(name.a(), 0, name.c(), name.d(), name.e(), name.f()));
	}

	/** Tells whether a name is of a billing period while nothing has the current value. */
	boolean lacksCurrentValue(LogicalName name) {
		return name.f() != CURRENT && !names.contains(new LogicalName(name.a(), name.b(), name.c(), name.d(), name.e(), CURRENT));
	}

	/** Tells whether what is measured has a maker's value in group D or E that stands alone: no other has it, and none beside it has one. */
	boolean isOnlyOfOwnValue(LogicalName name) {
		List<Key> keys = ownValues(name);
		return !keys.isEmpty() && keys.stream().allMatch(key -> counts.getOrDefault(key, 0) == 1);
	}

	private static List<Key> ownValues(LogicalName name) {
		if (!isMeasured(name) || name.b() > LAST_CHANNEL) {
			return List.of();
		}
		if (name.d() >= OWN && name.d() < CURRENT) {
			return List.of(new Key("d", 0, 0, 0, name.d(), 0, 0), new Key("d of", name.a(), 0, name.c(), 0, 0, 0));
		}
		return name.e() >= OWN && name.e() < CURRENT ? List.of(new Key("e", 0, 0, 0, 0, name.e(), 0), new Key("e of", name.a(), 0, name.c(), name.d(), 0, 0)) : List.of();
	}

	/** Tells whether a name is processed in a way that is rare and that nothing else in the device is. */
	boolean isOnlyOfProcessing(LogicalName name) {
		return name.a() == 1 && isMeasured(name) && RARE.get(name.d()) && processing[name.d()] == 1;
	}

	/** Returns the value group, 'A' to 'F', in which a name differs from at least four others that agree; ' ': none. */
	char oddGroup(LogicalName name) {
		for (Map.Entry<Key, Integer> each : compared(name).entrySet()) {
			Map<Integer, Integer> found = values.get(each.getKey());
			if (found != null && found.size() == 2 && found.get(each.getValue()) == 1 && found.values().stream().anyMatch(count -> count >= AGREEING)) {
				return each.getKey().of().charAt(0);
			}
		}
		return ' ';
	}

	/** What is compared with what: the key says among which names, the value is that of the group. */
	private static Map<Key, Integer> compared(LogicalName name) {
		if (name.a() < OWN && name.c() < FIRST_SERVICE) {
			return Map.of();
		}
		Map<Key, Integer> found = new LinkedHashMap<>();
		if (name.a() >= OWN) {
			found.put(new Key("B of medium", name.a(), 0, 0, 0, 0, 0), name.b());
			found.put(new Key("D of medium", name.a(), 0, 0, 0, 0, 0), name.d());
			found.put(new Key("E of medium", name.a(), 0, 0, 0, 0, 0), name.e());
		} else if (name.b() <= LAST_CHANNEL && name.c() < OWN && name.d() < OWN) {
			found.put(new Key("B of service", 0, 0, name.c(), name.d(), 0, 0), name.b());
			if (name.c() == FIRST_SERVICE && name.d() >= FIRST_OWN_SERVICE) {
				found.put(new Key("A of service", 0, 0, name.c(), name.d(), 0, 0), name.a());
				found.put(new Key("D of service", name.a(), 0, name.c(), 0, 0, 0), name.d());
			}
		}
		return found;
	}

	/** Returns the class that enough others have, all that are alike; -1: there is none, or the object is of it. */
	int classOfOthers(CosemObject object) {
		LogicalName name = object.getLogicalName();
		int own = Facts.classId(object);
		for (Key key : dictionary.find(name).map(entry -> alike(name, entry)).orElse(List.of())) {
			Map<Integer, Integer> found = classes.get(key);
			if (found != null && found.size() == 2 && found.getOrDefault(own, 0) == 1) {
				return found.entrySet().stream().filter(each -> each.getKey() != own && each.getValue() >= key.f()).map(Map.Entry::getKey).findFirst().orElse(-1);
			}
		}
		return -1;
	}

	/** Among what an object is alike; group F of the key is how many must agree: more where group E tells things of several kinds apart. */
	private static List<Key> alike(LogicalName name, DictionaryEntry entry) {
		if (name.b() > LAST_CHANNEL) {
			return List.of();
		}
		if (!entry.isFree()) {
			boolean several = name.a() == 0 && !entry.groups().get(4).name().isEmpty();
			return entry.classes().size() == 1 ? List.of() : List.of(new Key(entry.title(), 0, 0, 0, name.d(), 0, several ? MANY_ALIKE : FEW_ALIKE));
		}
		if (name.a() >= OWN) {
			return List.of(new Key("medium", name.a(), 0, 0, 0, 0, FEW_ALIKE));
		}
		return name.c() >= OWN || name.d() >= 50 ? List.of(new Key("alike", name.a(), name.b(), name.c(), name.c() >= OWN ? 0 : name.d(), 0, FEW_ALIKE))
				: List.of(new Key("own", name.a(), name.b(), name.c(), name.d(), 1, FEW_ALIKE));
	}
}
