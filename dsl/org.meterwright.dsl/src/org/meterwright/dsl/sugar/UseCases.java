// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.ClauseLine;
import org.meterwright.dsl.cosemDsl.StepElement;
import org.meterwright.dsl.cosemDsl.UnspecifiedLine;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.UseCaseLine;
import org.meterwright.dsl.cosemDsl.UseCaseStepLine;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Entry;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.sugar.RequiredObjects.Required;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Use cases of companions: messages with their steps on attributes and methods. A step on a family stands for one on each member. */
final class UseCases {
	private final Workshop workshop;
	private final Elaboration elaboration;

	UseCases(Workshop workshop) {
		this.workshop = workshop;
		this.elaboration = workshop.elaboration();
	}

	void fill() {
		for (Entry<UseCaseDecl> entry : elaboration.items().of(UseCaseDecl.class)) {
			workshop.companions().of(entry).ifPresent(companion -> companion.getUseCases().add(useCase(entry)));
		}
	}

	private UseCase useCase(Entry<UseCaseDecl> entry) {
		UseCaseDecl node = entry.node();
		UseCase useCase = CosemFactory.eINSTANCE.createUseCase();
		useCase.setName(node.getName());
		useCase.setMessage(node.getMessage() == null ? -1 : Codes.of(node.getMessage()));
		useCase.setCritical(node.isCritical());
		useCase.setTitle(node.getTitle());
		useCase.getOrigins().addAll(entry.origins());
		String documentation = SyntaxFile.documentation(node);
		useCase.setDocumentation(documentation.isEmpty() ? null : documentation);
		useCase.setFutureDated(node.isFuture());
		useCase.setReplayProtected(node.isReplay());
		useCase.setProtocol(node.getProtocol());
		useCase.getRoles().addAll(workshop.roles(node.getRoles()));
		node.getLines().forEach(line -> facts(useCase, line));
		node.getSteps().forEach(line -> step(useCase, line));
		return useCase;
	}

	private static void facts(UseCase useCase, UseCaseLine line) {
		switch (line) {
			case ClauseLine clause -> useCase.getClauses().addAll(clause.getClauses());
			case UnspecifiedLine unspecified -> useCase.getUnspecified().addAll(unspecified.getFacets());
			default -> throw new IllegalStateException("a line of a use case that is none: %s".formatted(line.eClass().getName()));
		}
	}

	private void step(UseCase useCase, UseCaseStepLine line) {
		Verb verb = Verb.get(line.getVerb());
		if (line.getTarget().getSegments().size() != 2) {
			elaboration.report().report("MW-LANG-228", line, "a step names an object and its attribute or method: object.member");
			return;
		}
		String member = line.getTarget().getSegments().getLast().getName();
		for (Required required : workshop.required().find(line.getTarget())) {
			Optional<AttributeDefinition> attribute = verb == Verb.CALL ? Optional.empty() : required.attribute(member);
			Optional<MethodDefinition> method = verb == Verb.CALL ? required.method(member) : Optional.empty();
			if (attribute.isEmpty() && method.isEmpty()) {
				workshop.required().unknown(required, line.getTarget().getSegments().getLast(), member);
				return;
			}
			UseCaseStep step = CosemFactory.eINSTANCE.createUseCaseStep();
			step.setVerb(verb);
			step.setClassId(required.classId());
			step.setLogicalName(required.logicalName());
			step.setIndex(attribute.map(AttributeDefinition::getIndex).or(() -> method.map(MethodDefinition::getIndex)).orElse(0));
			step.setSensitive(line.isSensitive());
			if (line.getSelecting() != null) {
				line.getSelecting().getSelectors().forEach(selector -> step.getSelectors().add(Codes.of(selector)));
			}
			constant(required, line, attribute, method, step);
			line.getItems().forEach(item -> step.getElements().add(element(required, item)));
			useCase.getSteps().add(step);
		}
	}

	private void constant(Required required, UseCaseStepLine line, Optional<AttributeDefinition> attribute, Optional<MethodDefinition> method, UseCaseStep step) {
		if (line.getConstant() == null) {
			return;
		}
		Optional<DataType> type = attribute.map(each -> type(required, each)).or(() -> method.map(MethodDefinition::getParameter));
		if (type.isEmpty()) {
			elaboration.report().report("MW-LANG-220", line, "%s takes nothing".formatted(line.getTarget().getSegments().getLast().getName()));
			return;
		}
		elaboration.values().convert(line.getConstant(), type.get(), new Scope(workshop.home(), required.env())).ifPresent(step::setConstant);
	}

	private org.meterwright.cosem.StepElement element(Required required, StepElement item) {
		org.meterwright.cosem.StepElement element = CosemFactory.eINSTANCE.createStepElement();
		element.setPath(item.getPath());
		element.setType(elaboration.types().type(item.getType()));
		element.setSensitive(item.isSensitive());
		if (item.getConstant() != null) {
			elaboration.values().convert(item.getConstant(), element.getType(), new Scope(workshop.home(), required.env())).ifPresent(element::setConstant);
		}
		return element;
	}

	/** The type that the companion requires decides, where the class leaves it open. */
	private DataType type(Required required, AttributeDefinition attribute) {
		return required.declaration().getBody().stream().filter(AttributeLine.class::isInstance).map(AttributeLine.class::cast)
				.filter(line -> line.getType() != null && line.getName().equals(attribute.getName())).findFirst()
				.map(line -> elaboration.types().type(line.getType())).orElse(attribute.getType());
	}
}
