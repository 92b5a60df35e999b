// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on the rights that an association's object list gives. */
public final class RightRules implements RuleArea {
	/** Right to an attribute that is not there. */
	public static final String NO_ATTRIBUTE = "MW-RIGHT-001";
	/** Right to a method that is not there. */
	public static final String NO_METHOD = "MW-RIGHT-002";
	/** Write right on a constant. */
	public static final String WRITE_CONSTANT = "MW-RIGHT-003";
	/** Protection that the association's version cannot say. */
	public static final String MODE_OF_VERSION = "MW-RIGHT-004";
	/** Protection in a plain context. */
	public static final String PROTECTION_IN_PLAIN = "MW-RIGHT-005";
	/** Selector that the class does not have. */
	public static final String NO_SELECTOR = "MW-RIGHT-006";
	/** Secret that can be read. */
	public static final String SECRET_READABLE = "MW-RIGHT-007";
	/** Internal object in a list. */
	public static final String INTERNAL_LISTED = "MW-RIGHT-008";
	/** Objects shown without any right. */
	public static final String SHOWN_WITHOUT_RIGHT = "MW-RIGHT-009";
	/** Object listed twice. */
	public static final String LISTED_TWICE = "MW-RIGHT-010";
	/** Attribute or method twice in an entry. */
	public static final String GRANTED_TWICE = "MW-RIGHT-011";
	/** Logical name can be written. */
	public static final String NAME_WRITABLE = "MW-RIGHT-012";
	/** Objects that nobody can reach. */
	public static final String UNREACHABLE = "MW-RIGHT-013";
	/** Signature with suite 0. */
	public static final String SIGNATURE_SUITE = "MW-RIGHT-014";
	/** Keys changed without protection. */
	public static final String OPEN_KEYS = "MW-RIGHT-015";
	/** Object list that a client may change. */
	public static final String LIST_CHANGES = "MW-RIGHT-016";

	private static final int SIGNED = AccessModes.SIGNED_REQUEST | AccessModes.SIGNED_RESPONSE;
	private static final int NAMED_IN_MESSAGE = 3;
	private static final int FIRST_HIGH_MECHANISM = 2;
	private static final int ADD_OBJECT = 3;
	private static final int REMOVE_OBJECT = 4;

	@Override
	public void register(RuleBook book) {
		book.on(ObjectListEntry.class, NO_ATTRIBUTE, this::noAttribute);
		book.on(ObjectListEntry.class, NO_METHOD, this::noMethod);
		book.on(ObjectListEntry.class, WRITE_CONSTANT, this::writeConstant);
		book.on(ObjectListEntry.class, MODE_OF_VERSION, this::modeOfVersion);
		book.on(Association.class, PROTECTION_IN_PLAIN, this::protectionInPlain);
		book.on(ObjectListEntry.class, NO_SELECTOR, this::noSelector);
		book.on(ObjectListEntry.class, SECRET_READABLE, this::secretReadable);
		book.on(ObjectListEntry.class, INTERNAL_LISTED, this::internalListed);
		book.on(Association.class, SHOWN_WITHOUT_RIGHT, this::shownWithoutRight);
		book.on(Association.class, LISTED_TWICE, this::listedTwice);
		book.on(ObjectListEntry.class, GRANTED_TWICE, this::grantedTwice);
		book.on(ObjectListEntry.class, NAME_WRITABLE, this::nameWritable);
		book.on(LogicalDevice.class, UNREACHABLE, this::unreachable);
		book.on(Association.class, SIGNATURE_SUITE, this::signatureSuite);
		book.on(ObjectListEntry.class, OPEN_KEYS, this::openKeys);
		book.on(ObjectListEntry.class, LIST_CHANGES, this::listChanges);
	}

	private static Association association(ObjectListEntry entry) {
		return (Association) entry.eContainer();
	}

	private static boolean has(int mode, int bits) {
		return (mode & bits) != 0;
	}

	private void noAttribute(ObjectListEntry entry, Facts facts, Report report) {
		List<Attribute> attributes = entry.getObject().getAttributes();
		int position = 0;
		for (AttributeAccess access : entry.getRights().attributes()) {
			boolean next = position < attributes.size() && Facts.index(attributes.get(position++)) == access.index();
			if (!next && Facts.attribute(entry.getObject(), access.index()).isEmpty()) {
				report.on(entry, "%s has rights on attribute %d of %s, which is not there".formatted(association(entry).getName(), access.index(),
						Facts.label(entry.getObject())));
			}
		}
	}

	private void noMethod(ObjectListEntry entry, Facts facts, Report report) {
		for (MethodAccess access : entry.getRights().methods()) {
			if (!Facts.hasMethod(entry.getObject(), access.index())) {
				report.on(entry, "%s has rights on method %d of %s, which is not there".formatted(association(entry).getName(), access.index(),
						Facts.label(entry.getObject())));
			}
		}
	}

	private void writeConstant(ObjectListEntry entry, Facts facts, Report report) {
		if (!has(entry.getRights().modes(), AccessModes.WRITE)) {
			return;
		}
		for (AttributeAccess access : entry.getRights().attributes()) {
			boolean constant = Facts.attribute(entry.getObject(), access.index()).map(Attribute::getStorage).filter(Storage.ROM::equals).isPresent();
			if (has(access.mode(), AccessModes.WRITE) && constant && access.index() != 1) {
				report.on(entry.getObject(), access.index(), "%s may write %s of %s, but it is in rom; put it in nvm".formatted(
						association(entry).getName(), Facts.label(entry.getObject(), access.index()), Facts.label(entry.getObject())));
			}
		}
	}

	private void modeOfVersion(ObjectListEntry entry, Facts facts, Report report) {
		CosemObject object = association(entry).getObject();
		if (!Facts.is(object, ClassIds.ASSOCIATION_LN)) {
			return;
		}
		int version = object.getInterfaceClass().getVersion();
		if (!canSay(version, entry)) {
			report.on(entry, "the rights of %s on %s need version 3 of the association object; version %d cannot say them".formatted(
					association(entry).getName(), Facts.label(entry.getObject()), version));
		}
	}

	private static boolean canSay(int version, ObjectListEntry entry) {
		for (AttributeAccess access : entry.getRights().attributes()) {
			if (AccessModes.attributeWire(version, access.mode()).isEmpty()) {
				return false;
			}
		}
		for (MethodAccess access : entry.getRights().methods()) {
			if (AccessModes.methodWire(version, access.mode()).isEmpty()) {
				return false;
			}
		}
		return true;
	}

	private void protectionInPlain(Association association, Facts facts, Report report) {
		if (association.getContext() != Context.PLAIN) {
			return;
		}
		int demands = AccessModes.AUTHENTICATED_REQUEST | AccessModes.ENCRYPTED_REQUEST | AccessModes.SIGNED_REQUEST;
		long entries = association.getEntries().stream().filter(entry -> (entry.getRights().modes() & demands) != 0).count();
		if (entries > 0) {
			report.on(association, "%s is plain, so nobody can meet the protection that its rights on %d objects ask for".formatted(
					association.getName(), entries));
		}
	}

	private void noSelector(ObjectListEntry entry, Facts facts, Report report) {
		for (AttributeAccess access : entry.getRights().attributes()) {
			if (access.selectors().isEmpty()) {
				continue;
			}
			List<Integer> known = Facts.attribute(entry.getObject(), access.index()).map(Attribute::getDefinition)
					.map(definition -> definition.getSelectors().stream().map(selector -> selector.getSelector()).toList()).orElse(List.of());
			for (int selector : access.selectors()) {
				if (!known.contains(selector)) {
					report.on(entry, "%s offers selector %d on %s of %s, which the class does not define".formatted(association(entry).getName(),
							selector, Facts.label(entry.getObject(), access.index()), Facts.label(entry.getObject())), Integer.toString(selector));
				}
			}
		}
	}

	private void secretReadable(ObjectListEntry entry, Facts facts, Report report) {
		if (!hasSecret(entry.getObject())) {
			return;
		}
		for (AttributeAccess access : entry.getRights().attributes()) {
			boolean secret = Facts.attribute(entry.getObject(), access.index()).filter(attribute -> attribute.getDefinition().isSecret()).isPresent();
			if (secret && has(access.mode(), AccessModes.READ)) {
				report.on(entry, "%s may read %s of %s, which is a secret".formatted(association(entry).getName(),
						Facts.label(entry.getObject(), access.index()), Facts.label(entry.getObject())), Proposals.attribute(entry.getObject(), access.index()));
			}
		}
	}

	private static boolean hasSecret(CosemObject object) {
		for (Attribute attribute : object.getAttributes()) {
			if (attribute.getDefinition() != null && attribute.getDefinition().isSecret()) {
				return true;
			}
		}
		return false;
	}

	private void internalListed(ObjectListEntry entry, Facts facts, Report report) {
		if (entry.getObject().isInternal() && !Companions.of(facts).facesHan(association(entry))) {
			report.on(entry, "%s is internal, but %s lists it".formatted(Facts.label(entry.getObject()), association(entry).getName()));
		}
	}

	private static boolean hasNoRight(ObjectListEntry entry) {
		return entry.getRights().modes() == 0;
	}

	private void shownWithoutRight(Association association, Facts facts, Report report) {
		List<CosemObject> idle = association.getEntries().stream().filter(RightRules::hasNoRight).map(ObjectListEntry::getObject)
				.filter(object -> !object.isGenerated()).toList();
		if (!idle.isEmpty()) {
			report.on(association, "%s shows %d objects on which it has no right: %s".formatted(association.getName(), idle.size(), some(idle)), names(idle));
		}
	}

	/** Names objects as in a list of the text; nothing where one has no name. */
	private static String[] names(List<CosemObject> objects) {
		return objects.stream().anyMatch(object -> object.getName() == null) ? new String[0] : new String[] { objects.stream().map(CosemObject::getName).collect(Collectors.joining(", ")) };
	}

	/** Names the first few of many objects. */
	static String some(List<CosemObject> objects) {
		String names = objects.stream().limit(NAMED_IN_MESSAGE).map(Facts::label).collect(Collectors.joining(", "));
		return objects.size() > NAMED_IN_MESSAGE ? "%s, ...".formatted(names) : names;
	}

	private void listedTwice(Association association, Facts facts, Report report) {
		Set<CosemObject> seen = Collections.newSetFromMap(new IdentityHashMap<>(association.getEntries().size()));
		for (ObjectListEntry entry : association.getEntries()) {
			if (!seen.add(entry.getObject())) {
				report.on(entry, "%s lists %s twice".formatted(association.getName(), Facts.label(entry.getObject())));
			}
		}
	}

	private void grantedTwice(ObjectListEntry entry, Facts facts, Report report) {
		boolean distinct = ascend(entry.getRights().attributes(), AttributeAccess::index) && ascend(entry.getRights().methods(), MethodAccess::index);
		if (distinct) {
			return;
		}
		long attributes = entry.getRights().attributes().stream().map(AttributeAccess::index).distinct().count();
		long methods = entry.getRights().methods().stream().map(MethodAccess::index).distinct().count();
		if (attributes < entry.getRights().attributes().size() || methods < entry.getRights().methods().size()) {
			report.on(entry, "%s gives two rights on one attribute or method of %s".formatted(association(entry).getName(),
					Facts.label(entry.getObject())));
		}
	}

	/** Tells whether numbers ascend, as they nearly always do: then no two are the same. */
	private static <T> boolean ascend(List<T> rights, ToIntFunction<T> index) {
		for (int i = 1; i < rights.size(); i++) {
			if (index.applyAsInt(rights.get(i - 1)) >= index.applyAsInt(rights.get(i))) {
				return false;
			}
		}
		return true;
	}

	private void nameWritable(ObjectListEntry entry, Facts facts, Report report) {
		if (!has(entry.getRights().modes(), AccessModes.WRITE)) {
			return;
		}
		for (AttributeAccess access : entry.getRights().attributes()) {
			if (access.index() == 1 && has(access.mode(), AccessModes.WRITE)) {
				report.on(entry, "%s may write the logical name of %s".formatted(association(entry).getName(), Facts.label(entry.getObject())),
						Proposals.attribute(entry.getObject(), 1));
				return;
			}
		}
	}

	private void unreachable(LogicalDevice device, Facts facts, Report report) {
		Set<CosemObject> listed = facts.listed();
		List<CosemObject> hidden = device.getObjects().stream().filter(object -> !object.isInternal() && !object.isGenerated() && !listed.contains(object)).toList();
		if (!device.getAssociations().isEmpty() && !hidden.isEmpty()) {
			report.on(device, "no association shows %d objects that are not internal: %s".formatted(hidden.size(), some(hidden)), Stream.concat(device.getAssociations().stream().map(Association::getName).limit(1),
					Arrays.stream(names(hidden))).toArray(String[]::new));
		}
	}

	private void signatureSuite(Association association, Facts facts, Report report) {
		boolean unsigned = AssociationRules.hasSuite0(association.getSecurity());
		if (unsigned && association.getEntries().stream().anyMatch(entry -> (entry.getRights().modes() & SIGNED) != 0)) {
			report.on(association, "%s asks for signatures, but %s has suite 0, which has none".formatted(association.getName(),
					Facts.label(association.getSecurity())), Proposals.object(association.getSecurity()));
		}
	}

	private void openKeys(ObjectListEntry entry, Facts facts, Report report) {
		Association association = association(entry);
		boolean authenticated = association.getMechanism() >= FIRST_HIGH_MECHANISM && association.getContext() == Context.CIPHERED;
		if (Facts.is(entry.getObject(), ClassIds.SECURITY_SETUP) && calls(entry) && association.getMechanism() > 0 && !authenticated) {
			report.on(entry, "%s may change the keys of %s, but is not both ciphered and of high security".formatted(association.getName(),
					Facts.label(entry.getObject())), Proposals.object(entry.getObject()));
		}
	}

	private void listChanges(ObjectListEntry entry, Facts facts, Report report) {
		boolean changes = entry.getRights().methods().stream()
				.anyMatch(access -> has(access.mode(), AccessModes.ACCESS) && (access.index() == ADD_OBJECT || access.index() == REMOVE_OBJECT));
		if (changes && Facts.is(entry.getObject(), ClassIds.ASSOCIATION_LN)) {
			report.on(entry, "%s may change the object list of %s, but the generated firmware refuses add_object and remove_object: its object lists are constant"
					.formatted(association(entry).getName(), Facts.label(entry.getObject())));
		}
	}

	private static boolean calls(ObjectListEntry entry) {
		return entry.getRights().methods().stream().anyMatch(access -> has(access.mode(), AccessModes.ACCESS));
	}
}
