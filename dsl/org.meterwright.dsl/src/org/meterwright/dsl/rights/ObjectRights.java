// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.SelectorDefinition;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;

/** The rights to one object in one association while its grants are applied. Modes are the bits of {@link AccessModes}. */
final class ObjectRights {
	private static final int OMITTED = -1;

	private static final Comparator<Attribute> BY_INDEX = (one, other) -> Integer.compare(one.getDefinition().getIndex(), other.getDefinition().getIndex());

	private final CosemObject object;
	private final boolean selective;
	private final List<Attribute> attributes;
	private final int[] attributeModes;
	private final SelectorChoice[] selectors;
	private final int[] methodModes;

	ObjectRights(CosemObject object, boolean selective) {
		this.object = object;
		this.selective = selective;
		attributes = new ArrayList<>(object.getAttributes());
		attributes.sort(BY_INDEX);
		attributeModes = new int[attributes.size()];
		selectors = new SelectorChoice[attributeModes.length];
		Arrays.fill(selectors, SelectorChoice.UNSAID);
		methodModes = new int[object.getInterfaceClass().getMethods().size()];
	}

	/** Applies a line of rights to a part and returns how many attributes and methods it was about. */
	int apply(Grant grant, Part part, IntPredicate attributeExcepted, IntPredicate methodExcepted) {
		int touched = 0;
		for (int i = 0; i < attributeModes.length; i++) {
			Attribute attribute = attributes.get(i);
			int bits = bits(grant, part, attribute);
			if (bits != 0 && attributeModes[i] != OMITTED && !attributeExcepted.test(attribute.getDefinition().getIndex())) {
				applyToAttribute(grant, i, bits, part);
				touched++;
			}
		}
		for (int i = 0; i < methodModes.length; i++) {
			int index = method(i).getIndex();
			if (grant.methodBits() != 0 && methodModes[i] != OMITTED && covers(part, index) && !methodExcepted.test(index)) {
				methodModes[i] = change(grant, methodModes[i], grant.methodBits());
				touched++;
			}
		}
		return touched;
	}

	private void applyToAttribute(Grant grant, int position, int bits, Part part) {
		attributeModes[position] = change(grant, attributeModes[position], bits);
		boolean named = part instanceof Part.OfAttribute;
		if (grant.selectors() instanceof SelectorChoice.Only only && (named || only.selectors().isEmpty() || !declared(position).isEmpty())) {
			selectors[position] = only;
		}
	}

	/** Leaves a part out of the entry. */
	void omit(Part part) {
		for (int i = 0; i < attributeModes.length; i++) {
			if (part instanceof Part.OfAttribute named && named.index() == attributes.get(i).getDefinition().getIndex()) {
				attributeModes[i] = OMITTED;
			}
		}
		for (int i = 0; i < methodModes.length; i++) {
			if (part instanceof Part.OfMethod named && named.index() == method(i).getIndex()) {
				methodModes[i] = OMITTED;
			}
		}
	}

	private static int change(Grant grant, int mode, int bits) {
		return grant.deny() ? ModeBits.deny(mode, bits) : ModeBits.grant(mode, bits, grant.protection());
	}

	private static int bits(Grant grant, Part part, Attribute attribute) {
		return switch (part) {
			case Part.OfAttribute named -> named.index() == attribute.getDefinition().getIndex() ? grant.attributeBits() : 0;
			case Part.OfMethod method -> 0;
			case Part.Whole whole -> grant.attributeBits() & (grant.deny() ? ModeBits.ACCESS : Offered.by(attribute));
		};
	}

	private static boolean covers(Part part, int method) {
		return part instanceof Part.Whole || part instanceof Part.OfMethod named && named.index() == method;
	}

	private MethodDefinition method(int position) {
		return object.getInterfaceClass().getMethods().get(position);
	}

	private List<Integer> declared(int position) {
		return declared(attributes.get(position).getDefinition());
	}

	private static List<Integer> declared(AttributeDefinition definition) {
		return definition.getSelectors().isEmpty() ? List.of() : definition.getSelectors().stream().map(SelectorDefinition::getSelector).toList();
	}

	/** Returns the selectors that are offered where nothing is said: those of the class, to who may read and has selective access at all. */
	static List<Integer> usual(AttributeDefinition definition, int mode, boolean selective) {
		return selective && (mode & AccessModes.READ) != 0 ? declared(definition) : List.of();
	}

	/** Tells whether any right has a protection that is not among some bits. */
	boolean needsMoreThan(int protection) {
		int outside = ~(ModeBits.ACCESS | protection);
		return Arrays.stream(attributeModes).anyMatch(mode -> mode != OMITTED && (mode & outside) != 0)
				|| Arrays.stream(methodModes).anyMatch(mode -> mode != OMITTED && (mode & outside) != 0);
	}

	/** Makes the element of object_list. */
	ObjectListEntry entry(SharedRights shared) {
		ObjectListEntry entry = CosemFactory.eINSTANCE.createObjectListEntry();
		entry.setObject(object);
		entry.setRights(shared.of(form(), form -> AccessRights.of(attributeRights(), methodRights())));
		return entry;
	}

	private SharedRights.Form form() {
		int[] indexes = new int[attributeModes.length];
		for (int i = 0; i < indexes.length; i++) {
			indexes[i] = attributes.get(i).getDefinition().getIndex();
		}
		return new SharedRights.Form(object.getInterfaceClass(), indexes, attributeModes.clone(), List.of(selectors), methodModes.clone());
	}

	private List<AttributeAccess> attributeRights() {
		List<AttributeAccess> given = new ArrayList<>(attributeModes.length);
		for (int i = 0; i < attributeModes.length; i++) {
			if (attributeModes[i] != OMITTED) {
				given.add(attributeAccess(i));
			}
		}
		return given;
	}

	private List<MethodAccess> methodRights() {
		List<MethodAccess> given = new ArrayList<>(methodModes.length);
		for (int i = 0; i < methodModes.length; i++) {
			if (methodModes[i] != OMITTED) {
				given.add(new MethodAccess(method(i).getIndex(), methodModes[i]));
			}
		}
		return given;
	}

	private AttributeAccess attributeAccess(int position) {
		AttributeDefinition definition = attributes.get(position).getDefinition();
		List<Integer> offered = switch (selectors[position]) {
			case SelectorChoice.Only only -> only.selectors();
			case SelectorChoice.Unsaid unsaid -> usual(definition, attributeModes[position], selective);
		};
		return new AttributeAccess(definition.getIndex(), attributeModes[position], offered);
	}
}
