// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.UseCase;

/** Checks companions: requirements, use cases, Alerts with their duties, versions that build on one another, objects that are added. */
class CompanionTest {
	private static final String OLD = """
			namespace q.v1
			companion q.v1.meter for ESME {
			  role Supplier "energy supplier" 
			  index rate = 1..2
			  require securityRecord: ProfileGeneric version 1 0-0:99.98.0*255 { profile_entries: double-long-unsigned range 100..1000 }
			  require oldName: Data 0-0:96.1.0*255 { value: octet-string }
			  forbid secondClock: Clock 0-0:1.0.1*255
			  alert tamper 0x8F3F critical always "Tamper" on opened { to Supplier  log securityRecord  message 0x1000 }
			  alert unused 0x8F40 { to Supplier }
			}
			""";
	private static final String NEW = """
			namespace q.v2
			import q.v1.*
			companion q.v2.meter extends q.v1.meter {
			  require serial: Data 0-0:96.1.0*255 { value: octet-string(0..16) = "X" }
			  allow tariff[r in rate]: Register 1-0:1.8.{r}*255
			  if big { require extra: Data 0-0:96.1.7*255 { value: unsigned = 7 } }
			  require load: ScriptTable 0-0:10.0.106*255 { script enable = 51 { } }
			  usecase ECS42 0x004F critical "Close the switch" for Supplier { call load.execute = 51  read tariff.value sensitive }
			}
			""";
	private static final String METER = """
			namespace m
			import q.v2.*
			meter M conforms q.v2.meter%s {
			  switch big
			  variant large = big
			  event opened code 5 from firmware
			  device d at 1 {
			    stamp: Data 0-0:94.44.100*255 { value: double-long-unsigned in call now }
			    what: Data 0-0:96.11.0*255 { value: long-unsigned in ram }
			    myLog: ProfileGeneric version 1 0-0:99.98.0*255 { capture stamp, what  profile_entries = 100 }
			  }
			  on opened { alert tamper }
			  on opened { log myLog  alert tamper }
			}
			""";

	private static Elaborated meter(String complete) {
		Elaborated meter = Elaborated.ofText(OLD, NEW, METER.formatted(complete));
		assertEquals(List.of(), meter.problems());
		return meter;
	}

	@Test
	void makesElementsOfCompanionsAndTheirBases() {
		List<Companion> companions = meter("").model().getCompanions();
		assertEquals(List.of("q.v1.meter", "q.v2.meter"), companions.stream().map(Companion::getName).toList());
		assertSame(companions.get(0), companions.get(1).getBase());
		assertEquals(List.of("ESME", "ESME"), companions.stream().map(Companion::getDeviceType).toList());
		assertEquals("Supplier", companions.get(0).getRoles().getFirst().getName());
	}

	@Test
	void replacesTheOlderWordOnAnObject() {
		List<Companion> companions = meter("").model().getCompanions();
		assertEquals(List.of("securityRecord", "secondClock"), companions.get(0).getRequirements().stream().map(Requirement::getName).toList());
		assertEquals(List.of("serial", "tariff[1]", "tariff[2]", "load"), companions.get(1).getRequirements().stream().map(Requirement::getName).toList());
		Requirement record = companions.get(0).getRequirements().getFirst();
		assertEquals("100", Elaborated.show(record.getAttributes().getFirst().getMinimum()));
		assertEquals(1, record.getVersion());
		Requirement serial = companions.get(1).getRequirements().getFirst();
		assertEquals(List.of("h58", "octet-string(0..16)"),
				List.of(Elaborated.show(serial.getAttributes().getFirst().getValue()), serial.getAttributes().getFirst().getType().toString()));
		assertEquals(-1, serial.getVersion());
		assertEquals(RequirementKind.FORBID, companions.get(0).getRequirements().get(1).getKind());
		assertEquals(51, companions.get(1).getRequirements().get(3).getScripts().getFirst().getScriptId());
	}

	@Test
	void spreadsUseCases() {
		UseCase useCase = meter("").model().getCompanions().get(1).getUseCases().getFirst();
		assertTrue(useCase.isCritical());
		assertEquals(List.of(0x4F, 3), List.of(useCase.getMessage(), useCase.getSteps().size()));
		assertEquals("51", Elaborated.show(useCase.getSteps().getFirst().getConstant()));
		assertEquals("1-0:1.8.2*255", useCase.getSteps().get(2).getLogicalName().toString());
		assertTrue(useCase.getSteps().get(2).isSensitive());
	}

	@Test
	void addsTheLogsThatAnAlertNeeds() {
		Elaborated meter = meter("");
		Alert tamper = meter.model().getAlerts().getFirst();
		assertEquals(List.of("tamper"), meter.model().getAlerts().stream().map(Alert::getName).toList());
		assertEquals(List.of("tamper", "unused"), meter.model().getCompanions().getFirst().getAlerts().stream().map(Alert::getName).toList());
		assertEquals(List.of(0x8F3F, 0x1000), List.of(tamper.getCode(), tamper.getMessage()));
		assertSame(meter.object("myLog"), tamper.getLogs().getFirst());
		assertEquals("q.v1.meter", tamper.getCompanion());
		LogAction log = (LogAction) meter.model().getReactions().getFirst().getActions().getFirst();
		assertEquals("5", Elaborated.show(log.getArguments().getFirst()));
		assertEquals("companion", log.getOrigins().getLast().kind());
		assertEquals(2, meter.model().getReactions().get(1).getActions().size());
	}

	@Test
	void addsRequiredObjectsOnlyWhenAsked() {
		assertTrue(meter("").model().getDevices().getFirst().getObjects().stream().noneMatch(each -> each.getName().equals("serial")));
		Elaborated complete = meter(" complete objects");
		assertEquals("h58", complete.value("serial", 2));
		assertEquals("companion", complete.object("serial").getOrigins().getFirst().kind());
		assertEquals("ScriptTable", complete.object("load").getInterfaceClass().getName());
		assertTrue(complete.model().getDevices().getFirst().getObjects().stream().noneMatch(each -> each.getName().startsWith("tariff")));
	}

	@Test
	void acceptsFindingsWhereTheyAreSaid() {
		Elaborated meter = Elaborated.of("""
				event e from firmware
				association hes client 2 to d { accept MW-ASSOC-001 "in the association" }
				push p to hes { send clock  accept MW-PUSH-012 "in the push" }
				accept MW-ID-001 on clock "named"
				accept MW-ID-001 on power.value "an attribute"
				accept MW-EV-001 on e "an event"
				accept MW-ID-002 on p "a push"
				accept MW-ID-003 "anywhere"
				device d { x: Data 0-0:96.1.0*255 { value: unsigned = 1  accept MW-ID-004 "in the object" } }
				""");
		assertEquals(List.of("MW-ID-001 clock 0", "MW-ID-001 power 2", "MW-EV-001 e 0", "MW-ID-002 p 0", "MW-ID-003 null 0", "MW-ID-004 x 0", "MW-ASSOC-001 hes 0",
				"MW-PUSH-012 p 0"), meter.model().getAcceptances().stream().map(each -> "%s %s %d".formatted(each.getRule(),
						each.getSubject() == null ? null : each.getSubject().getName(), each.getAttribute())).toList());
		assertSame(meter.model().getPushes().getFirst(), meter.model().getAcceptances().get(3).getSubject());
	}
}
