// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.Verb;

/** Checks what companions say beside objects: access by role, successors, requirements in words, associations, what is not specified. */
class CompanionFactsTest {
	private static final String COMPANION = """
			namespace q
			companion q.meter for ESME {
			  role Supplier faces wan
			  role Network faces wan
			  index rate = 1..2
			  require limit: Register 1-0:35.0.0*255 { value: double-long-unsigned  grant read on value to Supplier, Network  grant write on value to only Supplier
			    clause "Rules 3.1"  unspecified scaler_unit }
			  require mask[r in rate]: Data 0-0:97.98.{r}*255 { deny write on value to Network }
			  require prices[r in rate]: Register 1-0:1.8.{r}*255
			  require time: Data 0-0:96.1.7*255
			  require pricesNext[r in rate]: Register 1-1:1.8.{r}*255 passive of prices[*] activated by time.value
			  require record: ProfileGeneric version 1 0-0:99.98.0*255
			  require association access client 2 { role Supplier faces wan  context logical_name ciphered  mechanism high_gmac  conformance get, set  pdu 500 }
			  forbid association open { mechanism lowest  unspecified role }
			  alert sag 0x8002 "Sag" {
			    mandated
			    sensitive
			    faces wan, han
			    to Network
			    message 0x1001 of structure { code: long-unsigned }
			    clause "Rules 9"
			  }
			  alert swell 0x8003 "Swell" {
			    configurable by mask[1] bit 3
			    unspecified logs, recipients, critical
			  }
			  usecase UC1 0x0043 critical future-dated replay-protected "Set" for Supplier {
			    clause "Service 6.4"
			    read record.buffer selecting 1, 2 sensitive
			    write limit.value = 7 { "value": double-long-unsigned = 7 sensitive  "more": octet-string(12) }
			  }
			  usecase UC2 "Gas" over GBZ { unspecified message }
			  require limits "A limit that the supplier sets" clause "Rules 3", "Rules 4" by limit.value, mask, UC1, sag uncertain "one source"
			}
			companion q.later extends q.meter {
			  remove time, UC2, limits
			  require association access client 3 { role Supplier }
			}
			""";
	private static final String METER = """
			namespace m
			import q.*
			meter M conforms %s {
			  device d at 1 {
			    theirs: Data 0-0:97.98.1*255 { value: bit-string(256) in ram }
			  }
			}
			""";

	private static Companion companion(String name) {
		Elaborated meter = Elaborated.ofText(COMPANION, METER.formatted(name));
		assertEquals(List.of(), meter.problems());
		return meter.model().getCompanions().getFirst();
	}

	private static Requirement requirement(Companion companion, String name) {
		return companion.getRequirements().stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void saysWhoMayDoWhat() {
		Companion companion = companion("q.meter");
		Requirement limit = requirement(companion, "limit");
		assertEquals(List.of(Verb.READ, Verb.WRITE), limit.getAccesses().stream().map(RoleAccess::getVerb).toList());
		assertEquals(List.of(2, 2), limit.getAccesses().stream().map(RoleAccess::getIndex).toList());
		assertEquals(List.of(false, true), limit.getAccesses().stream().map(RoleAccess::isExclusive).toList());
		assertEquals(2, limit.getAccesses().getFirst().getRoles().size());
		assertTrue(requirement(companion, "mask[2]").getAccesses().getFirst().isDenied());
		assertEquals(List.of("Rules 3.1", "scaler_unit"), List.of(limit.getClauses().getFirst(), limit.getUnspecified().getFirst()));
	}

	@Test
	void connectsASuccessorWithWhatItReplaces() {
		Companion companion = companion("q.meter");
		Requirement next = requirement(companion, "pricesNext[2]");
		assertSame(requirement(companion, "prices[2]"), next.getActive());
		assertSame(requirement(companion, "time"), next.getActivation());
		assertEquals(2, next.getActivationAttribute());
	}

	@Test
	void saysWhatAnAlertIs() {
		List<Alert> alerts = companion("q.meter").getAlerts();
		assertEquals(Presence.MANDATED, alerts.get(0).getPresence());
		assertEquals(List.of(Side.WAN, Side.HAN), alerts.get(0).getSides());
		assertEquals("structure", alerts.get(0).getPayload().toString().substring(0, 9));
		assertTrue(alerts.get(0).isSensitive());
		assertEquals(Presence.CONFIGURABLE, alerts.get(1).getPresence());
		assertEquals(List.of(3, "theirs"), List.of(alerts.get(1).getBit(), alerts.get(1).getMasks().getFirst().getName()));
		assertEquals(List.of("logs", "recipients", "critical"), alerts.get(1).getUnspecified());
	}

	@Test
	void saysHowAUseCaseGoes() {
		List<UseCase> useCases = companion("q.meter").getUseCases();
		UseCase set = useCases.get(0);
		assertEquals(List.of(true, true, "Service 6.4"), List.of(set.isFutureDated(), set.isReplayProtected(), set.getClauses().getFirst()));
		assertEquals(List.of(1, 2), set.getSteps().get(0).getSelectors());
		assertEquals(List.of("value", "more"), set.getSteps().get(1).getElements().stream().map(each -> each.getPath()).toList());
		assertEquals("7", Elaborated.show(set.getSteps().get(1).getElements().getFirst().getConstant()));
		assertEquals("octet-string(12)", set.getSteps().get(1).getElements().get(1).getType().toString());
		assertEquals(List.of("GBZ", -1), List.of(useCases.get(1).getProtocol(), useCases.get(1).getMessage()));
	}

	@Test
	void connectsARequirementInWordsWithWhatAnswersIt() {
		Demand demand = companion("q.meter").getDemands().getFirst();
		assertEquals("A limit that the supplier sets", demand.getText());
		assertEquals(List.of("Rules 3", "Rules 4", "one source"), List.of(demand.getClauses().get(0), demand.getClauses().get(1), demand.getUncertain()));
		assertEquals("limit.2 mask[1].0 mask[2].0", demand.getPlaces().stream().map(each -> each.getRequirement().getName() + "." + each.getIndex())
				.collect(Collectors.joining(" ")));
		assertEquals("UC1 sag", demand.getUseCases().getFirst().getName() + " " + demand.getAlerts().getFirst().getName());
	}

	@Test
	void asksForAssociations() {
		RequiredAssociation access = companion("q.meter").getAssociations().getFirst();
		assertEquals(List.of(2, 5, 500, "Supplier"), List.of(access.getClientSap(), access.getMechanism(), access.getMinimumPdu(), access.getRole().getName()));
		assertEquals(List.of(Context.CIPHERED), access.getContexts());
		RequiredAssociation open = companion("q.meter").getAssociations().get(1);
		assertEquals(List.of(-1, 0, "role"), List.of(open.getClientSap(), open.getMechanism(), open.getUnspecified().getFirst()));
	}

	@Test
	void aLaterVersionRemovesAndReplaces() {
		Elaborated meter = Elaborated.ofText(COMPANION, METER.formatted("q.later"));
		assertEquals(List.of(), meter.problems().stream().filter(each -> !each.contains("time")).toList());
		List<Companion> companions = meter.model().getCompanions();
		assertEquals(List.of("UC1"), companions.getFirst().getUseCases().stream().map(UseCase::getName).toList());
		assertEquals(List.of(), companions.getFirst().getDemands());
		assertEquals(List.of("open"), companions.getFirst().getAssociations().stream().map(RequiredAssociation::getName).toList());
		assertEquals(3, companions.get(1).getAssociations().getFirst().getClientSap());
	}

	@Test
	void aMeterCannotTakeItsCompanionsWordAway() {
		Elaborated meter = Elaborated.ofText(COMPANION, METER.formatted("q.meter").replace("device d", "remove UC1 device d"));
		assertTrue(meter.problems().getFirst().contains("nothing to remove: no UC1"), () -> meter.problems().toString());
	}
}
