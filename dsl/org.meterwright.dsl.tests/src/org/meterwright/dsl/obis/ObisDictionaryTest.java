// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.obis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.Dictionary.Fit;
import org.meterwright.cosem.obis.Dictionary.Suggestion;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.obis.GroupValues;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The standard's OBIS dictionary: what it says, and that it does not contradict itself. */
class ObisDictionaryTest {
	private static final Dictionary DICTIONARY = ObisDictionaries.standard();
	private static final Path COMPANIONS = Path.of("obis/companion-objects.csv");

	private static LogicalName name(String text) {
		return LogicalName.valueOf(text);
	}

	@Test
	void everyEntryOfTheTextIsRead() {
		long written = new Declarations(LibraryFiles.files()).obis().stream().filter(each -> SyntaxFile.of(each).namespace().equals("cosem")).count();
		assertEquals(written, DICTIONARY.entries().size());
		assertTrue(written > 240, "%d entries".formatted(written));
	}

	@Test
	void everyTextIsAWhole() {
		List<String> bad = new ArrayList<>();
		for (DictionaryEntry entry : DICTIONARY.entries()) {
			String first = DICTIONARY.name(first(entry)).orElse("");
			if (first.isBlank() || first.matches(".*[{}].*") || first.contains(",,") || first.contains("  ") || first.endsWith(",")) {
				bad.add("%s: %s".formatted(entry.pattern(), first));
			}
		}
		assertEquals(List.of(), bad);
	}

	private static LogicalName first(DictionaryEntry entry) {
		int[] values = entry.groups().stream().mapToInt(group -> group.stream().min().orElseThrow()).toArray();
		return new LogicalName(values[0], values[1], values[2], values[3], values[4], values[5]);
	}

	/** Two entries may meet only where one is a part of the other, or where one leaves the names to others: then it is clear which one counts. */
	@Test
	void noEntryContradictsAnother() {
		List<String> found = new ArrayList<>();
		List<DictionaryEntry> entries = DICTIONARY.entries().stream().filter(entry -> !entry.isFree()).toList();
		for (int i = 0; i < entries.size(); i++) {
			for (int j = i + 1; j < entries.size(); j++) {
				DictionaryEntry one = entries.get(i);
				DictionaryEntry other = entries.get(j);
				if (meet(one, other) && (one.groups().equals(other.groups()) || !holds(one, other) && !holds(other, one))) {
					found.add("%s and %s".formatted(one.pattern(), other.pattern()));
				}
			}
		}
		assertEquals(List.of(), found);
	}

	private static boolean meet(DictionaryEntry one, DictionaryEntry other) {
		for (int group = 0; group < 6; group++) {
			if (!one.groups().get(group).meets(other.groups().get(group))) {
				return false;
			}
		}
		return true;
	}

	private static boolean holds(DictionaryEntry outer, DictionaryEntry inner) {
		for (int group = 0; group < 6; group++) {
			GroupValues values = outer.groups().get(group);
			if (!inner.groups().get(group).stream().allMatch(values::contains)) {
				return false;
			}
		}
		return true;
	}

	/** Each class that the catalogue has and that is not used anywhere stands somewhere. */
	@Test
	void everyClassHasAPlace() {
		Set<Integer> placed = DICTIONARY.entries().stream().flatMap(entry -> entry.classes().stream()).collect(Collectors.toSet());
		Catalogue catalogue = new Catalogue();
		Set<Integer> without = new TreeSet<>();
		for (int id = 1; id < 200; id++) {
			if (!catalogue.versions(id).isEmpty() && !placed.contains(id)) {
				without.add(id);
			}
		}
		assertEquals(Set.of(66), without, "measurement data monitoring has no logical name that is known");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1-0:1.8.0*255   | active energy import, total, current value
			1-0:1.8.3*255   | active energy import, rate 3, current value
			1-0:1.8.0*101   | active energy import, total, last billing period
			1-0:62.8.0*104  | active energy export L3, total, billing period 4 from the last
			1-0:5.29.0*255  | reactive energy quadrant I, total, of the recording interval 1, current value
			1-1:1.8.0*255   | active energy import, total, current value, channel 1
			1-0:1.6.2*12    | active power import, maximum 1, rate 2, billing period 12
			1-0:52.6.3*2    | voltage L2, maximum 1, number 3, billing period 2
			1-0:32.7.0*255  | voltage L1, instantaneous value
			1-0:31.7.124*255 | current L1, instantaneous value, total harmonic distortion
			1-0:81.7.10*255 | angle from U(L1) to U(L2)
			1-0:72.32.0*255 | voltage L3, number of under limit occurrences
			1-0:12.36.21*255 | voltage, number of over limit occurrences, residual voltage 85 to 70 %, duration class 2
			1-0:124.7.0*255 | voltage L1 to L2, instantaneous value
			0-0:1.0.0*255   | clock
			0-2:24.1.0*255  | M-Bus client, channel 2
			0-0:10.0.106*255 | disconnect control scripts
			0-0:96.1.3*255  | device identifier 3
			0-0:96.7.12*255 | time of power failure in phase L2
			0-0:97.98.10*255 | alarm filter 10
			0-0:99.98.4*255 | event log 4
			0-0:94.7.1*255  | Russia, abstract 1
			0-0:128.7.0*255 | manufacturer specific 128.7.0, abstract
			7-0:3.0.0*255   | gas, forward absolute volume, 0.0
			6-0:1.0.0*255   | heat, energy, 0.0
			""")
	void namesAreReadable(String logicalName, String meaning) {
		assertEquals(Optional.of(meaning), DICTIONARY.name(name(logicalName)));
	}

	@ParameterizedTest
	@CsvSource({ "8,0-0:1.0.0*255,FITS", "1,0-0:1.0.0*255,WRONG_CLASS", "3,1-0:1.8.0*255,FITS", "4,1-0:1.8.0*255,FITS", "7,1-0:1.8.0*255,WRONG_CLASS",
			"3,1-0:1.80.0*255,UNKNOWN", "3,1-0:93.8.0*255,FREE", "1,0-0:96.51.0*255,FREE", "3,2-0:1.8.0*255,UNKNOWN", "70,0-0:96.3.10*255,FITS", "70,0-0:96.3.11*255,UNKNOWN",
			"3,1-0:1.8.64*255,UNKNOWN", "3,1-0:1.8.128*255,FREE", "3,1-0:1.8.0*100,UNKNOWN" })
	void classesFit(int classId, String logicalName, Fit fit) {
		assertEquals(fit, DICTIONARY.fits(classId, name(logicalName)));
	}

	@ParameterizedTest
	@CsvSource({ "3,1-0:1.88.0*255,1-0:1.8.0*255", "3,1-0:1.8.0*25,1-0:1.8.0*255", "70,0-0:96.3.11*255,0-0:96.3.10*255", "8,0-0:10.0.0*255,0-0:1.0.0*255",
			"20,0-0:31.0.0*255,0-0:13.0.0*255", "3,0-0:32.7.0*255,1-0:32.7.0*255" })
	void aSlipIsUndone(int classId, String slip, String meant) {
		List<Suggestion> near = DICTIONARY.near(name(slip), classId);
		assertTrue(near.stream().limit(3).anyMatch(each -> each.name().equals(name(meant))), near::toString);
	}

	@Test
	void unitsFollowTheQuantity() {
		assertEquals(Set.of(30), DICTIONARY.find(name("1-0:1.8.0*255")).orElseThrow().units());
		assertEquals(Set.of(27), DICTIONARY.find(name("1-0:21.7.0*255")).orElseThrow().units());
		assertEquals(Set.of(32), DICTIONARY.find(name("1-0:3.8.2*255")).orElseThrow().units());
		assertEquals(Set.of(35, 56), DICTIONARY.find(name("1-0:32.7.0*255")).orElseThrow().units());
	}

	@Test
	void anyLogicalNameHasAnAnswer() {
		Random random = new Random(62056);
		for (int i = 0; i < 200_000; i++) {
			LogicalName name = new LogicalName(random.nextInt(20), random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256));
			Optional<String> title = DICTIONARY.name(name);
			assertEquals(title.isEmpty(), DICTIONARY.fits(3, name) == Fit.UNKNOWN, name.toString());
			assertFalse(title.filter(text -> text.isBlank() || text.contains("{")).isPresent(), name.toString());
		}
	}

	/** What companion specifications list is right, but for the lines that say why not. */
	@Test
	void companionsAreRight() throws IOException {
		Set<String> known = new TreeSet<>(Files.readAllLines(Path.of("obis/companion-differences.csv")).stream().filter(line -> !line.startsWith("#"))
				.map(line -> line.substring(0, line.lastIndexOf(','))).toList());
		Set<String> found = new TreeSet<>();
		for (String line : Files.readAllLines(COMPANIONS).stream().skip(1).toList()) {
			String[] cells = line.split(",");
			Fit fit = DICTIONARY.fits(Integer.parseInt(cells[1]), name(cells[2]));
			if (fit == Fit.UNKNOWN || fit == Fit.WRONG_CLASS) {
				found.add(line);
			}
		}
		assertEquals(known, found);
	}

	/** A dictionary of a meter says first what is its own, then what its companions say, then the standard. */
	@Test
	void ownEntriesComeFirst() {
		DictionaryEntry standard = DICTIONARY.find(name("0-0:96.1.0*255")).orElseThrow();
		DictionaryEntry own = new DictionaryEntry(standard.groups(), "serial number", Set.of(1), false, Set.of(), "", 2);
		Dictionary more = DICTIONARY.with(List.of(own));
		assertEquals(Optional.of("serial number"), more.name(name("0-0:96.1.0*255")));
		assertEquals(DICTIONARY.name(name("1-0:1.8.0*255")), more.name(name("1-0:1.8.0*255")));
		assertEquals(more.entries().size(), DICTIONARY.entries().size() + 1);
	}

	@Test
	void everyObisDeclarationHasATitle() {
		assertEquals(List.of(), new Declarations(LibraryFiles.files()).obis().stream().filter(each -> each.getTitle() == null || each.getTitle().isBlank()).map(ObisDecl::getCode).toList());
	}
}
