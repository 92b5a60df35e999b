// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Reference;

/** Which methods something in the meter calls, and which push set-ups something sends: reactions, scripts, clients. */
final class Uses {
	private static final int CAPTURE = 2;
	private static final int PUSH = 1;

	private final Set<Call> calls = new HashSet<>();
	private final Set<Push> pushes = new HashSet<>();

	private final Facts facts;

	private Uses(Facts facts) {
		this.facts = facts;
		facts.meter().getReactions().stream().flatMap(Uses::actions).forEach(this::add);
		facts.objects().forEach(object -> object.getAttributes().forEach(attribute -> addCalls(attribute, facts)));
	}

	static Uses of(Facts facts) {
		return facts.once(Uses.class, () -> new Uses(facts));
	}

	/** Returns what a reaction does, both ways. */
	static Stream<Action> actions(Reaction reaction) {
		return Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream());
	}

	private void add(Action action) {
		switch (action) {
			case CaptureAction capture -> calls.add(new Call(capture.getProfile(), CAPTURE));
			case LogAction log -> calls.add(new Call(log.getLog(), CAPTURE));
			case MethodAction call -> calls.add(new Call(call.getObject(), call.getMethod()));
			case PushAction push -> add(push.getPush());
			case AlertAction alert when alert.getAlert() != null -> {
				alert.getAlert().getLogs().forEach(log -> calls.add(new Call(log, CAPTURE)));
				add(alert.getAlert().getPush());
			}
			default -> {
				// sets values, raises events, runs scripts: no call of its own
			}
		}
	}

	private void addCalls(Attribute attribute, Facts facts) {
		for (Reference reference : facts.references(attribute)) {
			if (reference.kind() == Reference.Kind.METHOD) {
				facts.target(reference).ifPresent(target -> calls.add(new Call(target, reference.member())));
			}
		}
	}

	private void add(Push push) {
		if (push != null) {
			pushes.add(push);
			calls.add(new Call(push.getObject(), PUSH));
		}
	}

	boolean calls(CosemObject object, int method) {
		return calls.contains(new Call(object, method)) || facts.associations().anyMatch(association -> facts.rights(association).calls(object, method));
	}

	boolean sends(Push push) {
		return pushes.contains(push) || push.getObject() != null && calls(push.getObject(), PUSH);
	}

	private record Call(CosemObject object, int method) {
	}
}
