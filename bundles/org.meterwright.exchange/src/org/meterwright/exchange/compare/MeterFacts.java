// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.cosem.words.AccessWords;

/**
 * A meter as a list of facts, one a line, whatever text says it: for line-by-line tools such as a diff, and for merging. Objects are known
 * by class and logical name. The order of the object lists and objects that elaboration makes for itself are left out.
 */
public final class MeterFacts {
	private final View view;
	private final Map<String, Fact> facts = new LinkedHashMap<>();

	/**
	 * A fact.
	 *
	 * @param subject what it is about
	 * @param member  attribute or other part; empty: that it is there
	 * @param words   what is said, in words
	 * @param exact   what is said, to the octet; two facts are the same when this is
	 */
	public record Fact(String subject, String member, String words, String exact) {

		/** Returns what tells it from the others. */
		public String key() {
			return member.isEmpty() ? subject : "%s.%s".formatted(subject, member);
		}

		@Override
		public String toString() {
			return words.isEmpty() ? key() : "%s: %s".formatted(key(), words);
		}
	}

	private MeterFacts(View view) {
		this.view = view;
	}

	/** Lists the facts of a meter by their keys, in the order of the model. */
	public static Map<String, Fact> of(Meter meter) {
		MeterFacts all = new MeterFacts(View.of(Side.of("", meter, new ModelWording(meter))));
		all.meter(meter);
		return all.facts;
	}

	/** Returns the facts as text, a line each. */
	public static String text(Meter meter) {
		StringBuilder text = new StringBuilder();
		of(meter).values().forEach(fact -> text.append(fact.toString().replace('\n', ' ')).append('\n'));
		return text.toString();
	}

	private void add(String subject, String member, String words) {
		add(subject, member, words, words);
	}

	private void add(String subject, String member, String words, String exact) {
		Fact fact = new Fact(subject, member, words, exact);
		facts.merge(fact.key(), fact, (first, second) -> new Fact(first.subject, first.member, "%s, and again %s".formatted(first.words, second.words).strip(),
				"%s; %s".formatted(first.exact, second.exact)));
	}

	private void meter(Meter meter) {
		add("meter %s".formatted(Subjects.text(meter.getName())), "", meter.getSwitches().isEmpty() ? "" : "with %s".formatted(String.join(", ", meter.getSwitches())));
		meter.getProperties().forEach(property -> add("property %s".formatted(Subjects.text(property.getName())), "", view.wording().value(new DataType.Any(), property.getValue())));
		meter.getBudgets().forEach(budget -> add("memory %s".formatted(budget.getStorage().getName()), "", "%d octets".formatted(budget.getBytes())));
		for (LogicalDevice device : meter.getDevices()) {
			add("device %d".formatted(device.getSap()), "", "%s named \"%s\"".formatted(Subjects.text(device.getName()), Subjects.text(device.getLogicalDeviceName())));
			device.getObjects().stream().filter(object -> !object.isGenerated() || !object.isInternal()).forEach(object -> object(device, object));
			device.getAssociations().forEach(association -> association(device, association));
		}
		meter.getEvents().forEach(this::event);
		meter.getAlerts().forEach(this::alert);
		meter.getPushes().forEach(this::push);
		meter.getReactions().forEach(this::reaction);
	}

	private String subject(LogicalDevice device, CosemObject object) {
		return view.meter().getDevices().size() < 2 ? Subjects.className(object) : "%d/%s".formatted(device.getSap(), Subjects.className(object));
	}

	private void object(LogicalDevice device, CosemObject object) {
		String subject = subject(device, object);
		String name = Subjects.text(object.getName()).isEmpty() ? "" : "%s, ".formatted(object.getName());
		add(subject, "", "%sversion %d%s".formatted(name, CosemObjects.version(object), object.isInternal() ? ", internal" : ""));
		for (Attribute attribute : object.getAttributes()) {
			int index = CosemObjects.index(attribute);
			if (index != 1 && !view.visibility().isDerived(object, index)) {
				attribute(device, object, subject, attribute);
			}
		}
		object.getKeys().forEach(key -> add(subject, "key %s".formatted(Subjects.text(key.getName())), "slot %d".formatted(key.getSlot())));
		if (object.getActive() != null) {
			add(subject, "passive", "of %s".formatted(References.name(object.getActive())));
		}
	}

	private void attribute(LogicalDevice device, CosemObject object, String subject, Attribute attribute) {
		String name = AttributeComparer.name(attribute);
		AttributeRole role = AttributeRole.of(CosemObjects.classId(object), CosemObjects.index(attribute), name);
		Optional<Value> value = CosemObjects.value(attribute);
		String type = attribute.getType() == null ? "any" : TypeNotation.brief(attribute.getType());
		String storage = attribute.getStorage() == Storage.CALL ? "call %s".formatted(attribute.getHandler()) : attribute.getStorage().getName();
		String bounds = bounds(attribute);
		if (role == AttributeRole.SCRIPTS && value.isPresent()) {
			Script.listOf(value.get()).forEach(script -> add(subject, "script %d".formatted(script.id()), References.script(view, device, script)));
			add(subject, name, "in %s%s".formatted(storage, bounds));
			return;
		}
		String words = value.map(it -> role == AttributeRole.COLUMNS || role == AttributeRole.PUSH_CONTENT ? columns(device, attribute, it) : view.wording().value(attribute, it)).orElse("");
		add(subject, name, "%s%s in %s%s".formatted(type, words.isEmpty() ? "" : " = %s".formatted(words), storage, bounds),
				"%s = %s in %s%s".formatted(attribute.getType(), value.map(Value::toString).orElse(""), storage, bounds));
	}

	private String columns(LogicalDevice device, Attribute attribute, Value value) {
		DataType element = attribute.getType() != null && attribute.getType().bare() instanceof DataType.ArrayOf array ? array.element() : new DataType.Any();
		return String.join(", ", Values.parts(value).stream().map(each -> References.element(view, device, element, each)).toList());
	}

	private String bounds(Attribute attribute) {
		String range = attribute.getMinimum() == null && attribute.getMaximum() == null ? ""
				: " range %s..%s".formatted(attribute.getMinimum() == null ? "*" : view.wording().value(attribute, attribute.getMinimum()),
						attribute.getMaximum() == null ? "*" : view.wording().value(attribute, attribute.getMaximum()));
		return attribute.getMaximumLength() == 0 ? range : "%s max %d".formatted(range, attribute.getMaximumLength());
	}

	private void association(LogicalDevice device, Association association) {
		String subject = "association %d to %d".formatted(association.getClientSap(), device.getSap());
		add(subject, "", "%s, %s".formatted(Subjects.text(association.getName()), association.getObject() == null ? "" : association.getObject().getLogicalName()));
		add(subject, "context", association.getContext().getName());
		add(subject, "mechanism", AccessWords.mechanism(association.getMechanism()));
		add(subject, "security", References.name(association.getSecurity()));
		add(subject, "secret", "slot %d".formatted(association.getSecretSlot()));
		add(subject, "pdu", String.valueOf(association.getMaximumPdu()));
		add(subject, "role", References.name(association.getRole()));
		Modes.services(association.getConformance()).forEach(service -> add(subject, "conformance %s".formatted(service), ""));
		association.getEntries().forEach(entry -> entry(device, subject, entry));
	}

	private void entry(LogicalDevice device, String subject, ObjectListEntry entry) {
		String shown = entry.getObject() == null ? "nothing" : subject(device, entry.getObject());
		add(subject, "show %s".formatted(shown), "");
		for (AttributeAccess access : entry.getRights().attributes()) {
			if (access.mode() != 0) {
				String selectors = access.selectors().isEmpty() ? "" : ", selecting %s".formatted(access.selectors());
				add(subject, "%s %s".formatted(shown, member(References.attribute(entry.getObject(), access.index()), entry)), AccessWords.attribute(access.mode()) + selectors);
			}
		}
		for (MethodAccess access : entry.getRights().methods()) {
			if (access.mode() != 0) {
				add(subject, "%s %s()".formatted(shown, member(References.method(entry.getObject(), access.index()), entry)), AccessWords.method(access.mode()));
			}
		}
	}

	private static String member(String reference, ObjectListEntry entry) {
		return reference.substring(References.name(entry.getObject()).length() + 1);
	}

	private void event(Event event) {
		add("event %s".formatted(Subjects.text(event.getName())), "", "%s from %s".formatted(Subjects.code(event.getCode()), event.getSource().getName()));
	}

	private void alert(Alert alert) {
		String subject = "alert %s".formatted(Subjects.text(alert.getName()));
		add(subject, "", "%s%s%s, message %s".formatted(Subjects.code(alert.getCode()), alert.isCritical() ? ", critical" : "", alert.isAlways() ? ", always" : "",
				Subjects.code(alert.getMessage())));
		add(subject, "to", names(alert.getRecipients()));
		add(subject, "events", names(alert.getEvents()));
		add(subject, "logs", names(alert.getLogs()));
		add(subject, "carries", String.join(", ", alert.getColumns().stream().map(References::column).toList()));
		add(subject, "via", "%s, protected by %s".formatted(References.name(alert.getPush()), References.name(alert.getProtection())));
	}

	private static String names(Collection<? extends Element> elements) {
		return String.join(", ", elements.stream().map(References::name).toList());
	}

	private void push(Push push) {
		String subject = "push %s".formatted(Subjects.text(push.getName()));
		add(subject, "", "%s to %s".formatted(References.name(push.getObject()), References.name(push.getPartner())));
		add(subject, "sends", String.join(", ", push.getColumns().stream().map(References::column).toList()));
		add(subject, "protection", "%s by %s".formatted(Modes.protectionWords(push.getProtection()), References.name(push.getSecurity())));
	}

	private void reaction(Reaction reaction) {
		List<String> words = new ArrayList<>();
		reaction.getActions().forEach(action -> words.add(Reactions.words(action, view.wording())));
		List<String> back = reaction.getReturnActions().stream().map(action -> Reactions.words(action, view.wording())).toList();
		String trigger = Reactions.words(reaction.getTrigger(), view.wording());
		String subject = reaction.getObject() == null || reaction.getObject().isGenerated() ? "reaction %s".formatted(trigger) : "reaction %s".formatted(References.name(reaction.getObject()));
		add(subject, "", "%s%s { %s }%s".formatted(trigger, reaction.getGuard() == null ? "" : " unless %s".formatted(References.name(reaction.getGuard())), String.join("; ", words),
				back.isEmpty() ? "" : " return { %s }".formatted(String.join("; ", back))));
	}
}
