// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.value.LogicalName;

/**
 * The associations that a meter lacks: those that its companions require, and one for each role that has rights, use cases or mandated Alerts. The object
 * of the association and its security set-up are those that the companion lists for it, by their names; where it lists none, there are new ones. A meter
 * whose companions speak of nobody gets the public client, which the standard demands of every meter.
 */
final class MissingAssociations {
	private static final int ASSOCIATION = 15;
	private static final int SECURITY = 64;
	private static final int UNSPECIFIED = -1;
	private static final int FIRST_FREE_CLIENT = 17;
	private static final int FIRST_PROTECTING = 3;
	private static final LogicalName OBJECT = LogicalName.valueOf("0-0:40.0.0*255");
	private static final LogicalName KEYS = LogicalName.valueOf("0-0:43.0.0*255");
	private static final List<String> WORDS = List.of("association", "keys", "security");

	private final Inventory inventory;
	private final Map<String, List<String>> keyLines = new LinkedHashMap<>();
	private final Set<String> replaced = new LinkedHashSet<>();
	private final Set<String> names = new HashSet<>();
	private final Set<Integer> clients;
	private final Set<Integer> slots;
	private final Set<Integer> objectGroups = new HashSet<>();
	private final Set<Integer> keyGroups = new HashSet<>();
	private final List<String> texts = new ArrayList<>();

	private MissingAssociations(Inventory inventory, Set<String> names) {
		this.inventory = inventory;
		this.names.addAll(names);
		clients = associations().map(Association::getClientSap).collect(Collectors.toCollection(HashSet::new));
		slots = Stream.concat(associations().map(Association::getSecretSlot), Inventory.objects(inventory.meter()).flatMap(object -> object.getKeys().stream()).map(key -> key.getSlot()))
				.collect(Collectors.toCollection(HashSet::new));
	}

	/**
	 * Writes the associations.
	 *
	 * @param inventory what the meter has and will have
	 * @param wanted    says of the name of a required association, a role, or an object of an association whether it is asked for
	 * @param names     names that the meter has or will have
	 */
	static MissingAssociations of(Inventory inventory, Predicate<String> wanted, Set<String> names) {
		MissingAssociations missing = new MissingAssociations(inventory, names);
		missing.needs().stream().filter(need -> wanted.test(need.name()) || need.role().map(Role::getName).filter(wanted).isPresent()
				|| missing.listed(ASSOCIATION, need).map(Inventory::stem).filter(wanted).isPresent()).forEach(missing::write);
		if (missing.texts.isEmpty() && missing.associations().findAny().isEmpty() && inventory.isGrowing() && wanted.test(Need.PUBLIC)) {
			missing.write(Need.ofPublicClient(inventory));
		}
		return missing;
	}

	/** Returns the declarations, each with its line ends. */
	List<String> texts() {
		return List.copyOf(texts);
	}

	/** Returns the names of required objects that associations bring with them. */
	Set<String> replaced() {
		return Collections.unmodifiableSet(replaced);
	}

	/** Returns lines that security set-ups of the companion's need, by name. */
	Map<String, List<String>> keyLines() {
		return Collections.unmodifiableMap(keyLines);
	}

	private Stream<Association> associations() {
		return inventory.meter().getDevices().stream().flatMap(device -> device.getAssociations().stream());
	}

	private List<Need> needs() {
		List<Need> needs = new ArrayList<>();
		for (Companion companion : inventory.meter().getCompanions()) {
			companion.getAssociations().stream().filter(each -> each.getKind() == RequirementKind.REQUIRE).map(each -> Need.of(each, inventory)).forEach(needs::add);
		}
		for (Companion companion : inventory.meter().getCompanions()) {
			for (Role role : companion.getRoles()) {
				Need need = Need.of(role, inventory);
				boolean covered = needs.stream().flatMap(each -> each.role().stream()).anyMatch(each -> Objects.equals(each.getName(), role.getName()));
				if (!covered && (!need.rights().isEmpty() || receives(role))) {
					needs.add(need);
				}
			}
		}
		return needs.stream().filter(need -> associations().noneMatch(need::isMet)).toList();
	}

	private boolean receives(Role role) {
		return inventory.meter().getCompanions().stream().flatMap(companion -> companion.getAlerts().stream())
				.anyMatch(alert -> (alert.isAlways() || alert.getPresence() == Presence.MANDATED) && NeededRights.has(alert.getRecipients(), role));
	}

	private void write(Need need) {
		String name = names.add(need.name()) ? need.name() : "%sAccess".formatted(need.name());
		Optional<Requirement> object = listed(ASSOCIATION, need).filter(each -> inventory.present(Inventory.place(each)).isEmpty());
		object.map(Inventory::stem).ifPresent(replaced::add);
		Inventory.requirements(inventory.meter()).filter(each -> each.getClassId() == ASSOCIATION && each.getLogicalName().equals(OBJECT)).map(Inventory::stem).forEach(replaced::add);
		String keys = need.isCiphered() ? keys(need, name) : "";
		int client = need.client() == UNSPECIFIED ? Numbers.take(clients, FIRST_FREE_CLIENT) : need.client();
		LogicalName place = object.map(Requirement::getLogicalName).orElseGet(() -> free(ASSOCIATION, OBJECT, objectGroups));
		List<String> lines = new ArrayList<>();
		lines.add("association %s client %d to %s %s {".formatted(name, client, device(), place));
		if (version(object) != UNSPECIFIED) {
			lines.add("  version %d".formatted(version(object)));
		}
		lines.addAll(need.lines(keys, need.hasSecret() ? Numbers.take(slots, 1) : UNSPECIFIED, version(object) == UNSPECIFIED || version(object) >= FIRST_PROTECTING));
		texts.add("  %s\n  }\n".formatted(String.join("\n  ", lines)));
	}

	/** Returns the version of an association's object: that of its own requirement, else that of the current association's in the newest companion. */
	private int version(Optional<Requirement> object) {
		return object.or(() -> Inventory.requirements(inventory.meter()).filter(each -> each.getClassId() == ASSOCIATION && each.getLogicalName().equals(OBJECT))
				.reduce((older, newer) -> newer)).map(Requirement::getVersion).orElse(UNSPECIFIED);
	}

	private String device() {
		Meter meter = inventory.meter();
		return meter.getDevices().stream().filter(device -> device.getSap() == 1).findFirst().or(() -> meter.getDevices().stream().findFirst()).map(LogicalDevice::getName).orElse("management");
	}

	/** Returns the first logical name of a pattern that nobody has, by value group E. */
	private LogicalName free(int classId, LogicalName pattern, Set<Integer> given) {
		int free = inventory.freeGroup(classId, pattern, 1);
		while (!given.add(free)) {
			free = inventory.freeGroup(classId, pattern, free + 1);
		}
		return new LogicalName(pattern.a(), pattern.b(), pattern.c(), pattern.d(), free, pattern.f());
	}

	/** Returns the name of the security set-up, and writes one where the companion lists none for this association. */
	private String keys(Need need, String association) {
		Optional<Requirement> listed = listed(SECURITY, need);
		Optional<String> present = listed.flatMap(each -> inventory.present(Inventory.place(each))).map(object -> object.getName());
		if (present.isPresent()) {
			return present.get();
		}
		List<String> keys = List.of("key global_unicast in slot %d".formatted(Numbers.take(slots, 1)), "key authentication in slot %d".formatted(Numbers.take(slots, 1)));
		if (listed.isPresent()) {
			keyLines.put(Inventory.stem(listed.get()), Stream.concat(Stream.of("server_system_title: octet-string(8) in call systemTitle"), keys.stream()).toList());
			return Inventory.stem(listed.get());
		}
		String name = "%sKeys".formatted(association);
		names.add(name);
		texts.add("""
				  %s: SecuritySetup version 1 %s {
				    security_policy = authenticated_request | encrypted_request
				    security_suite = %s
				    client_system_title: octet-string(8) in nvm
				    server_system_title: octet-string(8) in call systemTitle
				    certificates = []
				    %s
				  }
				""".formatted(name, free(SECURITY, KEYS, keyGroups), need.needsPublicKeys() ? "suite_1" : "suite_0", String.join("\n    ", keys)));
		return name;
	}

	/** Returns the object that the companion lists for an association: what is left of its name is part of the role's, or of the association's. */
	private Optional<Requirement> listed(int classId, Need need) {
		String whose = "%s %s".formatted(need.name(), need.role().map(Role::getName).orElse("")).toLowerCase(Locale.ROOT);
		return Inventory.requirements(inventory.meter()).filter(each -> each.getKind() == RequirementKind.REQUIRE && each.getClassId() == classId && !each.getLogicalName().equals(OBJECT))
				.filter(each -> !bare(each).isEmpty() && whose.contains(bare(each))).findFirst();
	}

	private static String bare(Requirement requirement) {
		String name = Inventory.stem(requirement).toLowerCase(Locale.ROOT);
		return WORDS.stream().reduce(name, (left, word) -> left.replace(word, ""));
	}
}
