// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.List;

import org.antlr.runtime.Token;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.antlr.AntlrDatatypeRuleToken;

/** Builds the syntax tree while the parser runs. */
public final class TreeFactory implements IAstFactory {

	@Override
	public EObject create(EClassifier type) {
		return EcoreUtil.create((EClass) type);
	}

	@Override
	public void set(EObject node, String name, Object token, String rule, INode text) throws ValueConverterException {
		EStructuralFeature feature = node.eClass().getEStructuralFeature(name);
		node.eSet(feature, value(feature, token, rule, text));
	}

	@Override
	public void add(EObject node, String name, Object token, String rule, INode text) throws ValueConverterException {
		EStructuralFeature feature = node.eClass().getEStructuralFeature(name);
		Object value = value(feature, token, rule, text);
		if (value != null) {
			@SuppressWarnings("unchecked")
			List<Object> values = (List<Object>) node.eGet(feature);
			values.add(value);
		}
	}

	private static Object value(EStructuralFeature feature, Object token, String rule, INode node) throws ValueConverterException {
		if (feature.getEType() == EcorePackage.Literals.EBOOLEAN) {
			return Boolean.TRUE;
		}
		return switch (token) {
			case Token it -> convert(it.getText(), rule, node);
			case AntlrDatatypeRuleToken it -> convert(it.getText(), rule, node);
			case String it -> convert(it, rule, node);
			case null, default -> token;
		};
	}

	private static Object convert(String text, String rule, INode node) throws ValueConverterException {
		if (rule == null || text == null) {
			return text;
		}
		try {
			return TokenValues.of(rule, text);
		} catch (IllegalArgumentException e) {
			throw new ValueConverterException(e.getMessage(), node, e);
		}
	}
}
