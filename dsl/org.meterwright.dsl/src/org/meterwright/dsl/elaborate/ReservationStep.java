// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.cosemDsl.AssociationDecl;
import org.meterwright.dsl.cosemDsl.Family;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.PushDecl;
import org.meterwright.dsl.cosemDsl.ReactionDecl;

/** Marks every logical name that the text gives as taken before any is allocated, so that allocation does not depend on the order of steps. */
final class ReservationStep implements Step {

	@Override
	public void run(Elaboration elaboration) {
		for (Entry<ObjectDecl> entry : elaboration.items().of(ObjectDecl.class)) {
			Heads.newestFirst(entry).forEach(each -> reserve(elaboration, entry.device(), each.node().getLn(), Heads.family(entry).orElse(null)));
		}
		for (Entry<AssociationDecl> entry : elaboration.items().of(AssociationDecl.class)) {
			String device = Heads.newest(entry, AssociationDecl::getDevice).orElse("");
			Heads.newest(entry, AssociationDecl::getLn).ifPresent(name -> reserve(elaboration, device, name, null));
		}
		for (String device : elaboration.symbols().devices()) {
			elaboration.items().of(PushDecl.class).forEach(entry -> Heads.newest(entry, PushDecl::getLn)
					.ifPresent(name -> reserve(elaboration, device, name, Heads.newest(entry, PushDecl::getFamily).orElse(null))));
			elaboration.items().of(ReactionDecl.class).forEach(entry -> Heads.newest(entry, ReactionDecl::getLn)
					.ifPresent(name -> reserve(elaboration, device, name, Heads.newest(entry, ReactionDecl::getFamily).orElse(null))));
		}
	}

	private static void reserve(Elaboration elaboration, String device, String text, Family family) {
		if (text == null || family != null && elaboration.items().index(family.getIndex()).isEmpty()) {
			return;
		}
		for (Env env : elaboration.members(family)) {
			try {
				LogicalName name = LogicalNameText.parse(elaboration.declaration(), text, env);
				elaboration.logicalNames().take(device, name);
			} catch (ValueProblem problem) {
				// the step that makes the object reports it
			}
		}
	}
}
