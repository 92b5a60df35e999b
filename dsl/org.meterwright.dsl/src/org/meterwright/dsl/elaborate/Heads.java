// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.IndexExpr;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/**
 * The heads of what is overridden: a part that {@code override} does not write is as it was before. An object that is overridden in
 * another class begins anew: nothing of the one before is kept.
 */
public final class Heads {
	private Heads() {
	}

	/** Returns an item and what it overrides, newest first, as far as it is of the same syntax class. */
	@SuppressWarnings("unchecked")
	public static <T extends EObject> List<Entry<T>> newestFirst(Entry<T> entry) {
		if (entry.replaced().isEmpty()) {
			return List.of(entry);
		}
		List<Entry<T>> layers = new ArrayList<>();
		Optional<Entry<?>> next = Optional.of(entry);
		while (next.isPresent() && next.get().node().eClass() == entry.node().eClass()) {
			layers.add((Entry<T>) next.get());
			next = next.get().replaced();
		}
		return layers;
	}

	/** Returns the newest value of a part of the head that is written. */
	public static <T extends EObject, V> Optional<V> newest(Entry<T> entry, Function<T, V> part) {
		if (entry.replaced().isEmpty()) {
			return Optional.ofNullable(part.apply(entry.node()));
		}
		return newestFirst(entry).stream().map(Entry::node).map(part).filter(each -> each != null).findFirst();
	}

	/** Returns the newest node that writes a part of the head; the item itself where none does. */
	public static <T extends EObject> T writing(Entry<T> entry, Predicate<T> writes) {
		return newestFirst(entry).stream().map(Entry::node).filter(writes).findFirst().orElse(entry.node());
	}

	/** Returns the declaration that says of which class an object is: families are declared there, and names lead to it. */
	public static ObjectDecl declaring(Entry<ObjectDecl> entry) {
		if (entry.replaced().isEmpty()) {
			return entry.node();
		}
		return writing(entry, node -> node.getInterfaceClass() != null && node.getMember() == null);
	}

	/** Returns the layers that say how an object, or a member of a family, is: oldest first, none from before another class was chosen. */
	static List<Entry<ObjectDecl>> layers(Entry<ObjectDecl> entry, Env env) {
		if (entry.replaced().isEmpty()) {
			return applies(entry.node(), env) ? List.of(entry) : List.of();
		}
		List<Entry<ObjectDecl>> layers = new ArrayList<>();
		String name = null;
		for (Entry<ObjectDecl> each : newestFirst(entry)) {
			String own = each.node().getInterfaceClass();
			if (!applies(each.node(), env)) {
				continue;
			}
			if (name != null && own != null && !own.equals(name)) {
				break;
			}
			name = name == null ? own : name;
			layers.addFirst(each);
		}
		return layers;
	}

	/** Returns the newest value of a part of the head that is written for a member of a family. */
	static <V> Optional<V> newest(Entry<ObjectDecl> entry, Env env, Function<ObjectDecl, V> part) {
		if (entry.replaced().isEmpty()) {
			return Optional.ofNullable(part.apply(entry.node()));
		}
		return layers(entry, env).reversed().stream().map(Entry::node).map(part).filter(each -> each != null).findFirst();
	}

	/** Returns the family that an object is declared with; an index of its own makes another one. */
	static Optional<Family> family(Entry<ObjectDecl> entry) {
		ObjectDecl declaring = declaring(entry);
		for (Entry<ObjectDecl> each : newestFirst(entry)) {
			if (each.node().getFamily() != null || each.node() == declaring) {
				return Optional.ofNullable(each.node().getFamily());
			}
		}
		return Optional.empty();
	}

	/** Tells whether no client sees an object: the newest complete head decides, later ones may add it. */
	static boolean isInternal(Entry<ObjectDecl> entry, Env env) {
		for (Entry<ObjectDecl> each : layers(entry, env).reversed()) {
			if (each.node().isInternal() || each.node().getInterfaceClass() != null) {
				return each.node().isInternal();
			}
		}
		return false;
	}

	/** Tells whether an override is about a member of a family: {@code override rate[3] { ... }} is not about the others. */
	static boolean applies(ObjectDecl node, Env env) {
		IndexExpr member = node.getMember();
		if (member == null || member.isAll()) {
			return true;
		}
		if (env.binders().isEmpty()) {
			return false;
		}
		IndexEntry own = env.binders().values().iterator().next();
		if (member.getAt() != null) {
			return own.name().equals(member.getAt());
		}
		long from = Numerals.longOf(member.getFrom());
		long to = member.getTo() == null ? from : Numerals.longOf(member.getTo());
		return own.name().equals(Integer.toString(own.value())) && own.value() >= from && own.value() <= to;
	}

	/** Returns an environment in which the binders of all layers stand for the same entry, so that the lines of each may use their own. */
	public static <T extends EObject> Env widen(Entry<T> entry, Env env, Function<T, Family> family) {
		Map<String, IndexEntry> binders = new LinkedHashMap<>(env.binders());
		Optional<IndexEntry> own = env.binders().values().stream().findFirst();
		own.ifPresent(index -> newestFirst(entry).stream().map(Entry::node).map(family).filter(each -> each != null)
				.forEach(each -> binders.putIfAbsent(each.getBinder(), index)));
		return new Env(binders);
	}
}
