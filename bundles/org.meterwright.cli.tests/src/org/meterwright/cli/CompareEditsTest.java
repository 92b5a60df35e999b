// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.Catalogue;
import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.ChangeKind;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.ModelWording;
import org.meterwright.exchange.compare.Side;
import org.meterwright.exchange.compare.report.ComparePage;
import org.meterwright.exchange.compare.report.CompareText;
import org.meterwright.random.RandomMeter;

/** Models of the examples, edited at random: every edit is told, nothing else is, and the other way round as well. */
class CompareEditsTest {
	private static final Map<ChangeKind, ChangeKind> OPPOSITES = Map.of(ChangeKind.OBJECT_REMOVED, ChangeKind.OBJECT_ADDED, ChangeKind.ATTRIBUTE_REMOVED, ChangeKind.ATTRIBUTE_ADDED,
			ChangeKind.COLUMN_REMOVED, ChangeKind.COLUMN_ADDED, ChangeKind.ENTRY_REMOVED, ChangeKind.ENTRY_ADDED, ChangeKind.READ_LOST, ChangeKind.READ_GAINED, ChangeKind.WRITE_LOST,
			ChangeKind.WRITE_GAINED, ChangeKind.ALERT_REMOVED, ChangeKind.ALERT_ADDED, ChangeKind.REACTION_REMOVED, ChangeKind.REACTION_ADDED, ChangeKind.STEP_REMOVED,
			ChangeKind.STEP_ADDED);

	private static List<Meter> models;

	@BeforeAll
	static void readModels() {
		MeterSource source = new MeterSource(new Console(new PrintStream(new ByteArrayOutputStream()), new PrintStream(new ByteArrayOutputStream())));
		Path examples = Path.of("../../dsl/examples");
		models = List.of(source.read(examples.resolve("three-phase"), Optional.empty()).getFirst().model(),
				source.read(examples.resolve("prepayment-esme"), Optional.empty()).getFirst().model());
	}

	private static Comparison compare(Meter left, Meter right) {
		return Comparison.of(Side.of("left", left, new ModelWording(left)), Side.of("right", right, new ModelWording(right)));
	}

	@Test
	void nothingChangesBetweenAModelAndItsCopy() {
		for (Meter model : models) {
			Comparison comparison = compare(model, EcoreUtil.copy(model));
			assertEquals(List.of(), comparison.changes());
			assertTrue(CompareText.of(comparison).contains("nothing changed"));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void everyEditIsTold(int seed) {
		Random random = new Random(seed);
		int edits = 0;
		while (edits < 250) {
			Meter model = models.get(edits % 50 == 0 ? 1 : 0);
			Meter edited = EcoreUtil.copy(model);
			Optional<RandomEdit> edit = RandomEdit.on(edited, random);
			if (edit.isPresent() && !ModelEquality.equal(model, edited)) {
				edits++;
				isTold(edit.get(), model, edited);
			}
		}
	}

	private static void isTold(RandomEdit edit, Meter model, Meter edited) {
		Comparison comparison = compare(model, edited);
		assertFalse(comparison.changes().isEmpty(), edit.text());
		assertTrue(comparison.changes().stream().noneMatch(change -> change.kind() == ChangeKind.OTHER), () -> "%s gave %s".formatted(edit.text(), comparison.changes()));
		assertTrue(edit.names().isEmpty() || comparison.changes().stream().anyMatch(change -> edit.names().stream().anyMatch(change.toString()::contains)),
				() -> "%s gave %s".formatted(edit.text(), comparison.changes()));
		assertEquals(comparison, compare(model, edited), edit.text());
		assertTrue(CompareText.of(comparison).lines().count() > 3 && ComparePage.of(List.of(comparison)).endsWith("</html>\n"));
		Comparison back = compare(edited, model);
		OPPOSITES.forEach((removed, added) -> assertEquals(count(comparison, removed), count(back, added), () -> "%s %s\n%s\n%s".formatted(edit.text(), removed, comparison.changes(), back.changes())));
	}

	private static long count(Comparison comparison, ChangeKind kind) {
		return comparison.changes().stream().map(Change::kind).filter(kind::equals).count();
	}

	/** Models with objects of every class of the catalogue: none differs from its copy, and an edit of one is told. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void editsOfRandomModelsAreTold(int start) {
		Catalogue catalogue = new Catalogue();
		List<InterfaceClass> classes = IntStream.rangeClosed(1, 255).boxed().flatMap(id -> catalogue.versions(id).stream().map(version -> catalogue.find(id, version).orElseThrow())).toList();
		Random random = new Random(start);
		for (int seed = start * 250; seed < start * 250 + 250; seed++) {
			Meter model = RandomMeter.of(seed, classes);
			Meter edited = EcoreUtil.copy(model);
			Optional<RandomEdit> edit = RandomEdit.on(edited, random);
			boolean same = ModelEquality.equal(model, edited);
			Comparison comparison = compare(model, edited);
			assertEquals(same, comparison.changes().isEmpty(), () -> "%s gave %s".formatted(edit, comparison.changes()));
			assertTrue(edit.isEmpty() || comparison.changes().stream().noneMatch(change -> change.kind() == ChangeKind.OTHER), () -> "%s gave %s".formatted(edit, comparison.changes()));
		}
	}

	@Test
	void everyFeatureOfTheModelIsLookedAt() {
		Random random = new Random(7);
		Set<EStructuralFeature> seen = new HashSet<>();
		for (Meter model : models) {
			for (EStructuralFeature feature : features(model)) {
				if (seen.contains(feature)) {
					continue;
				}
				for (int attempt = 0; attempt < 30 && !seen.contains(feature); attempt++) {
					Meter edited = EcoreUtil.copy(model);
					List<EObject> all = new java.util.ArrayList<>(List.of(edited));
					edited.eAllContents().forEachRemaining(all::add);
					List<EObject> owners = all.stream().filter(each -> each.eClass().getEAllStructuralFeatures().contains(feature)).toList();
					Optional<RandomEdit> edit = RandomEdit.on(owners.get(random.nextInt(owners.size())), feature, all, random);
					if (edit.isPresent() && !ModelEquality.equal(model, edited)) {
						seen.add(feature);
						isTold(edit.get(), model, edited);
					}
				}
			}
		}
		assertTrue(seen.size() > 100, () -> "only %d features".formatted(seen.size()));
	}

	private static Set<EStructuralFeature> features(Meter model) {
		Set<EStructuralFeature> features = new java.util.LinkedHashSet<>(model.eClass().getEAllStructuralFeatures());
		model.eAllContents().forEachRemaining(each -> features.addAll(each.eClass().getEAllStructuralFeatures()));
		features.removeIf(feature -> feature.getName().equals("origins"));
		return features;
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 6 })
	void severalEditsAreToldTogether(int seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 30; i++) {
			Meter model = models.getFirst();
			Meter edited = EcoreUtil.copy(model);
			int wanted = 2 + random.nextInt(6);
			for (int n = 0; n < wanted; n++) {
				RandomEdit.on(edited, random);
			}
			assertEquals(ModelEquality.equal(model, edited), compare(model, edited).changes().isEmpty());
			assertEquals(compare(model, edited), compare(model, edited));
		}
	}
}
