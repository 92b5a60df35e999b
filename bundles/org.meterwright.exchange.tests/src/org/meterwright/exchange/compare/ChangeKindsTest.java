// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.ClassBuilder;
import org.meterwright.cosem.builder.ModelOrder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** For every kind of change an edit that gives it, with its impact, and nothing else. */
class ChangeKindsTest {
	private static final Map<ChangeKind, Consumer<ComparedMeter>> EDITS = new EnumMap<>(ChangeKind.class);
	/** What an edit brings along by its nature. */
	private static final Map<ChangeKind, Set<ChangeKind>> ALONG = Map.of(ChangeKind.ATTRIBUTE_ADDED, Set.of(ChangeKind.READ_GAINED), ChangeKind.VALUE, Set.of(ChangeKind.STORAGE),
			ChangeKind.PUSH_REMOVED, Set.of(ChangeKind.STEP_REMOVED), ChangeKind.ASSOCIATION_REMOVED, Set.of(ChangeKind.PUSH_DESTINATION), ChangeKind.EVENT_REMOVED,
			Set.of(ChangeKind.STEP_REMOVED, ChangeKind.STEP_ADDED), ChangeKind.ALERT_REMOVED, Set.of(ChangeKind.STEP_REMOVED), ChangeKind.DEVICE_REMOVED,
			Set.of(ChangeKind.DEVICE_ADDED, ChangeKind.PUSH_REMOVED, ChangeKind.ALERT_REMOVED, ChangeKind.REACTION_REMOVED));

	static {
		objects();
		attributes();
		profilesAndPushes();
		schedulesAndSecurity();
		associations();
		rights();
		behaviour();
		devicesAndClasses();
		facts();
		texts();
	}

	private static void edit(ChangeKind kind, Consumer<ComparedMeter> edit) {
		EDITS.put(kind, edit);
	}

	private static void objects() {
		edit(ChangeKind.OBJECT_REMOVED, m -> m.remove("mode"));
		edit(ChangeKind.OBJECT_ADDED, m -> m.addShown("fresh", "0-0:96.128.7*255"));
		edit(ChangeKind.LOGICAL_NAME, m -> rename(m, "mode", "0-0:96.128.9*255"));
		edit(ChangeKind.OBJECT_CLASS, m -> m.reclass("mode", 3, 1));
		edit(ChangeKind.VERSION_EXTENDED, m -> m.reclass("total", 3, 1));
		edit(ChangeKind.VERSION_CHANGED, m -> m.reclass("total", 3, 2));
		edit(ChangeKind.INTERNAL_FLAG, m -> m.object("mode").setInternal(true));
		edit(ChangeKind.PASSIVE_PAIR, m -> m.object("power").setActive(m.object("total")));
		edit(ChangeKind.KEY_SLOT, m -> m.object("security").getKeys().getFirst().setSlot(8));
	}

	private static void rename(ComparedMeter m, String object, String name) {
		m.object(object).setLogicalName(LogicalName.valueOf(name));
		m.attribute(object, 1).setValue(Values.logicalName(name));
		ModelOrder.sort(m.meter);
	}

	private static void attributes() {
		edit(ChangeKind.ATTRIBUTE_REMOVED, m -> m.object("total").getAttributes().remove(m.attribute("total", 3)));
		edit(ChangeKind.ATTRIBUTE_ADDED, m -> {
			CosemObject longer = new ObjectBuilder("x", m.type(3, 0), ComparedMeter.TOTAL).attribute(2, Storage.RAM, new DataType.Any(), null).object();
			m.object("mode").getAttributes().add(CosemObjects.attribute(longer, 2).orElseThrow());
			CosemObjects.attribute(m.object("mode"), 2).orElseThrow();
			m.object("mode").getAttributes().getLast().setDefinition(m.type(3, 0).getAttributes().getLast());
			m.entry("mode").setRights(m.entry("mode").getRights().with(new AttributeAccess(3, 1)));
		});
		edit(ChangeKind.TYPE_CHANGED, m -> type(m, "power", "long-unsigned"));
		edit(ChangeKind.TYPE_NARROWER, m -> type(m, "power", "double-long(0..9)"));
		edit(ChangeKind.WRITES_NARROWER, m -> type(m, "mode", "octet-string(0..7)"));
		edit(ChangeKind.TYPE_WIDER, m -> type(m, "mode", "octet-string(0..9)"));
		edit(ChangeKind.CODES_SWAPPED, m -> m.attribute("profile", 5).setType(DataType.valueOf("enum { lifo = 1, fifo = 2 }")));
		edit(ChangeKind.SCALER_UNIT, m -> m.attribute("total", 3).setValue(Values.structure(Values.integer(3), Values.enumerated(30))));
		edit(ChangeKind.VALUE, m -> {
			m.attribute("mode", 2).setStorage(Storage.ROM);
			m.attribute("mode", 2).setValue(Values.octets("AABB"));
		});
		edit(ChangeKind.FIRST_VALUE, m -> m.attribute("mode", 2).setValue(Values.octets("AABB")));
		edit(ChangeKind.RANGE_NARROWER, m -> m.attribute("total", 2).setMaximum(Values.doubleLongUnsigned(98)));
		edit(ChangeKind.RANGE_WIDER, m -> m.attribute("total", 2).setMaximum(Values.doubleLongUnsigned(100)));
		edit(ChangeKind.LENGTH_SHORTER, m -> m.attribute("mode", 2).setMaximumLength(7));
		edit(ChangeKind.LENGTH_LONGER, m -> m.attribute("mode", 2).setMaximumLength(9));
		edit(ChangeKind.STORAGE, m -> m.attribute("power", 2).setStorage(Storage.NVM));
		edit(ChangeKind.RETENTION_LOST, m -> m.attribute("total", 2).setStorage(Storage.RAM));
		edit(ChangeKind.HANDLER, m -> m.attribute("profile", 2).setHandler("another"));
		edit(ChangeKind.WRITTEN_OUT, m -> m.attribute("total", 2).setValue(Values.doubleLongUnsigned(0)));
	}

	private static void type(ComparedMeter m, String object, String type) {
		m.attribute(object, 2).setType(DataType.valueOf(type));
	}

	private static void profilesAndPushes() {
		edit(ChangeKind.COLUMN_REMOVED, m -> m.attribute("profile", 3).setValue(Values.array(ComparedMeter.column(ComparedMeter.TOTAL))));
		edit(ChangeKind.COLUMN_ADDED, m -> m.attribute("profile", 3).setValue(Values.array(ComparedMeter.column(ComparedMeter.TOTAL), ComparedMeter.column(ComparedMeter.POWER),
				ComparedMeter.column(ComparedMeter.POWER))));
		edit(ChangeKind.COLUMN_ORDER, m -> m.attribute("profile", 3).setValue(Values.array(ComparedMeter.column(ComparedMeter.POWER), ComparedMeter.column(ComparedMeter.TOTAL))));
		edit(ChangeKind.CAPTURE_PERIOD, m -> m.attribute("profile", 4).setValue(Values.doubleLongUnsigned(900)));
		edit(ChangeKind.PROFILE_SHORTER, m -> m.attribute("profile", 8).setValue(Values.doubleLongUnsigned(99)));
		edit(ChangeKind.PROFILE_LONGER, m -> m.attribute("profile", 8).setValue(Values.doubleLongUnsigned(101)));
		edit(ChangeKind.SORTING, m -> m.attribute("profile", 5).setValue(Values.enumerated(2)));
		edit(ChangeKind.PUSH_REMOVED, m -> {
			m.reaction("onCover").getActions().removeLast();
			m.meter.getPushes().clear();
		});
		edit(ChangeKind.PUSH_ADDED, m -> {
			m.meter.getPushes().add(CosemFactory.eINSTANCE.createPush());
			m.meter.getPushes().getLast().setName("another");
		});
		edit(ChangeKind.PUSH_ITEM_REMOVED, m -> m.attribute("billingPush", 2).setValue(Values.array(ComparedMeter.column(ComparedMeter.TOTAL))));
		edit(ChangeKind.PUSH_ITEM_ADDED, m -> m.push().getColumns().add(Triggers.column(m.object("mode"), 2)));
		edit(ChangeKind.PUSH_ORDER, m -> m.attribute("billingPush", 2).setValue(Values.array(ComparedMeter.column(ComparedMeter.POWER), ComparedMeter.column(ComparedMeter.TOTAL))));
		edit(ChangeKind.PUSH_DESTINATION, m -> m.attribute("billingPush", 3).setValue(Values.octets("BB")));
		edit(ChangeKind.PUSH_TIMING, m -> m.attribute("billingPush", 5).setValue(Values.longUnsigned(61)));
		edit(ChangeKind.PUSH_PROTECTION, m -> m.push().setProtection(4));
	}

	private static void schedulesAndSecurity() {
		edit(ChangeKind.SCRIPT_REMOVED, m -> m.attribute("scripts", 2).setValue(Values.array(ComparedMeter.script(1, ComparedMeter.TOTAL))));
		edit(ChangeKind.SCRIPT_ADDED, m -> m.attribute("scripts", 2).setValue(Values.array(ComparedMeter.script(1, ComparedMeter.TOTAL), ComparedMeter.script(2, ComparedMeter.POWER),
				ComparedMeter.script(3, ComparedMeter.POWER))));
		edit(ChangeKind.SCRIPT_CHANGED, m -> m.attribute("scripts", 2).setValue(Values.array(ComparedMeter.script(1, ComparedMeter.POWER), ComparedMeter.script(2, ComparedMeter.POWER))));
		edit(ChangeKind.SCHEDULE, m -> m.attribute("calendar", 4).setValue(Values.array(Values.structure(Values.octets("01000000"), Values.octets("FFFFFF01FF")))));
		edit(ChangeKind.THRESHOLD, m -> m.attribute("limit", 2).setValue(Values.array(Values.doubleLong(9300))));
		edit(ChangeKind.SECURITY_SUITE, m -> m.attribute("security", 3).setValue(Values.enumerated(0)));
		edit(ChangeKind.SECURITY_POLICY, m -> m.attribute("security", 2).setValue(Values.enumerated(0)));
	}

	private static void associations() {
		edit(ChangeKind.ASSOCIATION_REMOVED, m -> {
			m.push().setPartner(null);
			m.device().getAssociations().clear();
		});
		edit(ChangeKind.ASSOCIATION_ADDED, m -> {
			m.device().getAssociations().add(CosemFactory.eINSTANCE.createAssociation());
			m.device().getAssociations().getLast().setClientSap(16);
		});
		edit(ChangeKind.CLIENT_ADDRESS, m -> m.supplier().setClientSap(3));
		edit(ChangeKind.ASSOCIATION_OBJECT, m -> m.supplier().setObject(m.object("mode")));
		edit(ChangeKind.CONTEXT, m -> m.supplier().setContext(org.meterwright.cosem.Context.PLAIN));
		edit(ChangeKind.MECHANISM, m -> m.supplier().setMechanism(1));
		edit(ChangeKind.SECURITY_SETUP, m -> m.supplier().setSecurity(null));
		edit(ChangeKind.SECRET_SLOT, m -> m.supplier().setSecretSlot(4));
		edit(ChangeKind.SERVICE_REMOVED, m -> m.supplier().setConformance(m.supplier().getConformance() & ~0x000010));
		edit(ChangeKind.SERVICE_ADDED, m -> m.supplier().setConformance(m.supplier().getConformance() | 0x000020));
		edit(ChangeKind.PDU_SIZE, m -> m.supplier().setMaximumPdu(512));
		edit(ChangeKind.PARTY, m -> m.supplier().setRole(m.meter.getRoles().getLast()));
	}

	private static void rights() {
		edit(ChangeKind.ENTRY_REMOVED, m -> m.supplier().getEntries().remove(m.entry("mode")));
		edit(ChangeKind.ENTRY_ADDED, m -> {
			m.supplier().getEntries().add(CosemFactory.eINSTANCE.createObjectListEntry());
			m.supplier().getEntries().getLast().setObject(m.object("limit"));
		});
		edit(ChangeKind.READ_LOST, m -> mode(m, "total", 0, 2));
		edit(ChangeKind.WRITE_LOST, m -> mode(m, "total", 0, 1));
		edit(ChangeKind.WRITE_GAINED, m -> mode(m, "total", 1, 3));
		edit(ChangeKind.READ_GAINED, m -> m.entry("profile").setRights(m.entry("profile").getRights().with(new AttributeAccess(5, 1))));
		edit(ChangeKind.CALL_LOST, m -> call(m, "total", 0));
		edit(ChangeKind.CALL_GAINED, m -> call(m, "power", 1));
		edit(ChangeKind.PROTECTION_ADDED, m -> mode(m, "total", 0, 3 | 4));
		edit(ChangeKind.PROTECTION_REMOVED, m -> mode(m, "power", 1, 1));
		edit(ChangeKind.SELECTOR_LOST, m -> selecting(m, List.of(1)));
		edit(ChangeKind.SELECTOR_GAINED, m -> selecting(m, List.of(1, 2, 3)));
		edit(ChangeKind.LIST_ORDER, m -> m.supplier().getEntries().move(0, 3));
		edit(ChangeKind.LIST_FORM, m -> attributes(m, "total", Collections::reverse));
	}

	private static void mode(ComparedMeter m, String object, int position, int mode) {
		attributes(m, object, rights -> rights.set(position, new AttributeAccess(rights.get(position).index(), mode, rights.get(position).selectors())));
	}

	private static void attributes(ComparedMeter m, String object, Consumer<List<AttributeAccess>> edit) {
		AccessRights rights = m.entry(object).getRights();
		List<AttributeAccess> attributes = new ArrayList<>(rights.attributes());
		edit.accept(attributes);
		m.entry(object).setRights(AccessRights.of(attributes, rights.methods()));
	}

	private static void selecting(ComparedMeter m, List<Integer> selectors) {
		attributes(m, "profile", rights -> rights.set(0, new AttributeAccess(rights.getFirst().index(), rights.getFirst().mode(), selectors)));
	}

	private static void call(ComparedMeter m, String object, int mode) {
		m.entry(object).setRights(m.entry(object).getRights().with(new MethodAccess(1, mode)));
	}

	private static void behaviour() {
		edit(ChangeKind.EVENT_REMOVED, m -> {
			m.reaction("onLimit").getActions().clear();
			m.reaction("onLimit").getActions().add(Actions.capture(m.object("profile")));
			m.meter.getEvents().removeLast();
		});
		edit(ChangeKind.EVENT_ADDED, m -> {
			m.meter.getEvents().add(CosemFactory.eINSTANCE.createEvent());
			m.meter.getEvents().getLast().setName("swell");
		});
		edit(ChangeKind.EVENT_CODE, m -> m.meter.getEvents().getFirst().setCode(0x8F40));
		edit(ChangeKind.EVENT_SOURCE, m -> m.meter.getEvents().getFirst().setSource(EventSource.METER));
		edit(ChangeKind.ALERT_REMOVED, m -> {
			m.reaction("onCover").getActions().remove(1);
			m.meter.getAlerts().clear();
		});
		edit(ChangeKind.ALERT_ADDED, m -> {
			m.meter.getAlerts().add(CosemFactory.eINSTANCE.createAlert());
			m.meter.getAlerts().getLast().setName("magnet");
		});
		edit(ChangeKind.ALERT_CODE, m -> m.alert().setCode(0x8F40));
		edit(ChangeKind.ALERT_CONTENT, m -> m.alert().getColumns().removeLast());
		edit(ChangeKind.ALERT_FRAME, m -> m.alert().setCritical(true));
		edit(ChangeKind.ALERT_RECIPIENT_REMOVED, m -> m.alert().getRecipients().clear());
		edit(ChangeKind.ALERT_RECIPIENT_ADDED, m -> m.alert().getRecipients().add(m.meter.getRoles().getLast()));
		edit(ChangeKind.ALERT_RAISING, m -> m.alert().getLogs().add(m.object("profile")));
		edit(ChangeKind.REACTION_REMOVED, m -> m.meter.getReactions().remove(m.reaction("monthly")));
		edit(ChangeKind.REACTION_ADDED, m -> {
			m.meter.getReactions().add(CosemFactory.eINSTANCE.createReaction());
			m.meter.getReactions().getLast().setName("onPowerUp");
		});
		edit(ChangeKind.TRIGGER, m -> m.reaction("monthly").setTrigger(Triggers.every("*-*-02 00:00")));
		edit(ChangeKind.GUARD, m -> m.reaction("monthly").setGuard(m.object("calendar")));
		edit(ChangeKind.STEP_REMOVED, m -> m.reaction("onCover").getActions().removeLast());
		edit(ChangeKind.STEP_ADDED, m -> m.reaction("onCover").getReturnActions().add(Actions.capture(m.object("profile"))));
		edit(ChangeKind.STEP_ORDER, m -> m.reaction("onCover").getActions().move(0, 2));
	}

	private static void devicesAndClasses() {
		edit(ChangeKind.DEVICE_ADDED, m -> {
			LogicalDevice second = CosemFactory.eINSTANCE.createLogicalDevice();
			second.setSap(2);
			m.meter.getDevices().add(second);
		});
		edit(ChangeKind.DEVICE_REMOVED, m -> {
			m.device().setSap(2);
			m.device().setName("other");
			m.device().getObjects().clear();
			m.device().getAssociations().clear();
			m.meter.getReactions().clear();
			m.meter.getAlerts().clear();
			m.meter.getPushes().clear();
		});
		edit(ChangeKind.DEVICE_ADDRESS, m -> m.device().setSap(2));
		edit(ChangeKind.DEVICE_NAME, m -> m.device().setLogicalDeviceName("XYZ{serial}"));
		edit(ChangeKind.METHOD_REMOVED, m -> m.type(3, 0).getMethods().clear());
		edit(ChangeKind.METHOD_ADDED, m -> m.type(1, 0).getMethods().add(new ClassBuilder("x", 1, 0).method(1, "clear", "integer").interfaceClass().getMethods().getFirst()));
		edit(ChangeKind.METHOD_TYPE, m -> m.type(3, 0).getMethods().getFirst().setParameter(DataType.valueOf("long")));
		edit(ChangeKind.SELECTOR_TYPE, m -> m.type(7, 1).getAttributes().get(1).getSelectors().getFirst().setType(DataType.valueOf("long")));
		edit(ChangeKind.ATTRIBUTE_UNIT, m -> m.type(7, 1).getAttributes().get(3).setUnit(6));
		edit(ChangeKind.CLASS_DECLARATION, m -> m.type(7, 1).getAttributes().get(3).setSecret(true));
	}

	private static void facts() {
		edit(ChangeKind.PROPERTY, m -> m.meter.getProperties().getFirst().setValue(new Value.Visible("XYZ")));
		edit(ChangeKind.BUDGET, m -> m.meter.getBudgets().getFirst().setBytes(2048));
		edit(ChangeKind.ACCEPTANCE, m -> {
			Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
			acceptance.setRule("MW-PUSH-012");
			m.meter.getAcceptances().add(acceptance);
		});
		edit(ChangeKind.ROLE, m -> m.meter.getRoles().getFirst().setSide(Side.HAN));
		edit(ChangeKind.COMPANION, m -> {
			Companion companion = CosemFactory.eINSTANCE.createCompanion();
			companion.setName("larch.house");
			m.meter.getCompanions().add(companion);
		});
		edit(ChangeKind.SWITCHES, m -> m.meter.getSwitches().add("threePhase"));
	}

	private static void texts() {
		edit(ChangeKind.RENAMED, m -> m.object("mode").setName("modus"));
		edit(ChangeKind.DOCUMENTATION, m -> m.object("mode").setDocumentation("How it works."));
		edit(ChangeKind.TITLE, m -> m.meter.getEvents().getFirst().setText("Main cover opened"));
		edit(ChangeKind.NAMES_IN_TYPE, m -> m.attribute("profile", 5).setType(DataType.valueOf("enum { first_in = 1, lifo = 2 }")));
		edit(ChangeKind.OTHER_FILE, m -> m.object("mode").getOrigins().set(0, new Origin("modes.cosem", 1, 0, 5, "written")));
		edit(ChangeKind.OTHER_PLACE, m -> m.object("mode").getOrigins().set(0, new Origin("m1.cosem", 80, 800, 5, "written")));
		edit(ChangeKind.DECLARED_ORDER, m -> m.meter.getRoles().move(0, 1));
	}

	static Collection<ChangeKind> kinds() {
		return EDITS.keySet();
	}

	private static org.meterwright.exchange.compare.Comparison compare(ComparedMeter left, ComparedMeter right) {
		return org.meterwright.exchange.compare.Comparison.of(side("before", left), side("after", right));
	}

	private static org.meterwright.exchange.compare.Side side(String label, ComparedMeter meter) {
		return new org.meterwright.exchange.compare.Side(label, meter.meter, org.meterwright.exchange.compare.Comparison.Scope.ALL, file -> file, new ModelWording(meter.meter));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void anEditGivesItsKindAndNothingElse(ChangeKind kind) {
		ComparedMeter before = new ComparedMeter();
		ComparedMeter after = new ComparedMeter();
		EDITS.get(kind).accept(after);
		List<Change> changes = compare(before, after).changes();
		assertTrue(changes.stream().anyMatch(change -> change.kind() == kind && change.impact() == kind.impact()), changes.toString());
		Set<ChangeKind> found = changes.stream().map(Change::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(ChangeKind.class)));
		found.remove(kind);
		assertEquals(along(kind), found, changes.toString());
	}

	private static Set<ChangeKind> along(ChangeKind kind) {
		return ALONG.getOrDefault(kind, Set.of());
	}

	@Test
	void nothingIsFoundWithoutAnEdit() {
		assertEquals(List.of(), compare(new ComparedMeter(), new ComparedMeter()).changes());
	}

	@Test
	void everyKindHasAnEditAndIdsAreUnique() {
		Set<ChangeKind> missing = EnumSet.complementOf(EnumSet.copyOf(EDITS.keySet()));
		assertEquals(EnumSet.of(ChangeKind.OTHER), missing);
		assertEquals(ChangeKind.values().length, Arrays.stream(ChangeKind.values()).map(ChangeKind::id).distinct().count());
	}
}
