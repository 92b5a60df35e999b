// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.DemandDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.MemoryDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;
import org.meterwright.dsl.cosemDsl.RequiredAssociationDecl;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.VariantDecl;

/** By what an item is the same as another: kind, device and name. */
final class ItemKey {
	private ItemKey() {
	}

	static Optional<String> of(EObject node, String device) {
		return switch (node) {
			case ObjectDecl it -> key("object", device, it.getName());
			case GroupDecl it -> key("object", device, it.getName());
			case AssociationDecl it -> key("association", "", it.getName());
			case PushDecl it -> key("push", "", it.getName());
			case EventDecl it -> key("event", "", it.getName());
			case AlertDecl it -> key("alert", "", it.getName());
			case ReactionDecl it -> it.getName() == null ? Optional.empty() : key("reaction", "", it.getName());
			case IndexDecl it -> key("index", "", it.getName());
			case PropertyDecl it -> key("property", "", it.getName());
			case MemoryDecl it -> key("memory", "", it.getKind());
			case RoleDecl it -> key("role", "", it.getName());
			case VariantDecl it -> key("variant", "", it.getName());
			case UseCaseDecl it -> key("usecase", "", it.getName());
			case RequirementDecl it -> key("requirement", "", it.getObject().getName());
			case DemandDecl it -> key("demand", "", it.getName());
			case RequiredAssociationDecl it -> key("demand", "", it.getName());
			default -> Optional.empty();
		};
	}

	private static Optional<String> key(String kind, String device, String name) {
		return Optional.of(text(kind, device, String.valueOf(name)));
	}

	/** Returns the key of an item. */
	static String text(String kind, String device, String name) {
		return kind + " " + device + " " + name;
	}

	/** Returns the kind of item that a key is about. */
	static String kind(String key) {
		return key.substring(0, key.indexOf(' '));
	}

	/** Returns the name that a key is about. */
	static String name(String key) {
		return key.substring(key.lastIndexOf(' ') + 1);
	}

	/** Names the item that a part of the text stands in. */
	static String around(EObject part) {
		for (EObject at = part; at != null; at = at.eContainer()) {
			Optional<String> key = of(at, "");
			if (key.isPresent()) {
				return describe(at);
			}
		}
		return "this";
	}

	/** Names an item for users. */
	static String describe(EObject node) {
		return of(node, "").map(key -> key.replaceAll(" +", " ")).orElse("this");
	}

	/** Tells whether only companions have such items: a later version says them anew or removes them, a meter cannot. */
	static boolean isCompanions(EObject node) {
		return node instanceof RequirementDecl || node instanceof DemandDecl || node instanceof RequiredAssociationDecl || node instanceof UseCaseDecl;
	}

	/** Tells whether an item takes the place of one before it without {@code override}: facts that a companion only suggests. */
	static boolean mayReplace(Entry<?> entry, Entry<?> before) {
		boolean said = entry.node() instanceof RoleDecl || isCompanions(entry.node());
		boolean suggested = before.layer().isCompanion() && (entry.node() instanceof PropertyDecl || entry.node() instanceof MemoryDecl);
		return (said || suggested) && entry.layer().owner() != before.layer().owner();
	}
}
