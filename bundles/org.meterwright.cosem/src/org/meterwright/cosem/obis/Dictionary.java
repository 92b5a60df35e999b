// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.obis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.LogicalName;

/**
 * The OBIS dictionary: what logical names mean (IEC 62056-6-1), which interface classes fit them, and what was probably meant by one that
 * does not fit. It hangs on a meter's model, because companions and makers add entries of their own. Safe for several threads.
 */
public final class Dictionary {
	private static final Comparator<Ranked> ORDER = Comparator.comparingInt((Ranked each) -> -each.entry.layer()).thenComparingDouble(Ranked::extent)
			.thenComparing(Ranked::pattern);
	private static final Meaning NONE = new Meaning(new DictionaryEntry(Collections.nCopies(6, GroupValues.any()), "", Set.of(), false, Set.of(), "", 0));
	private static final Dictionary EMPTY = new Dictionary(List.of());

	private record Ranked(DictionaryEntry entry, double extent, String pattern) {
		Ranked(DictionaryEntry entry) {
			this(entry, entry.extent(), entry.pattern());
		}
	}

	/** Entries of one medium and one value of group C; a record, so that other threads see it whole. */
	private record Bucket(Meaning[] meanings) {
	}

	private record Meaning(DictionaryEntry entry, Title title) {
		Meaning(DictionaryEntry entry) {
			this(entry, new Title(entry));
		}
	}

	/** How a class and a logical name go together. */
	public enum Fit {
		/** The class may stand there. */
		FITS,
		/** The name is left to makers, utilities or countries: any class may stand there. */
		FREE,
		/** Other classes stand there. */
		WRONG_CLASS,
		/** The dictionary knows no such name. */
		UNKNOWN
	}

	/**
	 * A logical name that may have been meant.
	 *
	 * @param name  logical name
	 * @param group value group that differs, {@code 'A'} to {@code 'F'}
	 * @param title readable name
	 * @param cost  how unlikely the slip is: about 0 for a usual value that was missed, 20 for a digit, 60 and more for anything else
	 */
	public record Suggestion(LogicalName name, char group, String title, int cost) {
	}

	private final List<DictionaryEntry> entries;
	private final List<Meaning> meanings;
	private final Bucket[] buckets = new Bucket[GroupValues.SIZE * GroupValues.SIZE];

	/** Makes a dictionary of entries in any order. */
	public Dictionary(Collection<DictionaryEntry> entries) {
		this(meanings(entries), List.of());
	}

	private Dictionary(List<Meaning> first, List<Meaning> then) {
		this.meanings = Stream.concat(first.stream(), then.stream()).toList();
		this.entries = meanings.stream().map(Meaning::entry).toList();
	}

	private static List<Meaning> meanings(Collection<DictionaryEntry> entries) {
		return entries.stream().map(Ranked::new).sorted(ORDER).map(each -> new Meaning(each.entry)).toList();
	}

	/** Returns the dictionary that knows nothing. */
	public static Dictionary empty() {
		return EMPTY;
	}

	/** Returns the dictionary of a meter; an empty one when it has none. */
	public static Dictionary of(Meter meter) {
		for (Adapter each : meter.eAdapters()) {
			if (each instanceof Holder holder) {
				return holder.dictionary;
			}
		}
		return EMPTY;
	}

	/** Gives a meter this dictionary. */
	public void attach(Meter meter) {
		meter.eAdapters().removeIf(Holder.class::isInstance);
		meter.eAdapters().add(new Holder(this));
	}

	/** Returns the entries: those that are asked first come first. */
	public List<DictionaryEntry> entries() {
		return entries;
	}

	/** Returns a dictionary with more entries, of layers above those that are here. */
	public Dictionary with(Collection<DictionaryEntry> more) {
		int top = entries.isEmpty() ? -1 : entries.getFirst().layer();
		if (more.stream().anyMatch(each -> each.layer() <= top)) {
			List<DictionaryEntry> all = new ArrayList<>(entries);
			all.addAll(more);
			return new Dictionary(all);
		}
		return more.isEmpty() ? this : new Dictionary(meanings(more), meanings);
	}

	/** Finds what the dictionary says of a logical name. */
	public Optional<DictionaryEntry> find(LogicalName name) {
		Meaning meaning = lookUp(name);
		return meaning == NONE ? Optional.empty() : Optional.of(meaning.entry);
	}

	private Meaning lookUp(LogicalName name) {
		for (Meaning each : bucket(name).meanings) {
			if (each.entry.matches(name)) {
				return each;
			}
		}
		return NONE;
	}

	/** Threads that make the same bucket at the same time make equal ones. */
	private Bucket bucket(LogicalName name) {
		int index = name.a() * GroupValues.SIZE + name.c();
		Bucket bucket = buckets[index];
		if (bucket == null) {
			bucket = new Bucket(meanings.stream().filter(each -> each.entry.groups().get(0).contains(name.a()) && each.entry.groups().get(2).contains(name.c()))
					.toArray(Meaning[]::new));
			buckets[index] = bucket;
		}
		return bucket;
	}

	/** Returns the readable name of a logical name, such as {@code active energy import, rate 1}; nothing when the dictionary does not know it. */
	public Optional<String> name(LogicalName name) {
		Meaning meaning = lookUp(name);
		return meaning == NONE ? Optional.empty() : Optional.of(meaning.title.of(name));
	}

	/** Tells how a class and a logical name go together. */
	public Fit fits(int classId, LogicalName name) {
		Meaning meaning = lookUp(name);
		if (meaning == NONE) {
			return Fit.UNKNOWN;
		}
		DictionaryEntry entry = meaning.entry;
		return entry.isFree() ? Fit.FREE : entry.takes(classId) ? Fit.FITS : Fit.WRONG_CLASS;
	}

	/** Returns logical names that fit a class and differ from a name in one value group, the likeliest first. */
	public List<Suggestion> near(LogicalName name, int classId) {
		return new Neighbours(this).of(name, classId);
	}

	/** Carries the dictionary on a meter; it is no part of the model's content. */
	private static final class Holder extends AdapterImpl {
		private final Dictionary dictionary;

		Holder(Dictionary dictionary) {
			this.dictionary = dictionary;
		}
	}
}
