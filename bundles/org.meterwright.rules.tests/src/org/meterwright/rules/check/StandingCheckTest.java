// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleCatalogue;

/** Checks that a value concerns look again, all others do not. */
class StandingCheckTest {
	private static final String OWN = "MW-ID-002";
	private static final String NEXT = "MW-ID-003";
	private static final String SHARED = "MW-ID-004";

	private final Meter meter = CosemFactory.eINSTANCE.createMeter();
	private final List<WatchedAttribute> attributes = new ArrayList<>();
	private final AtomicInteger looks = new AtomicInteger();
	private final RuleBook book = new RuleBook(RuleCatalogue.standard());

	@BeforeEach
	void threeObjectsAndTwoRules() {
		Reading.watch();
		LogicalDevice device = CosemFactory.eINSTANCE.createLogicalDevice();
		meter.getDevices().add(device);
		for (int i = 0; i < 3; i++) {
			CosemObject object = CosemFactory.eINSTANCE.createCosemObject();
			object.setName("object%d".formatted(i));
			WatchedAttribute attribute = new WatchedAttribute();
			attribute.setValue(number(i));
			object.getAttributes().add(attribute);
			device.getObjects().add(object);
			attributes.add(attribute);
		}
		book.on(CosemObject.class, OWN, (object, facts, report) -> report(object, value(object), report));
		book.on(CosemObject.class, NEXT, (object, facts, report) -> report(object, value(object((index(object) + 1) % 3)), report));
	}

	private static Value number(int value) {
		return new Value.Int(DataTag.LONG, BigInteger.valueOf(value));
	}

	private CosemObject object(int index) {
		return meter.getDevices().getFirst().getObjects().get(index);
	}

	private int index(CosemObject object) {
		return meter.getDevices().getFirst().getObjects().indexOf(object);
	}

	private static String value(CosemObject object) {
		return object.getAttributes().getFirst().getValue().toString();
	}

	private void report(CosemObject object, String message, Report report) {
		looks.incrementAndGet();
		report.on(object, message);
	}

	private StandingCheck check() {
		return new StandingCheck(book, rule -> true, meter);
	}

	private boolean change(StandingCheck check, int index, int value) {
		WatchedAttribute said = new WatchedAttribute();
		said.setValue(number(value));
		WatchedAttribute.Change change = attributes.get(index).take(said).orElseThrow();
		looks.set(0);
		return check.changed(List.of(change));
	}

	private static List<String> told(StandingCheck check) {
		return check.findings().stream().map(finding -> "%s %s".formatted(finding.rule(), finding.message())).sorted().toList();
	}

	@Test
	void theObjectAndWhoReadItLookAgain() {
		StandingCheck check = check();
		assertEquals(6, looks.get());
		assertTrue(change(check, 1, 70));
		assertEquals(3, looks.get(), "both rules at the object, one at the object before it");
		assertEquals(told(check()), told(check));
	}

	@Test
	void whoAskedForAFactThatReadItLooksAgain() {
		book.on(CosemObject.class, SHARED, (object, facts, report) -> report(object, facts.once("outer", () -> facts.once("inner", () -> value(object(2)))), report));
		StandingCheck check = check();
		assertTrue(change(check, 2, 90));
		assertEquals(6, looks.get(), "the shared fact is asked for at all three objects");
		assertEquals(told(check()), told(check));
	}

	@Test
	void aRuleThatCountsCannotLookAtOneElementAgain() {
		book.on(CosemObject.class, SHARED, (object, facts, report) -> report(object, "%s %s".formatted(value(object), facts.once("count", AtomicInteger::new).incrementAndGet() > 0), report));
		assertFalse(change(check(), 0, 8));
	}

	@Test
	void aValueThatMayNameAnObjectIsToldApart() {
		WatchedAttribute name = new WatchedAttribute();
		name.setValue(new Value.Octets(Bytes.ofInts(0, 0, 1, 0, 0, 255)));
		assertTrue(attributes.getFirst().isBuiltOn(name));
		assertFalse(attributes.getFirst().isBuiltOn(attributes.get(1)));
		assertFalse(name.isBuiltOn(name));
		WatchedAttribute typed = new WatchedAttribute();
		typed.setValue(WatchedAttribute.peek(name));
		typed.setType(new DataType.Simple(DataTag.OCTET_STRING));
		assertTrue(name.isBuiltOn(typed), "the type says what the name is for");
	}

	@Test
	void whatIsSetAfterTheTextIsNotWhatTheTextSays() {
		WatchedAttribute attribute = attributes.getFirst();
		attribute.said();
		assertFalse(attribute.isOverwritten());
		attribute.setMaximum(number(9));
		assertTrue(attribute.isOverwritten());
	}

	private static WatchedAttribute stored(Storage storage) {
		WatchedAttribute attribute = new WatchedAttribute();
		attribute.setStorage(storage);
		return attribute;
	}

	@Test
	void whatTheModelWasMadeFromIsToldApart() {
		WatchedAttribute attribute = stored(Storage.ROM);
		Reading.making(attribute::getMinimum);
		WatchedAttribute bounded = stored(Storage.ROM);
		bounded.setMaximum(number(3));
		assertTrue(attribute.isBuiltOn(bounded));
		assertFalse(attribute.isBuiltOn(stored(Storage.RAM)));
		Reading.making(() -> WatchedAttribute.isKept(attribute));
		assertTrue(attribute.isBuiltOn(stored(Storage.RAM)));
		assertFalse(attribute.isBuiltOn(stored(Storage.NVM)));
		Reading.making(attribute::getHandler);
		assertTrue(attribute.isBuiltOn(stored(Storage.NVM)));
	}

	@Test
	void whoReadTheTypeLooksAgainAtAnotherTypeAlone() {
		book.on(CosemObject.class, SHARED, (object, facts, report) -> report(object, String.valueOf(object(1).getAttributes().getFirst().getType()), report));
		StandingCheck check = check();
		assertTrue(change(check, 1, 70));
		assertEquals(4, looks.get(), "the value is of no interest to the third rule, but at the object itself");
		WatchedAttribute said = new WatchedAttribute();
		said.setValue(number(70));
		said.setType(new DataType.Simple(DataTag.LONG));
		WatchedAttribute.Change change = attributes.get(1).take(said).orElseThrow();
		looks.set(0);
		assertTrue(check.changed(List.of(change)));
		assertEquals(5, looks.get(), "all rules at the object, the third one at all");
		assertEquals(told(check()), told(check));
	}

	@Test
	void findingsCanBeMoved() {
		StandingCheck check = check();
		check.replace(finding -> finding.accept("moved"));
		assertTrue(check.findings().stream().map(Finding::accepted).allMatch(reason -> reason.orElse("").equals("moved")));
	}
}
