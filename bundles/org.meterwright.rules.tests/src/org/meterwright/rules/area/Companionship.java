// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.rules.area.Sample.call;
import static org.meterwright.rules.area.Sample.script;
import static org.meterwright.rules.area.Sample.write;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.value.Origin;

/** Makes companions for tests. */
final class Companionship {
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private Companionship() {
	}

	static Companion add(Sample s, String name) {
		Companion companion = FACTORY.createCompanion();
		companion.setName(name);
		companion.getOrigins().add(new Origin("library:companion.cosem", 1, 0, 0, "companion"));
		s.meter.getCompanions().add(companion);
		return companion;
	}

	/** Makes the sample an ESME of GBCS, with all supply scripts. */
	static Companion gbcs(Sample s) {
		String supply = "0-0:96.3.10*255";
		s.value(s.scripts, 2, array(script(51, call(70, supply, 2)), script(52, call(70, supply, 1)), script(54, write(70, supply, 3, enumerated(2)))));
		return unscripted(s);
	}

	/** Makes the sample an ESME of GBCS without all supply scripts. */
	static Companion unscripted(Sample s) {
		s.value(s.log, 3, array(Sample.column(1, "0-0:96.11.0*255", 2)));
		Companion companion = add(s, "gbcs.v4.esme");
		companion.setDeviceType("ESME");
		return companion;
	}

	static UseCase useCase(Companion companion, String name, int message) {
		UseCase useCase = FACTORY.createUseCase();
		useCase.setName(name);
		useCase.setMessage(message);
		companion.getUseCases().add(useCase);
		return useCase;
	}

	static void step(UseCase useCase, CosemObject object, Verb verb, int index) {
		UseCaseStep step = FACTORY.createUseCaseStep();
		step.setClassId(object.getInterfaceClass().getClassId());
		step.setLogicalName(object.getLogicalName());
		step.setVerb(verb);
		step.setIndex(index);
		useCase.getSteps().add(step);
	}

	/** Declares an Alert that cannot be switched off; the meter's of that code is it. */
	static Alert mandated(Companion companion, int code) {
		Alert alert = FACTORY.createAlert();
		alert.setName("mandated");
		alert.setCode(code);
		alert.setAlways(true);
		companion.getAlerts().add(alert);
		((Meter) companion.eContainer()).getAlerts().stream().filter(own -> own.getCode() == code).forEach(own -> {
			own.setCompanion(companion.getName());
			own.setAlways(true);
			alert.setCritical(own.isCritical());
		});
		return alert;
	}
}
