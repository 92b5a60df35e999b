// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.DemandDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.RequiredAssociationDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.SwitchDecl;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.VariantDecl;

/** The names that the text of one meter or companion sees: its own, those of its bases and companions, in all branches of switches. */
public final class Scope {

	/**
	 * A declaration with its owner.
	 *
	 * @param kind   what is declared
	 * @param device logical device; empty for the default one and for things of the whole meter
	 * @param name   name
	 * @param node   declaration
	 * @param owner  meter or companion that has it
	 */
	public record Declared(SymbolKind kind, String device, String name, EObject node, EObject owner) {
	}

	private final List<EObject> chain;
	private final Map<String, List<Declared>> names = new LinkedHashMap<>();
	private final Set<String> devices = new LinkedHashSet<>();
	private String home = "";

	/**
	 * Collects names.
	 *
	 * @param chain companions and bases, oldest first, and the owner itself last
	 * @param parts the items of each with those of its layers
	 */
	Scope(List<EObject> chain, Map<EObject, List<EObject>> parts) {
		this.chain = List.copyOf(chain);
		parts.values().forEach(items -> items.forEach(this::device));
		for (EObject owner : chain) {
			parts.getOrDefault(owner, List.of()).forEach(item -> walk(owner, item, ""));
		}
	}

	private void device(EObject item) {
		if (item instanceof DeviceDecl device && device.getName() != null) {
			devices.add(device.getName());
			home = home.isEmpty() || "1".equals(device.getSap()) ? device.getName() : home;
		} else if (item instanceof IfItem branch) {
			branch.getItems().forEach(this::device);
			branch.getElseItems().forEach(this::device);
		}
	}

	private void walk(EObject owner, EObject item, String device) {
		switch (item) {
			case IfItem it -> {
				it.getItems().forEach(each -> walk(owner, each, device));
				it.getElseItems().forEach(each -> walk(owner, each, device));
			}
			case DeviceDecl it -> {
				add(owner, SymbolKind.DEVICE, "", it.getName(), it);
				it.getItems().forEach(each -> walk(owner, each, normal(it.getName())));
			}
			case OverrideItem it when it.getItem() != null -> walk(owner, it.getItem(), device);
			case RequirementDecl it when it.getObject() != null -> add(owner, SymbolKind.REQUIREMENT, "", it.getObject().getName(), it.getObject());
			case SwitchDecl it -> it.getNames().forEach(name -> add(owner, SymbolKind.SWITCH, "", name, it));
			case null -> {
				// An item that is being typed.
			}
			default -> named(owner, item, device);
		}
	}

	private void named(EObject owner, EObject item, String device) {
		switch (item) {
			case ObjectDecl it -> add(owner, SymbolKind.OBJECT, device, it.getName(), it);
			case GroupDecl it -> add(owner, SymbolKind.GROUP, device, it.getName(), it);
			case AssociationDecl it -> add(owner, SymbolKind.ASSOCIATION, "", it.getName(), it);
			case PushDecl it -> add(owner, SymbolKind.PUSH, "", it.getName(), it);
			case EventDecl it -> add(owner, SymbolKind.EVENT, "", it.getName(), it);
			case AlertDecl it -> add(owner, SymbolKind.ALERT, "", it.getName(), it);
			case ReactionDecl it -> add(owner, SymbolKind.REACTION, "", it.getName(), it);
			case RoleDecl it -> add(owner, SymbolKind.ROLE, "", it.getName(), it);
			case DemandDecl it -> add(owner, SymbolKind.DEMAND, "", it.getName(), it);
			case RequiredAssociationDecl it -> add(owner, SymbolKind.DEMAND, "", it.getName(), it);
			case UseCaseDecl it -> add(owner, SymbolKind.USE_CASE, "", it.getName(), it);
			case IndexDecl it -> add(owner, SymbolKind.INDEX, "", it.getName(), it);
			case VariantDecl it -> add(owner, SymbolKind.VARIANT, "", it.getName(), it);
			case PropertyDecl it -> add(owner, SymbolKind.PROPERTY, "", it.getName(), it);
			default -> {
				// Nothing else has a name.
			}
		}
	}

	private void add(EObject owner, SymbolKind kind, String device, String name, EObject node) {
		if (name != null) {
			names.computeIfAbsent(name, key -> new ArrayList<>(1)).add(new Declared(kind, device, name, node, owner));
		}
	}

	/** Returns the device as names say it: empty for the default one. */
	public String normal(String device) {
		return device == null || device.equals(home) ? "" : device;
	}

	/** Tells whether a name is that of a logical device. */
	public boolean isDevice(String name) {
		return devices.contains(name);
	}

	/** Returns the owner: meter or companion. */
	public EObject owner() {
		return chain.getLast();
	}

	/** Returns companions, bases and the owner, oldest first. */
	public List<EObject> chain() {
		return chain;
	}

	/** Finds what a name stands for as seen from a device: there first, then anywhere in the meter. What overrides is found before what is overridden. */
	public Optional<Declared> find(String device, String name, Collection<SymbolKind> kinds) {
		List<Declared> found = names.getOrDefault(name, List.of()).stream().filter(each -> kinds.contains(each.kind())).toList();
		return found.reversed().stream().filter(each -> each.device().equals(device)).findFirst().or(() -> found.reversed().stream().findFirst());
	}

	/** Finds all declarations of a name. */
	public List<Declared> all(String name) {
		return names.getOrDefault(name, List.of());
	}

	/** Returns everything that is declared, by kind. */
	public List<Declared> all(Collection<SymbolKind> kinds) {
		return names.values().stream().flatMap(List::stream).filter(each -> kinds.contains(each.kind())).toList();
	}

	/** Returns the oldest meter or companion of the chain that declares what a declaration declares. */
	EObject firstOwner(Declared declared) {
		List<EObject> owners = names.get(declared.name()).stream().filter(each -> each.kind() == declared.kind() && each.device().equals(declared.device()))
				.map(Declared::owner).toList();
		return chain.stream().filter(owners::contains).findFirst().orElse(declared.owner());
	}
}
